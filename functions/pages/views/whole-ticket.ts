import { html } from 'hono/html';
import type { ComplaintPosted } from '../../domain/complaint-posted.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { COMPLAINT_TEXTS } from '../../messages/pages/complaint.ts';
import type { Typed } from '../form.ts';
import type { Proving } from './code.ts';
import { complaintFacts, dueDates } from './facts.ts';
import type { Filled } from './fields.ts';
import { type History, historyView } from './history.ts';
import { type Html, layout } from './layout.ts';
import { openRoundForm } from './open-round.ts';

export type Whole = Proving &
  Readonly<{
    id: string;
    ticket: Ticket;
    post: ComplaintPosted;
    history: History;
  }>;

/** A ticket on which nobody of the desk has a task: what is known of it, and what the complainant added. */
export function wholeTicket(whole: Whole, typed: Typed = {}, faults: Filled['faults'] = {}): Html {
  const { locale, id, ticket, post, history } = whole;
  const body = html`${!ticket.closed && dueDates(ticket, undefined, whole)}
${historyView(whole)}${complaintFacts(post, ticket, whole)}
${history.mayOpenRound && openRoundForm(whole, typed, faults)}`;
  return layout({ locale, title: COMPLAINT_TEXTS[locale].title, ticket: id, body });
}
