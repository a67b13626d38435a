import type { HoldReason } from './record-events.ts';
import { Erased, OnLegalHold, StillRetained } from './refusals.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/** Nothing personal is left of a ticket whose retention is over, unless somebody holds it. Erased is erased. */
export function erase(ticket: Ticket, at: string): TicketEvent[] {
  const { erased, archived, holds } = ticket;
  if (erased) return [];
  if (holds.length > 0) throw new OnLegalHold(holds.map(({ reason }) => reason).join(', '));
  if (!archived) throw new StillRetained('it is not sealed yet');
  if (archived.retainUntil > at) throw new StillRetained(`it is kept until ${archived.retainUntil}`);
  return [{ type: 'Erased', retainUntil: archived.retainUntil }];
}

/** The ticket is kept for this reason, however old it is. Of an erased one there is nothing left to hold. */
export function setHold(ticket: Ticket, reason: HoldReason): TicketEvent[] {
  if (ticket.erased) throw new Erased('nothing is left to hold');
  return isHeldFor(ticket, reason) ? [] : [{ type: 'LegalHoldSet', reason }];
}

export const liftHold = (ticket: Ticket, reason: HoldReason): TicketEvent[] =>
  isHeldFor(ticket, reason) ? [{ type: 'LegalHoldLifted', reason }] : [];

const isHeldFor = ({ holds }: Ticket, reason: HoldReason) => holds.some((hold) => hold.reason === reason);
