import type { StopRow } from '../rules/packs/pack.ts';
import { clockDate } from './clock-date.ts';
import { overtaken } from './extension/tell.ts';
import { NotStoppable } from './refusals.ts';
import { isAnswered, runningClock, standing } from './running-clock.ts';
import type { Bank } from './statutory-clocks.ts';
import type { Clock, Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';
import { countsFrom } from './told-stop.ts';

/** The reasons for which a clock of the ticket may stand still now, each with its rule. */
export const stopsOf = (ticket: Ticket, { pack }: Bank, at: string): StopRow[] =>
  pack.stops.filter(({ clock: id }) => {
    const clock = runningClock(ticket, id, at);
    return clock !== undefined && !standing(clock);
  });

/**
 * The clock stands still, for a reason that the pack names and no other. One that stands already goes on standing. What was
 * asked for on its date is void: nobody gives longer time to a clock that stands, and from which day on, nobody knows yet.
 */
export function stopClock(ticket: Ticket, bank: Bank, rule: string, at: string): TicketEvent[] {
  const row = bank.pack.stops.find((one) => one.rule === rule);
  const clock = row && runningClock(ticket, row.clock, at);
  if (!row || !clock) throw new NotStoppable(rule);
  if (standing(clock)) return [];
  const notice = row.customerTold && noticeOfStop(clock, clock.stops.length, ticket.round);
  return [
    { type: 'ClockStopped', clock: row.clock, reason: row.reason, rule, ...(notice && { notice }) },
    ...overtaken(ticket, row.clock, 'stopped'),
  ];
}

/** What tells the complainant of the nth stop of a clock, from 0; a clock that begins again in a later round has its own. */
export const noticeOfStop = ({ clock }: Pick<Clock, 'clock'>, nth: number, round = 1): string =>
  `${round > 1 ? `r${round}-` : ''}${clock}-stop-${nth + 1}`;

/**
 * The clock goes on, and its date is later by the days it stood since the complainant was told, where they must be. Of what
 * they were not told in time, the old date knows nothing.
 */
export function resumeClock(ticket: Ticket, bank: Bank, id: string, at: string): TicketEvent[] {
  const clock = ticket.clocks[id];
  const stop = clock && standing(clock);
  if (!clock || !stop || isAnswered(ticket)) return [];
  const from = countsFrom(ticket, stop);
  const over = { until: at, ...(from === undefined ? { untold: true as const } : from > stop.at && { from }) };
  const stops = clock.stops.map((one) => (one === stop ? { ...one, ...over } : one));
  const { dueAt, uncertain } = from === undefined ? clock : clockDate(bank, { ...clock, stops }, clock.extended);
  const { until: _, ...counting } = over;
  return [{ type: 'ClockResumed', clock: id, dueAt, rule: stop.rule, ...(uncertain && { uncertain }), ...counting }];
}
