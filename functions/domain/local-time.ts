/** The only file of the domain that reads calendars: instants are ISO strings in UTC, dates are `2026-11-22`. */

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();
/** By zone, and by days since 1970 of UTC. */
const offsets = new Map<string, Map<number, number | 'changes'>>();

export const epochOf = (instant: string): number => Date.parse(instant);
export const isoOf = (epochMs: number): string => new Date(epochMs).toISOString();

export type LocalTime = Readonly<{ date: string; time: string }>;

/** Date and time of day (`21:00:00`) of an instant in a zone. */
export function localTime(instant: string, zone: string): LocalTime {
  const [date = '', time = ''] = isoOf(epochOf(instant) + offsetAt(epochOf(instant), zone)).split('T');
  return { date, time: time.slice(0, 8) };
}

export const localDate = (instant: string, zone: string): string => localTime(instant, zone).date;

export function addDays(date: string, days: number): string {
  return isoOf(epochOf(`${date}T00:00:00Z`) + days * DAY).slice(0, 10);
}

/**
 * The instant of a date and time of day in a zone. Where clocks were put forward and the time does not exist, the first
 * instant after the gap; where they were put back and it exists twice, the first of the two, or the one that is wanted.
 */
export function instantOf(date: string, time: string, zone: string, which: 'first' | 'last' = 'first'): string {
  const asUtc = epochOf(`${date}T${time}Z`);
  const offsets = [asUtc - DAY, asUtc + DAY].map((near) => offsetAt(near, zone));
  const found = offsets.map((offset) => asUtc - offset).filter((epoch) => epoch + offsetAt(epoch, zone) === asUtc);
  if (found.length > 0) return isoOf(which === 'first' ? Math.min(...found) : Math.max(...found));
  return isoOf(endOfGap(asUtc - Math.max(...offsets), asUtc - Math.min(...offsets), zone));
}

/** Halves the span in which the clocks were put forward, down to the millisecond. */
function endOfGap(before: number, after: number, zone: string): number {
  const old = offsetAt(before, zone);
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, zone) === old) low = middle;
    else high = middle;
  }
  return high;
}

/** Between two changes of a zone's clocks lie days, never hours: a day at both ends of which they agree has none. */
function offsetAt(epoch: number, zone: string): number {
  const day = Math.floor(epoch / DAY);
  const known = offsets.get(zone) ?? new Map<number, number | 'changes'>();
  offsets.set(zone, known);
  let offset = known.get(day);
  if (offset === undefined) {
    const [first, last] = [askedOffset(day * DAY, zone), askedOffset((day + 1) * DAY, zone)];
    offset = first === last ? first : 'changes';
    known.set(day, offset);
  }
  return offset === 'changes' ? askedOffset(epoch, zone) : offset;
}

/** What the runtime's calendar says, which takes a hundred times as long as counting. */
function askedOffset(epoch: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  // `03/02/2026, 09:10:00`; cut up here, for formatToParts takes three times as long.
  const [month, day, year = '', ...clock] = format.format(epoch).match(/\d+/g) ?? [];
  const asUtc = epochOf(`${year.padStart(4, '0')}-${month}-${day}T${clock.join(':')}Z`);
  return asUtc - Math.floor(epoch / 1000) * 1000;
}
