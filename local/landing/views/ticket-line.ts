import { html, raw } from 'hono/html';
import type { ComplaintPosted } from '../../../functions/domain/complaint-posted.ts';
import { categoryOf } from '../../../functions/domain/departments.ts';
import { categoryName } from '../../../functions/pages/views/labels.ts';
import type { Html } from '../../../functions/pages/views/layout.ts';
import { shortened } from '../../demo/story/teller.ts';
import type { Present } from '../present.ts';
import { stages, waitsFor } from '../progress.ts';
import type { Told } from '../whole-tables.ts';
import { distance, shortTime } from './time.ts';

export const laneOf = ({ triage, declined }: Told): string => (declined ? 'declined' : (triage?.lane ?? 'new'));

/** One ticket of the list: what it is about, how far it is, and who is next. */
export function ticketLine(ticket: Told, present: Present): Html {
  const { post } = (present.partsOf(ticket.id).complaint ?? {}) as { post?: ComplaintPosted };
  return html`<li class="ticket-line ${ticket.archived ? 'over' : ''}"><a class="cover" href="/tickets/${ticket.id}"><span class="id">${ticket.id}</span></a>
<p class="head">${lanePill(ticket)}${ticket.incidents.length > 0 && html` <span class="pill urgent">incident</span>`} <strong>${categoryName(categoryOf(ticket), 'en')}</strong> ${dueText(ticket, present)}</p>
<p class="said" dir="auto">${shortened(post?.narrative ?? '', 74)}</p>
${progress(ticket)}
<p class="turn">${turn(ticket, present)}</p></li>`;
}

export const lanePill = (ticket: Told): Html => html`<span class="pill ${laneOf(ticket)}">${laneOf(ticket)}</span>`;

export function progress(ticket: Told): Html {
  const all = stages(ticket);
  const present = all.findIndex(({ isDone }) => !isDone);
  const steps = all.map(
    ({ name, isDone }, i) =>
      html`<li class="${isDone ? 'done' : i === present ? 'now' : ''}" ${i === present ? raw('aria-current="step"') : ''}><span>${name}</span></li>`,
  );
  return html`<ol class="progress" aria-label="${all[present]?.name ?? 'all'} is next">${steps}</ol>`;
}

function turn(ticket: Told, present: Present): Html {
  const [wait, ...others] = waitsFor(ticket, present.tellerOf(ticket));
  if (!wait) return html`<span class="soft">Archived · ${ticket.closed?.outcome}</span>`;
  const until = wait.until && html`until ${shortTime(wait.until, present.bank.zone)}`;
  const more = others.length > 0 && html` and ${others.length} more`;
  return html`<b>${wait.what}</b> · ${wait.who}${(until || more) && html`<br><span class="soft">${until}${more}</span>`}`;
}

/** The statutory date that comes first, and whether it was kept. */
function dueText({ clocks, replied }: Told, { now }: Present): Html | undefined {
  const [first] = Object.values(clocks).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  if (!first) return undefined;
  if (replied)
    return html`<span class="due-in ${replied.inTime ? 'kept' : 'late'}">${replied.inTime ? 'replied in time' : 'replied late'}</span>`;
  return html`<span class="due-in ${first.overdue ? 'late' : ''}">${first.overdue ? 'overdue ' : 'due '}${distance(first.dueAt, now)}</span>`;
}
