import type { Calendar } from '../rules/calendars/calendar.ts';
import type { Counting } from '../rules/packs/pack.ts';
import { type Day, dayOn, isPublished } from './calendar.ts';
import { addDays, instantOf } from './local-time.ts';

/** `skipped`: days that did not count. `madeUp`: days of a weekend that did. `unpublished`: years nobody has published. */
export type DayCount = Readonly<{
  last: string;
  skipped: readonly Day[];
  madeUp: readonly Day[];
  unpublished: readonly number[];
}>;

export type Days = Readonly<{ within: number; counting: Counting; rule: string }>;

/** Day N after day 0. Day 0 itself never counts, whatever day it is. */
export function countDays(day0: string, { within, counting, rule }: Days, calendar?: Calendar): DayCount {
  if (counting !== 'business-days') {
    const last = addDays(day0, counting === 'weeks' ? within * 7 : within);
    return { last, skipped: [], madeUp: [], unpublished: [] };
  }
  if (!calendar) throw new Error(`${rule} counts business days, for which it needs a calendar`);
  const passed: Day[] = [];
  let last = day0;
  for (let left = within; left > 0; ) {
    last = addDays(last, 1);
    const day = dayOn(calendar, last);
    passed.push(day);
    if (day.works) left -= 1;
  }
  return { last, ...exceptionsAmong(passed, calendar) };
}

/** What a person who checks the count on another calendar would miss. */
export function exceptionsAmong(days: readonly Day[], calendar: Calendar): Omit<DayCount, 'last'> {
  const years = days.filter(({ date }) => !isPublished(calendar, date)).map(({ date }) => Number(date.slice(0, 4)));
  return {
    skipped: days.filter(({ works }) => !works),
    madeUp: days.filter(({ works, because }) => works && because !== 'weekday'),
    unpublished: [...new Set(years)],
  };
}

/** The first instant that is late: where the day after the last one begins. */
export const endOfDay = (date: string, zone: string): string => instantOf(addDays(date, 1), '00:00', zone);
