import { clockDate } from './clock-date.ts';
import { overtaken } from './extension/tell.ts';
import { NotRestartable } from './refusals.ts';
import { isAnswered, runningClock } from './running-clock.ts';
import type { Bank } from './statutory-clocks.ts';
import type { Clock, Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';
import { isHeld } from './told-stop.ts';

type FollowUp = Ticket['followUps'][number];
/** `reason`: salted digest of why they are new. */
export type Confirming = Readonly<{ followUp: string; reason: string; at: string }>;

/** What the complainant added and calls new, on which nobody has decided and by which a clock could run anew. */
export const perhapsNewFacts = (ticket: Ticket, bank: Bank, at: string): FollowUp[] =>
  ticket.followUps.filter((added) => restarts(ticket, bank, added, { at }).length > 0);

/**
 * New facts, as a person confirms: the clock runs anew from the day they came, once for each follow-up. A restart never
 * shortens the time: where the date would not be a later one, the old date stands. So does one that has passed: what was
 * breached stays a breach.
 */
export function confirmNewFacts(ticket: Ticket, bank: Bank, confirming: Confirming): TicketEvent[] {
  const { followUp } = confirming;
  const added = ticket.followUps.find((one) => one.followUp === followUp);
  if (added && isConfirmed(ticket, added)) return [];
  const events = added ? restarts(ticket, bank, added, confirming) : [];
  if (events.length === 0) throw new NotRestartable(followUp);
  return events;
}

const isConfirmed = ({ clocks }: Ticket, { followUp }: FollowUp): boolean =>
  Object.values(clocks).some((clock) => clock.restarts.some((one) => one.followUp === followUp));

type Found = Readonly<{ at: string; reason?: string }>;

function restarts(ticket: Ticket, bank: Bank, added: FollowUp, { at, reason }: Found): TicketEvent[] {
  if (added.about !== 'new-facts' || isConfirmed(ticket, added) || isAnswered(ticket)) return [];
  return bank.pack.restarts.flatMap((row) => {
    const clock = ticket.clocks[row.clock];
    const isDateToCome = clock && !clock.overdue && (isHeld(ticket, clock) || runningClock(ticket, row.clock, at));
    return isDateToCome ? anew(ticket, bank, clock, added, reason) : [];
  });
}

function anew(ticket: Ticket, bank: Bank, clock: Clock, { followUp, at }: FollowUp, reason?: string): TicketEvent[] {
  const fresh = { ...clock, startsAt: at };
  const { dueAt, rule, uncertain } = clockDate(bank, fresh, 0);
  if (dueAt <= clock.dueAt) return [];
  const facts = { clock: clock.clock, startsAt: at, dueAt, rule, followUp };
  return [
    { type: 'ClockRestarted', ...facts, ...(reason && { reason }), ...(uncertain && { uncertain }) },
    ...overtaken(ticket, clock.clock),
  ];
}
