import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, instantOf, localDate, localTime } from '../../functions/domain/local-time.ts';

test.for([
  ['2026-11-22T15:59:59.999Z', 'Asia/Shanghai', '2026-11-22'],
  ['2026-11-22T16:00:00.000Z', 'Asia/Shanghai', '2026-11-23'],
  ['2026-11-22T04:59:00.000Z', 'America/New_York', '2026-11-21'],
  ['2026-12-31T18:15:00.000Z', 'Asia/Kathmandu', '2027-01-01'],
] as const)('%s is, in %s, on %s', ([instant, zone, date]) => {
  expect(localDate(instant, zone)).toBe(date);
});

test.for([
  ['2026-02-28', 1, '2026-03-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-03-01', -1, '2026-02-28'],
] as const)('%s and %i days is %s', ([date, days, sum]) => {
  expect(addDays(date, days)).toBe(sum);
});

test.for([
  ['Shanghai has no summer time', '2026-11-23', '00:00', 'Asia/Shanghai', '2026-11-22T16:00:00.000Z'],
  [
    'a time that does not exist is where the gap ends',
    '2026-03-08',
    '02:30',
    'America/New_York',
    '2026-03-08T07:00:00.000Z',
  ],
  ['a midnight that does not exist, too', '2026-09-06', '00:00', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
  ['a time that is there twice is the first', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
  ['half an hour of summer time', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
  [
    'a day that was left out begins where the next does',
    '2011-12-30',
    '12:00',
    'Pacific/Apia',
    '2011-12-30T10:00:00.000Z',
  ],
] as const)('%s', ([, date, time, zone, instant]) => {
  expect(instantOf(date, time, zone)).toBe(instant);
});

test('an instant that exists comes back as itself, or as the first of two', () => {
  const zones = fc.constantFrom(
    'Asia/Shanghai',
    'America/New_York',
    'Australia/Lord_Howe',
    'Europe/London',
    'Asia/Kathmandu',
  );
  const seconds = fc.integer({ min: Date.UTC(2020, 0) / 1000, max: Date.UTC(2030, 0) / 1000 });
  fc.assert(
    fc.property(zones, seconds, (zone, second) => {
      const instant = new Date(second * 1000).toISOString();
      const { date, time } = localTime(instant, zone);
      const back = instantOf(date, time, zone);
      expect(back <= instant).toBe(true);
      expect(localTime(back, zone)).toEqual({ date, time });
    }),
  );
});

const ZONES = ['America/Santiago', 'Africa/Casablanca', 'Pacific/Apia', 'Australia/Lord_Howe'];

test.for(ZONES)('every five hours of ten years, %s is read as the runtime’s calendar has it', (timeZone) => {
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const wrong: string[] = [];
  for (let at = Date.UTC(2010, 0); at < Date.UTC(2020, 0); at += 5 * 3_600_000) {
    const instant = new Date(at).toISOString();
    const { date, time } = localTime(instant, timeZone);
    if (`${date} ${time}` !== calendar.format(at)) wrong.push(instant);
  }
  expect(wrong).toEqual([]);
});
