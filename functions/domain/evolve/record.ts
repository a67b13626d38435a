import type { Ticket } from '../ticket.ts';
import type { TicketEvent } from '../ticket-event.ts';
import type { Context } from './tasks.ts';

type Event<T extends TicketEvent['type']> = Extract<TicketEvent, { type: T }>;

export function setHold(ticket: Ticket, { reason }: Event<'LegalHoldSet'>, { at, by }: Context): Ticket {
  return { ...ticket, holds: [...ticket.holds, { reason, at, by }] };
}

export function liftHold(ticket: Ticket, { reason }: Event<'LegalHoldLifted'>): Ticket {
  return { ...ticket, holds: ticket.holds.filter((hold) => hold.reason !== reason) };
}
