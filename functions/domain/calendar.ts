import type { Calendar } from '../rules/calendars/calendar.ts';
import { addDays } from './local-time.ts';

/** One date on a calendar. `because`: the holiday's name, or of the weekend worked for it; `weekend`, `weekday`. */
export type Day = Readonly<{ date: string; works: boolean; because: string }>;

export function dayOn(calendar: Calendar, date: string): Day {
  const exception = exceptionsOf(calendar).get(date);
  if (exception) return exception;
  const works = !isWeekend(date);
  return { date, works, because: works ? 'weekday' : 'weekend' };
}

/** Whether somebody has published how this date's year is worked. */
export function isPublished({ published }: Calendar, date: string): boolean {
  const year = Number(date.slice(0, 4));
  return year >= published.from && year <= published.until;
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const weekdayOf = (date: string): string => WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'not a date';

const isWeekend = (date: string) => weekdayOf(date).startsWith('S');

/** Reading a hundred rows for each day counted would be felt; a calendar is data and never changes while it is used. */
const known = new WeakMap<Calendar, ReadonlyMap<string, Day>>();

function exceptionsOf(calendar: Calendar): ReadonlyMap<string, Day> {
  let days = known.get(calendar);
  if (!days) {
    days = new Map(calendar.rows.flatMap(exceptions).map((day) => [day.date, day]));
    known.set(calendar, days);
  }
  return days;
}

function exceptions([because, from, until, worked]: Calendar['rows'][number]): Day[] {
  const off: Day[] = [];
  for (let date = from; date <= until; date = addDays(date, 1)) off.push({ date, works: false, because });
  return [...off, ...worked.map((date) => ({ date, works: true, because }))];
}
