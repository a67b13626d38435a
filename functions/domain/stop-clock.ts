import type { StopRow } from '../rules/packs/pack.ts';
import { clockDate } from './clock-date.ts';
import { overtaken } from './extension/tell.ts';
import { NotStoppable } from './refusals.ts';
import { isAnswered, runningClock, standing } from './running-clock.ts';
import type { Bank } from './statutory-clocks.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/** The reasons for which a clock of the ticket may stand still now, each with its rule. */
export const stopsOf = (ticket: Ticket, { pack }: Bank, at: string): StopRow[] =>
  pack.stops.filter(({ clock: id }) => {
    const clock = runningClock(ticket, id, at);
    return clock !== undefined && !standing(clock);
  });

/** The clock stands still, for a reason that the pack names and no other. One that stands already goes on standing. */
export function stopClock(ticket: Ticket, bank: Bank, rule: string, at: string): TicketEvent[] {
  const row = bank.pack.stops.find((one) => one.rule === rule);
  const clock = row && runningClock(ticket, row.clock, at);
  if (!row || !clock) throw new NotStoppable(rule);
  return standing(clock) ? [] : [{ type: 'ClockStopped', clock: row.clock, reason: row.reason, rule }];
}

/** The clock goes on, and its date is later by the days it stood; what was asked for on the old date is void. */
export function resumeClock(ticket: Ticket, bank: Bank, id: string, at: string): TicketEvent[] {
  const clock = ticket.clocks[id];
  const stop = clock && standing(clock);
  if (!clock || !stop || isAnswered(ticket)) return [];
  const stops = clock.stops.map((one) => (one === stop ? { ...one, until: at } : one));
  const { dueAt, uncertain } = clockDate(bank, { ...clock, stops }, clock.extended);
  return [
    { type: 'ClockResumed', clock: id, dueAt, rule: stop.rule, ...(uncertain && { uncertain }) },
    ...(dueAt === clock.dueAt ? [] : overtaken(ticket, id)),
  ];
}
