import type { Calendar } from '../rules/calendars/calendar.ts';
import { type Day, dayOn } from './calendar.ts';
import { type DayCount, exceptionsAmong } from './count-days.ts';
import { addDays, epochOf, instantOf, isoOf, localDate } from './local-time.ts';

const HOUR = 3_600_000;

/** When a bank works: which days, where, and from when until when on each. */
export type WorkingHours = Readonly<{
  calendar: Calendar;
  zone: string;
  workingDay: Readonly<{ from: string; until: string }>;
}>;
/** `beginsAt`: where the first of the hours begins. `dueAt`: where the last of them has passed. */
export type WorkingTime = Omit<DayCount, 'last'> & Readonly<{ beginsAt: string; dueAt: string }>;

/** When so many working hours have passed since an instant; what passes outside the bank's hours does not count. */
export function workingTime(since: string, hours: number, { calendar, zone, workingDay }: WorkingHours): WorkingTime {
  const passed: Day[] = [];
  let left = Math.round(hours * HOUR);
  let beginsAt: string | undefined;
  for (let date = localDate(since, zone); ; date = addDays(date, 1)) {
    const day = dayOn(calendar, date);
    passed.push(day);
    if (!day.works) continue;
    const opens = Math.max(epochOf(instantOf(date, workingDay.from, zone)), epochOf(since));
    const open = epochOf(instantOf(date, workingDay.until, zone)) - opens;
    if (open <= 0) continue;
    beginsAt ??= isoOf(opens);
    if (left <= open) return { beginsAt, dueAt: isoOf(opens + left), ...exceptionsAmong(passed, calendar) };
    left -= open;
  }
}
