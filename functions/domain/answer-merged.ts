import { repliedBefore } from './replied.ts';
import { replyGivenAt } from './reply-given.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/**
 * The reply of a ticket is that of those merged into it, in time or not by their own dates. A withdrawal is not: who
 * withdraws one complaint has not withdrawn the other, which goes its own way from here.
 */
export function answerMerged(ticket: Ticket & Readonly<{ id: string }>, merged: Ticket): TicketEvent[] {
  if (merged.mergedInto?.other !== ticket.id || merged.replied || merged.withdrawn) return [];
  const reply = ticket.replied;
  const givenAt = replyGivenAt(ticket, ticket);
  if (reply && givenAt) return [repliedBefore(merged, reply.message, reply.way, givenAt)];
  return ticket.withdrawn ? [{ type: 'MergeUndone', other: ticket.id }] : [];
}
