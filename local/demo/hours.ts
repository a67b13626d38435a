import { addDays, instantOf, localTime } from '../../functions/domain/local-time.ts';

/** When somebody is there to act: a part of the day in a zone, and whether also at weekends. */
export type Hours = Readonly<{ from: string; to: string; zone: string; weekends: boolean }>;

/** The instant itself if it lies in the hours, or when they next begin and a little later, as far into them as it was past them. */
export function within(hours: Hours, time: Date): Date {
  const { date, time: clock } = localTime(time.toISOString(), hours.zone);
  const isOpen = isWorked(hours, date) && clock >= `${hours.from}:00` && clock < `${hours.to}:00`;
  if (isOpen) return time;

  let day = isWorked(hours, date) && clock < hours.from ? date : addDays(date, 1);
  while (!isWorked(hours, day)) day = addDays(day, 1);
  const minuteOfHour = time.getTime() % 3_600_000;
  return new Date(Date.parse(instantOf(day, hours.from, hours.zone)) + minuteOfHour);
}

const isWorked = ({ weekends }: Hours, date: string): boolean => {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return weekends || (weekday !== 0 && weekday !== 6);
};
