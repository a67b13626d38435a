import { html, raw } from 'hono/html';
import type { Html } from '../../../functions/pages/views/layout.ts';
import type { Phone, PhoneMessage } from '../phones.ts';
import type { Present } from '../present.ts';
import { frame } from './frame.ts';
import { shortTime } from './time.ts';

export const phonePath = ({ number }: Pick<Phone, 'number'>): string => `/phones/${encodeURIComponent(number)}`;

/** One telephone of the list, with the message that came last. */
export function phoneLine(phone: Phone, { bank }: Present): Html {
  const { messages, unread } = phone;
  const last = messages.find(({ waits }) => waits) ?? messages[0];
  return html`<li class="phone ${unread > 0 ? 'unread' : ''}"><a class="who" href="${phonePath(phone)}">${face(phone)}<span><strong>${phone.owner}</strong><small>${phone.role}</small></span>${unread > 0 && html`<span class="count" aria-label="${unread} unread">${unread}</span>`}</a>${last && bubble(last, bank.zone)}</li>`;
}

/** A telephone with everything it received. */
export function phonePage(phone: Phone, present: Present): Html {
  const body = html`<p class="crumb"><a href="/">Desk</a> › Phones</p>
<section class="handset" aria-labelledby="owner"><header>${face(phone)}<div><h1 id="owner">${phone.owner}</h1><p class="soft">${phone.role} · <span class="number">${phone.number}</span></p></div></header>
<div class="messages" id="messages" data-live>${phone.messages.map((message) => bubble(message, present.bank.zone))}</div></section>`;
  return frame(present, { title: phone.owner, path: phonePath(phone), body });
}

const face = ({ owner, isCustomer }: Phone): Html =>
  html`<span class="face ${isCustomer ? 'customer' : ''}" aria-hidden="true">${initials(owner)}</span>`;

function initials(owner: string): string {
  const words = owner.replace(/^(Sample|样例|樣例)\s*/, '').split(/\s+/);
  return words.length > 1
    ? words
        .slice(0, 2)
        .map((word) => word[0])
        .join('')
    : (words[0] ?? '').slice(0, 2);
}

/** A message as it came; its link opens the real page. */
export function bubble({ id, at, before, link, after, parts, unread, waits }: PhoneMessage, zone: string): Html {
  const tapped =
    link &&
    html`<a href="${link}" target="_blank" rel="noopener" data-message="${id}">${link.replace(/^https?:\/\//, '')}</a>`;
  return html`<div class="bubble ${unread ? 'unread' : ''}"><p dir="auto">${before}${tapped}${after}</p><p class="meta">${shortTime(at, zone)}${parts > 1 && html` · ${parts} parts`}${unread && raw(' · <b>new</b>')}${waits && html` · <span class="waits">to do</span>`}</p></div>`;
}
