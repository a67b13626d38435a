import { expect, test } from 'vitest';
import { clockMarks } from '../../functions/domain/clock-marks.ts';
import { BANK_CLOCKS } from '../../functions/rules/bank-clocks.ts';
import { UK_DAYS } from '../../functions/rules/calendars/uk.ts';

const bank = { bankClocks: BANK_CLOCKS, calendar: UK_DAYS, zone: 'Europe/London' };

test('a clock in days is spoken of at a half, at 80 %, three days and one day before, and when it is due', () => {
  const clock = {
    startsAt: '2026-11-02T00:00:00.000Z',
    dueAt: '2026-11-22T00:00:00.000Z',
    unit: 'calendar-days' as const,
    within: 19,
  };
  expect(clockMarks(clock, bank).map(({ mark, at }) => ({ mark, at }))).toEqual([
    { mark: 'half', at: '2026-11-12T00:00:00.000Z' },
    { mark: '80 %', at: '2026-11-18T00:00:00.000Z' },
    { mark: 'three days', at: '2026-11-19T00:00:00.000Z' },
    { mark: 'one day', at: '2026-11-21T00:00:00.000Z' },
    { mark: 'due', at: '2026-11-22T00:00:00.000Z' },
  ]);
});

test('days before are the bank’s days, also when the clocks change between', () => {
  const clock = {
    startsAt: '2026-10-01T09:00:00.000Z',
    dueAt: '2026-10-27T00:00:00.000Z',
    unit: 'calendar-days' as const,
    within: 25,
  };
  const at = Object.fromEntries(clockMarks(clock, bank).map((one) => [one.mark, one.at]));
  expect(at).toMatchObject({ 'three days': '2026-10-23T23:00:00.000Z', 'one day': '2026-10-26T00:00:00.000Z' });
});

test('a mark from before the start is left out', () => {
  const clock = {
    startsAt: '2026-11-02T10:00:00.000Z',
    dueAt: '2026-11-04T00:00:00.000Z',
    unit: 'business-days' as const,
    within: 1,
  };
  expect(clockMarks(clock, bank).map(({ mark }) => mark)).toEqual(['one day', 'half', '80 %', 'due']);
});

test('half of some working hours is in working hours', () => {
  const clock = {
    startsAt: '2026-12-24T15:00:00.000Z',
    dueAt: '2026-12-29T15:00:00.000Z',
    unit: 'working-hours' as const,
    within: 8,
  };
  expect(clockMarks(clock, bank).map(({ mark, at }) => ({ mark, at }))).toEqual([
    { mark: 'half', at: '2026-12-29T11:00:00.000Z' },
    { mark: 'due', at: '2026-12-29T15:00:00.000Z' },
  ]);
});
