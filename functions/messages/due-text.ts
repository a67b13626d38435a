import type { Locale } from '../domain/complaint-posted.ts';

export const TAG: Readonly<Record<Locale, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' };

/** A due instant as short as a message needs it: `12月7日` or `7 Dec`, with the hour unless it is the end of that day. */
export function dueText(dueAt: string, locale: Locale, timeZone: string): string {
  const due = new Date(dueAt);
  // Midnight ends the day before: people read "by 7 Dec" as the whole of that day.
  const isEndOfDay = clock(due, timeZone) === '00:00';
  const dayAndMonth = { timeZone, day: 'numeric', month: locale === 'en' ? 'short' : 'long' } as const;
  const day = format(TAG[locale], dayAndMonth).format(isEndOfDay ? new Date(due.getTime() - 1) : due);
  if (isEndOfDay) return day;
  return locale === 'en' ? `${day} ${clock(due, timeZone)}` : `${day}${clock(due, timeZone)}`;
}

/** An instant in full, with the zone named: for pages and letters. */
export function instantText(at: string, locale: Locale, timeZone: string): string {
  return `${dayText(at, locale, timeZone)} ${clock(new Date(at), timeZone)} (${timeZone})`;
}

/** A calendar day in full. */
export function dayText(at: string, locale: Locale, timeZone: string): string {
  return format(TAG[locale], { timeZone, dateStyle: 'long' }).format(new Date(at));
}

/** The hour alone, for what is over within the same one. */
export const timeText = (at: string, timeZone: string): string => clock(new Date(at), timeZone);

const clock = (at: Date, timeZone: string): string =>
  format('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** Making one takes longer than all that is then done with it; there are a few for each language and zone. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([tag, options]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(tag, options);
  formats.set(key, known);
  return known;
}
