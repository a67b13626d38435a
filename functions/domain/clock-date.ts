import { dayOn } from './calendar.ts';
import type { Days } from './count-days.ts';
import { countDays, endOfDay } from './count-days.ts';
import { addDays, epochOf, localDate } from './local-time.ts';
import { type Bank, extensionsOf } from './statutory-clocks.ts';
import type { Clock, Stop } from './ticket.ts';

const DAY = 86_400_000;

export type ClockDate = Readonly<{ dueAt: string; rule: string; uncertain?: true }>;
type Running = Pick<Clock, 'clock' | 'rule' | 'startsAt' | 'stops'>;

/**
 * When a clock is due that was extended so often (0: never), and stood still as it did. It is always counted from its
 * start, never from an approval.
 */
export function clockDate(bank: Bank, clock: Running, extended: number): ClockDate {
  const { calendar, zone } = bank;
  const days = daysOf(bank, clock, extended);
  const day0 = localDate(clock.startsAt, zone);
  let count = countDays(day0, days, calendar);
  const unpublished = [...count.unpublished];
  for (const stop of clock.stops.filter((one) => counted(one, clock.startsAt))) {
    count = stood(count.last, stop, days, bank, day0);
    unpublished.push(...count.unpublished);
  }
  const uncertain = unpublished.length > 0 && ({ uncertain: true } as const);
  return { dueAt: endOfDay(count.last, zone), rule: days.rule, ...uncertain };
}

/** A stop that is over, and counted for something. */
const counted = ({ until, untold }: Stop, startsAt: string): boolean =>
  until !== undefined && until > startsAt && !untold;

/** The rule by which a clock counts once it was extended so often. */
function daysOf({ pack }: Bank, { clock, rule }: Running, extended: number): Days {
  const rows = pack.clocks.filter((row) => row.clock === clock && row.counting !== 'promptly');
  const row = extended === 0 ? (rows.find((one) => one.rule === rule) ?? rows[0]) : undefined;
  const step = extensionsOf(pack, { clock: clock as (typeof pack.clocks)[number]['clock'] }).find(
    (one) => one.step === extended,
  );
  if (row && row.counting !== 'promptly') return row;
  if (step) return { within: step.to, counting: step.counting, rule: step.rule };
  throw new Error(`the pack ${pack.id} says nothing of ${clock} extended ${extended} times`);
}

/**
 * The last day after a stop: on the day on which it goes on, as many days are left as on the day on which it stopped. So
 * the day of the stop is day 0 of it, and one that ends on the same day moves nothing.
 */
function stood(
  last: string,
  { at, from: told = at, until = at }: Stop,
  days: Days,
  { calendar, zone }: Bank,
  day0: string,
) {
  const stopped = localDate(told, zone);
  const from = stopped < day0 ? day0 : stopped;
  const within = daysBetween(from, last, days, calendar);
  const counting = days.counting === 'weeks' ? 'calendar-days' : days.counting;
  return countDays(localDate(until, zone), { within, counting, rule: days.rule }, calendar);
}

/** How many days that count lie after one date, up to another. */
function daysBetween(from: string, until: string, { counting }: Days, calendar: Bank['calendar']): number {
  const all = Math.round((epochOf(`${until}T00:00:00Z`) - epochOf(`${from}T00:00:00Z`)) / DAY);
  if (counting !== 'business-days') return all;
  return Array.from({ length: all }, (_, nth) => addDays(from, nth + 1)).filter((date) => dayOn(calendar, date).works)
    .length;
}
