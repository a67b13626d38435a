import { findWorkday } from 'chinese-days';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOn } from '../../functions/domain/calendar.ts';
import { countDays, endOfDay } from '../../functions/domain/count-days.ts';
import { addDays, epochOf, isoOf, localDate, localTime } from '../../functions/domain/local-time.ts';
import { CN_DAYS } from '../../functions/rules/calendars/cn.ts';
import { UK_DAYS } from '../../functions/rules/calendars/uk.ts';

const days = (within: number) => ({ within, counting: 'calendar-days' as const, rule: 'r' });
const business = (within: number) => ({ within, counting: 'business-days' as const, rule: 'r' });
const weeks = (within: number) => ({ within, counting: 'weeks' as const, rule: 'r' });

test.for([
  ['within a month', '2026-03-01', days(15), '2026-03-16'],
  ['over a month’s end', '2026-11-22', days(15), '2026-12-07'],
  ['over the year’s end', '2026-12-20', days(15), '2027-01-04'],
  ['over a leap day', '2028-02-20', days(15), '2028-03-06'],
  ['over no leap day', '2026-02-20', days(15), '2026-03-07'],
  ['from a leap day', '2028-02-29', days(60), '2028-04-29'],
  ['eight weeks', '2026-11-22', weeks(8), '2027-01-17'],
] as const)('every day counts: %s', ([, day0, time, last]) => {
  expect(countDays(day0, time).last).toBe(last);
});

test.for([
  ['day 0 never counts', '2026-03-02', 3, UK_DAYS, '2026-03-05'],
  ['received at a weekend', '2026-03-07', 3, UK_DAYS, '2026-03-11'],
  ['over Easter', '2026-04-02', 3, UK_DAYS, '2026-04-09'],
  ['over Christmas and its substitute day', '2026-12-24', 3, UK_DAYS, '2026-12-31'],
  ['over New Year', '2026-12-31', 3, UK_DAYS, '2027-01-06'],
  ['over Spring Festival and its Saturdays', '2026-02-13', 3, CN_DAYS, '2026-02-25'],
  ['on a Saturday worked for a holiday', '2026-02-27', 1, CN_DAYS, '2026-02-28'],
  ['over National Day, from a Sunday that is worked', '2026-09-20', 10, CN_DAYS, '2026-10-10'],
] as const)('business days: %s', ([, day0, within, calendar, last]) => {
  expect(countDays(day0, business(within), calendar).last).toBe(last);
});

test('what was left out and what was made up is said by name', () => {
  const { skipped, madeUp, unpublished } = countDays('2026-02-13', business(3), CN_DAYS);
  expect(skipped.map(({ date }) => date)).toEqual(Array.from({ length: 9 }, (_, day) => addDays('2026-02-15', day)));
  expect(new Set(skipped.map(({ because }) => because))).toEqual(new Set(['Spring Festival 春节']));
  expect(madeUp).toEqual([{ date: '2026-02-14', works: true, because: 'Spring Festival 春节' }]);
  expect(unpublished).toEqual([]);
});

test('years that nobody has published are named once each', () => {
  expect(countDays('2026-12-30', business(3), CN_DAYS).unpublished).toEqual([2027]);
  expect(countDays('2026-12-29', business(2), CN_DAYS).unpublished).toEqual([]);
});

const someDay = (from: string, until: string) =>
  fc
    .integer({ min: 0, max: (epochOf(until) - epochOf(from)) / 86_400_000 })
    .map((day) => addDays(from.slice(0, 10), day));

test('any number of Chinese business days is what chinese-days counts', () => {
  fc.assert(
    fc.property(someDay('2004-01-01', '2026-06-30'), fc.integer({ min: 1, max: 60 }), (day0, within) => {
      expect(countDays(day0, business(within), CN_DAYS).last).toBe(findWorkday(within, day0));
    }),
    { numRuns: 500 },
  );
});

test('the last day is worked, and between it and day 0 lie as many worked days as were asked for', () => {
  fc.assert(
    fc.property(someDay('2017-01-01', '2027-06-30'), fc.integer({ min: 1, max: 40 }), (day0, within) => {
      const { last, skipped } = countDays(day0, business(within), UK_DAYS);
      expect(dayOn(UK_DAYS, last).works).toBe(true);
      expect((epochOf(last) - epochOf(day0)) / 86_400_000).toBe(within + skipped.length);
    }),
    { numRuns: 500 },
  );
});

test('a day ends where the next begins, in every zone and on every change of the clocks', () => {
  const zones = fc.constantFrom(
    'Asia/Shanghai',
    'Europe/London',
    'Europe/Brussels',
    'America/New_York',
    'America/Santiago',
    'America/Havana',
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Kiritimati',
  );
  fc.assert(
    fc.property(zones, someDay('2015-01-01', '2030-12-31'), (zone, date) => {
      const end = endOfDay(date, zone);
      expect(localDate(end, zone)).toBe(addDays(date, 1));
      expect(localDate(isoOf(epochOf(end) - 1), zone)).toBe(date);
    }),
    { numRuns: 1000 },
  );
});

test.for([
  ['Asia/Shanghai', '2026-11-22', '2026-11-22T16:00:00.000Z'],
  ['Europe/London', '2026-03-28', '2026-03-29T00:00:00.000Z'],
  ['Europe/London', '2026-03-29', '2026-03-29T23:00:00.000Z'],
  ['Europe/London', '2026-10-25', '2026-10-26T00:00:00.000Z'],
  ['America/Santiago', '2026-09-05', '2026-09-06T04:00:00.000Z'],
  ['America/Sao_Paulo', '2019-02-16', '2019-02-17T03:00:00.000Z'],
] as const)('in %s, %s ends at %s', ([zone, date, end]) => {
  expect(endOfDay(date, zone)).toBe(end);
  expect(localTime(end, zone).date).toBe(addDays(date, 1));
});
