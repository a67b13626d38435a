export class UnsupportedSchedule extends Error {
  override readonly name = 'UnsupportedSchedule';
}

/** The first instant at or after `from` that a schedule expression names; undefined when there is none. */
export type NextTick = (from: number) => number | undefined;

const UNITS: Readonly<Record<string, number>> = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** `rate(…)`, counted from 1970 so that a restart keeps the beat; `cron(…)`; `at(…)`. */
export function nextTick(expression: string, zone = 'UTC'): NextTick {
  const [, kind, argument = ''] = /^(rate|cron|at)\((.*)\)$/.exec(expression.trim()) ?? [];
  if (kind === 'rate') return everyRate(argument, expression);
  if (kind === 'cron') return keptTick(everyCron(argument, zone));
  if (kind === 'at' && zone === 'UTC') {
    const time = Date.parse(`${argument}Z`);
    return (from) => (from <= time ? time : undefined);
  }
  throw new UnsupportedSchedule(`the schedule ${expression} (${zone}) is not run here`);
}

function everyRate(argument: string, expression: string): NextTick {
  const [, count, unit = ''] = /^(\d+) (\w+?)s?$/.exec(argument) ?? [];
  const step = Number(count) * (UNITS[unit] ?? Number.NaN);
  if (!(step > 0)) throw new UnsupportedSchedule(`the schedule ${expression} is not a rate`);
  return (from) => Math.ceil(from / step) * step;
}

const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const MINUTE = 60_000;
const LONGEST_SEARCH = 2 * 366 * 86_400_000;

/** Asked again and again before the tick it named, a schedule names the same: nothing lies between. */
function keptTick(next: NextTick): NextTick {
  let kept: Readonly<{ from: number; tick: number }> | undefined;
  return (from) => {
    if (kept && kept.from <= from && from <= kept.tick) return kept.tick;
    const tick = next(from);
    kept = tick === undefined ? undefined : { from, tick };
    return tick;
  };
}

/** AWS's six fields: minutes, hours, day of month, month, day of week (SUN is 1), year. */
function everyCron(argument: string, zone: string): NextTick {
  const [minutes = '', hours = '', day = '', month = '', weekday = '', year = ''] = argument.split(/\s+/);
  const isMinute = field(minutes, 0, 59);
  const isHour = field(hours, 0, 23);
  const isDay = field(day, 1, 31);
  const isMonth = field(month, 1, 12, MONTHS);
  const isWeekday = field(weekday, 1, 7, DAYS);
  const isYear = field(year, 1970, 2199);
  const local = localTime(zone);

  const isDate = ({ year: y, month: m, day: d }: LocalTime) => {
    const ofWeek = new Date(Date.UTC(y, m - 1, d)).getUTCDay() + 1;
    return isYear(y) && isMonth(m) && isDay(d) && isWeekday(ofWeek);
  };

  return (from) => {
    const until = from + LONGEST_SEARCH;
    for (let time = Math.ceil(from / MINUTE) * MINUTE; time < until; ) {
      const there = local(time);
      const isWanted = isDate(there) && isHour(there.hour);
      if (isWanted && isMinute(there.minute)) return time;
      time = isWanted ? time + MINUTE : endOfHour(time, there, local);
    }
    return undefined;
  };
}

/**
 * When the hour there is over. Where its clocks are moved before, the next quarter, which is the next instant that can
 * differ: no zone is off by less.
 */
function endOfHour(time: number, { hour, minute }: LocalTime, local: (time: number) => LocalTime): number {
  const end = time + (60 - minute) * MINUTE;
  const then = local(end);
  const isEnd = then.minute === 0 && then.hour === (hour + 1) % 24;
  return isEnd ? end : (Math.floor(time / (15 * MINUTE)) + 1) * 15 * MINUTE;
}

function field(text: string, least: number, most: number, names: readonly string[] = []): (value: number) => boolean {
  if (text === '*' || text === '?') return () => true;
  const number = (part: string) => {
    const value = names.includes(part.toUpperCase()) ? names.indexOf(part.toUpperCase()) + 1 : Number(part);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new UnsupportedSchedule(`the cron field ${text}`);
    return value;
  };
  const allowed = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', step = '1'] = part.split('/');
    const [first = '', last] = range === '*' ? [String(least), String(most)] : range.split('-');
    const until = last === undefined ? (part.includes('/') ? most : number(first)) : number(last);
    for (let value = number(first); value <= until; value += Number(step)) allowed.add(value);
  }
  return (value) => allowed.has(value);
}

type LocalTime = Readonly<{ year: number; month: number; day: number; hour: number; minute: number }>;

function localTime(zone: string): (time: number) => LocalTime {
  const numeric = 'numeric';
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
  });
  let last: Readonly<{ time: number; there: LocalTime }> | undefined;
  return (time) => {
    if (last?.time === time) return last.there;
    const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
    last = { time, there: parts as LocalTime };
    return last.there;
  };
}
