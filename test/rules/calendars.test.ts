import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDayDetail } from 'chinese-days';
import { describe, expect, test } from 'vitest';
import { dayOn, isPublished } from '../../functions/domain/calendar.ts';
import { addDays } from '../../functions/domain/local-time.ts';
import type { Calendar } from '../../functions/rules/calendars/calendar.ts';
import { CALENDARS } from '../../functions/rules/calendars/calendars.ts';
import { CN_DAYS } from '../../functions/rules/calendars/cn.ts';
import { EU_DAYS } from '../../functions/rules/calendars/eu.ts';
import { calendarFaults } from '../../functions/rules/calendars/faults.ts';
import { UK_DAYS } from '../../functions/rules/calendars/uk.ts';

const ROOT = join(import.meta.dirname, '..', '..');

const datesFrom = (from: number, until: number): string[] => {
  const dates: string[] = [];
  for (let date = `${from}-01-01`; date <= `${until}-12-31`; date = addDays(date, 1)) dates.push(date);
  return dates;
};
const years = ({ published }: Calendar) =>
  Array.from({ length: published.until - published.from + 1 }, (_, index) => published.from + index);

describe('China', () => {
  test('every date is what chinese-days says of it, and a year nobody has published is the bare week', () => {
    const differing = datesFrom(CN_DAYS.published.from, CN_DAYS.published.until + 1).filter(
      (date) => dayOn(CN_DAYS, date).works !== getDayDetail(date).work,
    );
    expect(differing).toEqual([]);
  });

  test('the table is what the script prints from the chinese-days that is installed', () => {
    const { stdout } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'cn-calendar.ts')], { encoding: 'utf8' });
    expect(readFileSync(join(ROOT, 'functions', 'rules', 'calendars', 'cn.ts'), 'utf8')).toBe(stdout);
  });

  test.for([
    ['2026-02-14', true, 'Spring Festival 春节'],
    ['2026-02-16', false, 'Spring Festival 春节'],
    ['2026-02-23', false, 'Spring Festival 春节'],
    ['2026-02-24', true, 'weekday'],
    ['2026-02-28', true, 'Spring Festival 春节'],
    ['2026-03-01', false, 'weekend'],
    ['2020-01-31', false, 'Spring Festival 春节'],
    ['2023-01-02', false, 'New Year’s Day 元旦'],
  ] as const)('%s: works %s, for %s', ([date, works, because]) => {
    expect(dayOn(CN_DAYS, date)).toEqual({ date, works, because });
  });

  test('2027 is not published', () => {
    expect(isPublished(CN_DAYS, '2026-12-31')).toBe(true);
    expect(isPublished(CN_DAYS, '2027-01-01')).toBe(false);
    expect(isPublished(CN_DAYS, '2003-12-31')).toBe(false);
  });
});

describe('England and Wales', () => {
  test.for(years(UK_DAYS))('%i has its eight bank holidays on weekdays, and those proclaimed once', (year) => {
    const days = datesFrom(year, year).map((date) => dayOn(UK_DAYS, date));
    const off = days.filter(({ works, because }) => !works && because !== 'weekend');
    expect(off).toHaveLength(8 + ({ 2022: 2, 2023: 1 }[year] ?? 0));
    const easter = off.filter(({ because }) => because === 'Good Friday' || because === 'Easter Monday');
    expect(easter.map(({ date }) => date)).toEqual([addDays(easterSunday(year), -2), addDays(easterSunday(year), 1)]);
  });

  test.for([
    ['2026-12-28', 'Boxing Day (substitute day)'],
    ['2027-12-27', 'Christmas Day (substitute day)'],
    ['2022-09-19', 'State Funeral of Queen Elizabeth II'],
    ['2023-05-08', 'Coronation of King Charles III'],
    ['2020-05-08', 'Early May bank holiday (VE day)'],
  ] as const)('%s is %s', ([date, because]) => {
    expect(dayOn(UK_DAYS, date)).toEqual({ date, works: false, because });
  });

  test('the year after the last published one has what the Act gives, and stays flagged', () => {
    expect(dayOn(UK_DAYS, '2028-01-03').works).toBe(false);
    expect(isPublished(UK_DAYS, '2028-01-03')).toBe(false);
  });
});

test.for(years(EU_DAYS))('the closing days of TARGET in %i', (year) => {
  const days = EU_DAYS.rows.map(([, from]) => from).filter((date) => date.startsWith(`${year}`));
  const easter = [addDays(easterSunday(year), -2), addDays(easterSunday(year), 1)];
  expect(days).toEqual([`${year}-01-01`, ...easter, `${year}-05-01`, `${year}-12-25`, `${year}-12-26`]);
});

test('the calendars hold', () => {
  expect(Object.entries(CALENDARS).flatMap(([id, calendar]) => calendarFaults(id, calendar))).toEqual([]);
});

test.for([
  ['a holiday that ends before it begins', ['x', '2026-02-03', '2026-02-01', []], 'ends before it begins'],
  ['a weekday worked for a holiday', ['x', '2026-03-02', '2026-03-02', ['2026-03-03']], 'is no weekend'],
  ['a day both worked and off', ['x', '2026-03-07', '2026-03-08', ['2026-03-07']], 'is worked, and off'],
  ['a day off twice', ['x', '2026-10-03', '2026-10-03', []], 'stands twice'],
] as const)('%s is a fault', ([, row, fault]) => {
  expect(calendarFaults('cn', { ...CN_DAYS, rows: [...CN_DAYS.rows, row] }).join('\n')).toContain(fault);
});

test('a year said to be published must have days', () => {
  expect(calendarFaults('cn', { ...CN_DAYS, published: { from: 2004, until: 2027 } })).toEqual([
    'calendar cn: 2027 is said to be published, and has no day',
  ]);
});

/** Gauss's rule, for the Gregorian calendar: the first Sunday after the first full moon of spring. */
function easterSunday(year: number): string {
  const century = Math.floor(year / 100);
  const shift = 15 - Math.floor((8 * century + 13) / 25) + century - Math.floor(century / 4);
  const moon = (19 * (year % 19) + (shift % 30)) % 30;
  const late = moon === 29 || (moon === 28 && year % 19 > 10) ? moon - 1 : moon;
  const full = addDays(`${year}-03-21`, late);
  return addDays(full, 7 - new Date(`${full}T00:00:00Z`).getUTCDay());
}
