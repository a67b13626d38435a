import { timeText } from '../../demo/story/teller.ts';

/** `2026-03-02 09:20`, in the bank's zone. */
export const clockText = (instant: string, zone: string): string => timeText(instant, zone);

export const dayText = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(new Date(instant));

/** `Mon 2 Mar 09:20`: short enough for a line of a list. */
export const shortTime = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(new Date(instant))
    .replaceAll(',', '');

/** How far off an instant is, in the largest unit that says something. */
export function distance(instant: string, now: Date): string {
  const minutes = Math.round((Date.parse(instant) - now.getTime()) / 60_000);
  const size = Math.abs(minutes);
  const text =
    size < 120 ? `${size} min` : size < 2 * 1_440 ? `${Math.round(size / 60)} h` : `${Math.round(size / 1_440)} d`;
  return minutes < 0 ? `${text} ago` : `in ${text}`;
}
