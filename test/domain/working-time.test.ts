import { getDayDetail } from 'chinese-days';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { epochOf, isoOf, localTime } from '../../functions/domain/local-time.ts';
import { workingTime } from '../../functions/domain/working-time.ts';
import { CN_DAYS } from '../../functions/rules/calendars/cn.ts';
import { UK_DAYS } from '../../functions/rules/calendars/uk.ts';

const workingDay = { from: '09:00', until: '17:00' };
const beijing = { calendar: CN_DAYS, zone: 'Asia/Shanghai', workingDay };
const london = { calendar: UK_DAYS, zone: 'Europe/London', workingDay };
const HALF_HOUR = 1_800_000;

test.for([
  ['within a day', '2026-03-02T10:00:00+08:00', 3, '2026-03-02T13:00:00+08:00'],
  ['a whole day', '2026-03-02T09:00:00+08:00', 8, '2026-03-02T17:00:00+08:00'],
  ['a moment more than the day has', '2026-03-02T09:00:00+08:00', 8.5, '2026-03-03T09:30:00+08:00'],
  ['from before the bank opens', '2026-03-02T06:00:00+08:00', 1, '2026-03-02T10:00:00+08:00'],
  ['from when it closes', '2026-03-02T17:00:00+08:00', 1, '2026-03-03T10:00:00+08:00'],
  ['from late in the evening', '2026-03-02T23:59:59+08:00', 1, '2026-03-03T10:00:00+08:00'],
  ['over a weekend', '2026-03-06T16:00:00+08:00', 2, '2026-03-09T10:00:00+08:00'],
  ['on a Saturday worked for a holiday', '2026-02-14T15:00:00+08:00', 1, '2026-02-14T16:00:00+08:00'],
  ['over Spring Festival', '2026-02-14T15:00:00+08:00', 12.5, '2026-02-25T11:30:00+08:00'],
  ['over National Day', '2026-09-30T16:00:00+08:00', 2, '2026-10-08T10:00:00+08:00'],
] as const)('working hours: %s', ([, from, hours, due]) => {
  expect(workingTime(isoOf(epochOf(from)), hours, beijing).dueAt).toBe(isoOf(epochOf(due)));
});

test('the bank opens at nine by the clock on its wall, before and after the clocks change', () => {
  expect(workingTime('2026-03-27T16:00:00.000Z', 2, london).dueAt).toBe('2026-03-30T09:00:00.000Z');
  expect(workingTime('2026-10-23T15:00:00.000Z', 2, london).dueAt).toBe('2026-10-26T10:00:00.000Z');
});

test('it says where the hours begin, and what lay between', () => {
  expect(workingTime('2026-12-24T16:30:00.000Z', 1, london)).toMatchObject({
    beginsAt: '2026-12-24T16:30:00.000Z',
    dueAt: '2026-12-29T09:30:00.000Z',
    skipped: [{ because: 'Christmas Day' }, { because: 'weekend' }, { because: 'weekend' }, { date: '2026-12-28' }],
    unpublished: [],
  });
  expect(workingTime('2026-12-25T12:00:00.000Z', 1, london).beginsAt).toBe('2026-12-29T09:00:00.000Z');
  expect(workingTime('2026-12-31T10:00:00.000Z', 1, beijing).unpublished).toEqual([2027]);
});

test('counted half hour by half hour, as many are worked as were asked for', () => {
  const starts = fc.integer({
    min: Date.UTC(2020, 0) / HALF_HOUR,
    max: Date.UTC(2026, 8) / HALF_HOUR,
  });
  fc.assert(
    fc.property(starts, fc.integer({ min: 1, max: 120 }), (start, halves) => {
      const from = start * HALF_HOUR;
      const due = epochOf(workingTime(isoOf(from), halves / 2, beijing).dueAt);
      let worked = 0;
      for (let at = from; at < due; at += HALF_HOUR) if (isWorked(at)) worked += 1;
      expect(worked).toBe(halves);
      expect(isWorked(due - 1)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

function isWorked(epoch: number): boolean {
  const { date, time } = localTime(isoOf(epoch), 'Asia/Shanghai');
  return getDayDetail(date).work && time >= '09:00:00' && time < '17:00:00';
}
