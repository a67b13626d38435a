/**
 * Looks every moment whether anything changed, and if so takes the live parts of the same page anew. What somebody is
 * typing in, and what lies open, stays as it is; without it a reload does the same.
 */
export const LIVE = `
let seen;
const parts = (page) => page.querySelectorAll('[data-live]');
const take = async () => {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  for (const part of parts(page)) {
    const old = document.getElementById(part.id);
    if (!old || old.innerHTML === part.innerHTML) continue;
    const focus = old.contains(document.activeElement) && document.activeElement;
    if (focus && focus.matches('input,select,textarea')) continue;
    const open = [...old.querySelectorAll('details[open][id]')].map(({ id }) => id);
    const place = focus && [...old.querySelectorAll('a,button,summary')].indexOf(focus);
    const scroll = [...old.querySelectorAll('[data-scroll]')].map((box) => [box.dataset.scroll, box.scrollTop, box.scrollLeft]);
    old.innerHTML = part.innerHTML;
    for (const id of open) document.getElementById(id)?.setAttribute('open', '');
    for (const [name, top, left] of scroll) old.querySelector('[data-scroll="' + name + '"]')?.scrollTo(left, top);
    if (focus) old.querySelectorAll('a,button,summary')[place]?.focus();
  }
};
const look = async () => {
  try {
    const now = await (await fetch('/pulse')).text();
    if (seen !== undefined && now !== seen) await take();
    seen = now;
  } catch { /* the desk is down; it is asked again */ }
};
setInterval(() => document.hidden || look(), 1000);
look();
addEventListener('submit', ({ target }) => target.setAttribute('aria-busy', 'true'));
addEventListener('click', ({ target }) => {
  const message = target.closest?.('a[data-message]');
  if (message) fetch('/read', { method: 'POST', body: new URLSearchParams({ message: message.dataset.message }) }).then(take);
});
`;
