import { acknowledgeClock } from './bank-clocks.ts';
import { clockDate } from './clock-date.ts';
import { clockState } from './clock-state.ts';
import type { Desk } from './mark.ts';
import { NoFurtherRound } from './refusals.ts';
import type { Facts, Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/** `reason`: salted digest of what the person of the bank wrote. `askedAt`: where it was asked for before it could begin. */
export type Opening = Readonly<{
  because: Facts<'RoundOpened'>['because'];
  reason?: string;
  at: string;
  askedAt?: string;
}>;

/** The next round, with the clocks that begin with it; what was breached in this one is on record before it is put away. */
export function openRound(ticket: Ticket, desk: Desk, { because, reason, at, askedAt = at }: Opening): TicketEvent[] {
  const opened: TicketEvent = { type: 'RoundOpened', round: ticket.round + 1, because, ...(reason && { reason }) };
  return [...breaches(ticket, desk, at), opened, ...roundClocks(ticket, desk, at, askedAt)];
}

/** Dates that passed before the watch looked. */
function breaches(ticket: Ticket, { pack }: Desk, at: string): TicketEvent[] {
  const late = Object.values(ticket.clocks).filter(
    (clock) =>
      !clock.overdue && ['answered-late', 'missed'].includes(clockState(ticket, ticket.round, clock, pack, at).state),
  );
  return late.map(({ clock, dueAt }) => ({ type: 'Overdue', clock, dueAt }));
}

/** Whether people of the bank may have others begin again: at any time, but not over those who have just begun for it. */
export function mayOpenRound(ticket: Ticket): boolean {
  const { received, declined, withdrawn, mergedInto, because, replied } = ticket;
  if (received?.kind !== 'complaint' || declined || withdrawn || mergedInto) return false;
  return replied !== undefined || because === undefined || because.because === 'appeal';
}

/** The complaint is a danger to the bank's name, or a matter of principle: others look at it anew, whatever was found. */
export function openRoundByDesk(ticket: Ticket, desk: Desk, opening: Opening): TicketEvent[] {
  refuseFurtherRound(ticket);
  return openRound(ticket, desk, opening);
}

export function refuseFurtherRound(ticket: Ticket): void {
  if (!mayOpenRound(ticket)) throw new NoFurtherRound(`round ${ticket.round}`);
}

/**
 * It is acknowledged anew. Where a reply was given, the law's time for a review begins, or the time for a decision anew;
 * where none was given, the clocks of the round before run on, and no other begins.
 */
function roundClocks(ticket: Ticket, desk: Desk, at: string, askedAt: string): TicketEvent[] {
  const { dueAt, rule } = acknowledgeClock(desk, desk.pack, at);
  const acknowledge: TicketEvent = { type: 'ClockStarted', clock: 'acknowledge', startsAt: at, dueAt, rule };
  return ticket.replied ? [acknowledge, ...reviewClock(desk, askedAt)] : [acknowledge];
}

export function reviewClock(desk: Desk, startsAt: string): TicketEvent[] {
  const { clocks } = desk.pack;
  const row =
    clocks.find(({ startsWhen }) => startsWhen === 'verification-asked') ??
    clocks.find(({ clock, startsWhen }) => clock === 'decide' && startsWhen === 'received');
  if (!row) return [];
  const { clock, rule } = row;
  return [{ type: 'ClockStarted', clock, startsAt, ...clockDate(desk, { clock, rule, startsAt, stops: [] }, 0) }];
}
