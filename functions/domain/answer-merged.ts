import { replied } from './replied.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/**
 * What ends a ticket ends those merged into it: its reply is theirs, in time or not by their own dates, and its withdrawal
 * too, because it was the matter that was withdrawn.
 */
export function answerMerged(ticket: Ticket & Readonly<{ id: string }>, merged: Ticket): TicketEvent[] {
  if (merged.mergedInto?.other !== ticket.id || merged.replied || merged.withdrawn) return [];
  const reply = ticket.replied;
  if (reply) return [replied(merged, reply.message, reply.way, reply.at)];
  return ticket.withdrawn ? [{ type: 'Withdrawn', followUp: ticket.withdrawn.followUp }] : [];
}
