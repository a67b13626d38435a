import type { Way } from './complaint-posted.ts';
import { replyDueAt } from './reply-due.ts';
import { tasksOfRound } from './rounds.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

type Replied = Extract<TicketEvent, { type: 'Replied' }>;

/** The reply is given, and whether in time: sent, or dialled, before its clock ran out. */
export function replied(ticket: Ticket, message: string, way: Way, at: string): Replied {
  const dueAt = replyDueAt(ticket);
  return { type: 'Replied', message, way, inTime: dueAt === undefined || at < dueAt };
}

/** The same of a reply that was sent or dialled before it is written down here: that instant goes with it. */
export const repliedBefore = (ticket: Ticket, message: string, way: Way, givenAt: string): TicketEvent => ({
  ...replied(ticket, message, way, givenAt),
  givenAt,
});

/** A person at the desk reached the complainant by phone and let the ticket go on: told when they did, not now. */
export function repliedByDesk(ticket: Ticket, message: string): TicketEvent[] | undefined {
  const parked = tasksOfRound(ticket).findLast(({ error, closed }) => error === 'NotReached' && closed);
  if (!parked?.closed || !ticket.messages[message]) return undefined;
  return [
    { type: 'MessageSent', message, way: 'phone', providerId: `desk:${parked.id}` },
    repliedBefore(ticket, message, 'phone', parked.closed.at),
  ];
}
