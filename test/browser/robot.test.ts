import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChromium } from '../../scripts/chromium.ts';
import { eventsOf, type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { OF_CODES, STAFF_PAGES, type StaffPage, staffPages } from '../paths/staff-pages.ts';
import { phone } from './phone.ts';

let desk: PlayedDesk;
let browser: Browser;
beforeAll(async () => {
  [desk, browser] = await Promise.all([playedDesk(), startChromium()]);
});
afterAll(() => Promise.all([desk.cloud.close(), browser.close()]));

/** Every field there is, with something that its form takes: what is long is written, what can be chosen or ticked is, and six digits are a code. */
const FILL = `for (const field of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
  if (field.type === 'radio' || field.type === 'checkbox') field.checked = true;
  else if (field.tagName === 'SELECT') field.selectedIndex = field.options.length - 1;
  else if (field.type !== 'datetime-local') field.value = field.name === 'code' ? '135790' : field.inputMode === 'decimal' ? '7' : 'Junk';
}
document.querySelectorAll('details').forEach((one) => { one.open = true });`;

/** The first button of a form that was not pressed yet, marked; with its name. */
const NEXT = (pressed: readonly string[]) => `(() => {
  for (const button of document.querySelectorAll('form button')) {
    const { form } = button;
    const name = [button.value, form.elements.for?.value, form.elements.other?.value].filter(Boolean).join(' ');
    if (${JSON.stringify(pressed)}.includes(name)) continue;
    button.setAttribute('data-next', '');
    return name;
  }
})()`;

/** Fills in everything and presses every button, also those that only come once a code was asked for. */
async function robot({ link }: StaffPage): Promise<string[]> {
  const { page, close } = await phone(browser, { javaScriptEnabled: true });
  const pressed: string[] = [];
  for (;;) {
    await page.goto(link);
    await page.evaluate(FILL);
    const next = (await page.evaluate(NEXT(pressed))) as string | undefined;
    if (!next) break;
    pressed.push(next);
    await Promise.all([page.waitForEvent('load'), page.locator('[data-next]').click()]);
  }
  await close();
  return pressed;
}

test.for(STAFF_PAGES.filter((name) => name !== 'work for a manager'))(
  '2: a robot that fills in every field of the page %s, and presses every button, does nothing but ask for codes',
  async (name) => {
    const page = await staffPages(desk)[name]();
    await desk.cloud.settle();
    const { length } = eventsOf(await desk.log.read(page.ticket));
    const pressed = await robot(page);
    expect(pressed.filter((one) => one.startsWith('code ')).length).toBeGreaterThan(0);
    expect(pressed.filter((one) => !one.startsWith('code ')).length).toBeGreaterThan(0);
    await desk.cloud.settle();
    const since = eventsOf(await desk.log.read(page.ticket)).slice(length);
    expect(since.filter(({ type }) => !OF_CODES.includes(type))).toEqual([]);
    expect(since.length).toBeGreaterThan(0);
  },
);

test('2: where a manager decides on them, it files findings; they wait for that manager, and nothing comes of them', async () => {
  const page = await staffPages(desk)['work for a manager']();
  await desk.cloud.settle();
  await robot(page);
  const ticket = await desk.until(
    page.ticket,
    ({ tasks }) => Object.values(tasks).some(({ work, closed }) => work === 'approve' && !closed),
    1,
  );
  expect(Object.values(ticket.tasks).filter(({ closed }) => closed)).toMatchObject([{ work: 'investigate' }]);
  expect([ticket.commands, ticket.reply, ticket.replied]).toEqual([{}, undefined, undefined]);
  expect(eventsOf(ticket).filter((event) => 'confirmed' in event)).toEqual([]);
});
