import { html } from 'hono/html';
import type { Outcome, Task } from '../../domain/ticket.ts';
import { CODE_TEXTS } from '../../messages/codes.ts';
import { instantText } from '../../messages/due-text.ts';
import { CLOSED_TEXTS, OUTCOME_WORDS } from '../../messages/pages/closed-task.ts';
import type { Reader } from './facts.ts';
import { doneBy } from './holder.ts';
import { departmentName } from './labels.ts';
import type { Html } from './layout.ts';

export type Closing = Reader & Readonly<{ task: Task; names: Readonly<Record<string, string>> }>;

/** What was done as it was meant to be; anything else is to be noticed. */
const WELL: readonly Outcome[] = ['done', 'filed', 'approved', 'answered'];

/** That a task is closed: who closed it, when and as what; and what was filed with it. */
export function closedTask({ task, locale, zone, names }: Closing, filed?: Html): Html | undefined {
  const texts = CLOSED_TEXTS[locale];
  if (!task.closed) return undefined;
  const { at, outcome: how } = task.closed;
  return html`<section class="card ${WELL.includes(how) ? 'done' : 'note'}" role="status"><h2>${texts.closed(OUTCOME_WORDS[locale][how])}</h2>
<p>${texts.closedBy(doneBy(task, names, locale), instantText(at, locale, zone))}</p>
${task.confirmed && html`<p class="soft">${CODE_TEXTS[locale].confirmed}</p>`}
${task.movedTo && html`<p>${texts.movedTo(departmentName(task.movedTo, locale))}</p>`}
${filed && html`<h3>${texts.yourFiling}</h3>${filed}`}</section>`;
}
