import type { Calendar } from '../rules/calendars/calendar.ts';
import type { Counting, ExtensionRow, Pack } from '../rules/packs/pack.ts';
import type { Sourced } from '../rules/table.ts';
import { type Day, weekdayOf } from './calendar.ts';
import type { DayCount } from './count-days.ts';
import { localTime } from './local-time.ts';

/** Sentences from which a person can count a date again, without this program. */

const UNITS: Readonly<Record<Counting, string>> = {
  'calendar-days': 'calendar day',
  'business-days': 'business day',
  weeks: 'week',
};

/** `15 calendar days`, `1 week`. */
export const spelled = (count: number, counting: Counting): string => plural(count, UNITS[counting]);
export const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

export const cited = ({ source, verified }: Sourced): string => (verified ? source : `not verified: ${source}`);

/** `Monday 2026-11-23`. */
export const spelledDate = (date: string): string => `${weekdayOf(date)} ${date}`;

/** `Monday 2026-11-23 09:30:00 in Asia/Shanghai`. */
export function spelledTime(instant: string, zone: string): string {
  const { date, time } = localTime(instant, zone);
  return `${spelledDate(date)} ${time} in ${zone}`;
}

export function dayZero(day0: string, start: string, startsAt: string, zone: string): string {
  return `Day 0 is ${spelledDate(day0)}, the day in ${zone} on which it was ${start} (${localTime(startsAt, zone).time}).`;
}

/** The days left out, those made up, and what is not certain because nobody has published it. */
export function exceptions({ skipped, madeUp, unpublished }: Omit<DayCount, 'last'>, calendar: Calendar): string[] {
  const named = ({ date, because }: Day) => `${spelledDate(date)} (${because})`;
  return [
    ...(skipped.length > 0 ? [`Not counted: ${skipped.map(named).join(', ')}.`] : []),
    ...(madeUp.length > 0 ? [`Counted, as worked in place of a holiday: ${madeUp.map(named).join(', ')}.`] : []),
    ...unpublished.map((year) => notPublished(year, calendar)),
  ];
}

export function notPublished(year: number, { id, published }: Calendar): string {
  return `Not certain: the calendar ${id} is published for ${published.from} to ${published.until}, and this counts days of ${year}; to be looked at again once they are published.`;
}

export function notInForce({ id, effective }: Pack): string {
  const { from, until } = effective;
  return `Not certain: the pack ${id} is in force from ${from}${until ? ` to ${until}` : ''} (${cited(effective)}), not on the day of receipt.`;
}

export function extended(row: ExtensionRow, before: string, zone: string): string {
  const level = `${row.approvedBy}${row.approvalSetBy === 'policy' ? ' (a level the bank sets)' : ''}`;
  const told = row.customerTold ? ' and the customer told why and until when, both' : '';
  return `Extended by ${row.rule} to ${spelled(row.to, row.counting)} (${cited(row)}); this counts only with the approval of ${level}${told} before ${spelledTime(before, zone)}.`;
}

export function lateFrom(dueAt: string, zone: string): string {
  return `It is late from ${dueAt}, which is ${spelledTime(dueAt, zone)}.`;
}
