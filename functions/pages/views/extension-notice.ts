import { html } from 'hono/html';
import type { Locale } from '../../domain/complaint-posted.ts';
import type { Extension, Ticket } from '../../domain/ticket.ts';
import { dueText } from '../../messages/due-text.ts';
import { NOTICE_TEXTS } from '../../messages/extension-notice.ts';
import { said } from './facts.ts';
import { type Html, layout } from './layout.ts';

/** What the cardholder reads: until when, and why. `reason`: the handler's words; otherwise the bank's standard ones. */
export type ExtensionNotice = Readonly<{
  locale: Locale;
  zone: string;
  hotline: string;
  id: string;
  ticket: Ticket;
  extension: Extension;
  reason?: string | undefined;
}>;

export function extensionNoticePage({ locale, zone, hotline, id, ticket, extension, reason }: ExtensionNotice): Html {
  const texts = NOTICE_TEXTS[locale];
  const day = (at: string) => `${dueText(at, locale, zone)} (${zone})`;
  const present = ticket.clocks[extension.clock]?.dueAt;
  const isOver = extension.state === 'void' || (extension.state === 'granted' && present !== extension.dueAt);
  const changed = ticket.replied ? texts.answered : isOver && present && texts.over(day(present));
  const body = html`<article class="card letter">
${changed && html`<p role="status"><strong>${changed}</strong></p>`}
<p>${texts.promised(day(extension.from))}</p><p><strong>${texts.now(day(extension.dueAt))}</strong></p>
<h2>${texts.why}</h2>${reason === undefined ? html`<p>${texts.usual}</p>` : said(reason)}
<p class="closing">${texts.rights} <strong>${hotline}</strong></p></article>`;
  return layout({ locale, title: texts.title, ticket: id, body });
}
