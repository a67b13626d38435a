import { expect, test } from 'vitest';
import { startClocks } from '../../functions/domain/clocks.ts';
import { CN } from '../../functions/rules/packs/cn.ts';
import type { Pack } from '../../functions/rules/packs/pack.ts';

const BEIJING = 'Asia/Shanghai';
const receivedAt = '2026-11-22T01:30:00.000Z';

test('a complaint is due at the end of the fifteenth day after the day it came', () => {
  expect(startClocks(CN, BEIJING, { receivedAt, kind: 'complaint' })).toEqual([
    { clock: 'decide', startsAt: receivedAt, dueAt: '2026-12-07T16:00:00.000Z', rule: 'cn-decide-15' },
  ]);
});

test.for([
  ['a second before midnight', '2026-11-22T15:59:59.000Z', '2026-12-07T16:00:00.000Z'],
  ['at midnight', '2026-11-22T16:00:00.000Z', '2026-12-08T16:00:00.000Z'],
] as const)('the day of receipt is the bank’s day: %s', ([, at, dueAt]) => {
  expect(startClocks(CN, BEIJING, { receivedAt: at, kind: 'complaint' })[0]?.dueAt).toBe(dueAt);
});

test('one passed on by PBoC has that clock too', () => {
  const clocks = startClocks(CN, BEIJING, { receivedAt, kind: 'complaint', passedOnBy: 'pboc' });
  expect(clocks.map(({ clock, rule }) => [clock, rule])).toEqual([
    ['decide', 'cn-decide-15'],
    ['transferred', 'cn-transferred-15'],
  ]);
  expect(startClocks(CN, BEIJING, { receivedAt, kind: 'complaint', passedOnBy: 'nfra' })).toHaveLength(1);
});

test.for(['inquiry', 'suggestion', 'praise'] as const)('%s starts no clock', (kind) => {
  expect(startClocks(CN, BEIJING, { receivedAt, kind, passedOnBy: 'pboc' })).toEqual([]);
});

const counting = (unit: 'weeks' | 'business-days', within: number): Pack => ({
  ...CN,
  clocks: [
    {
      rule: 'other',
      clock: 'decide',
      startsWhen: 'received',
      within,
      counting: unit,
      what: 'x',
      source: 'x',
      verified: false,
    },
  ],
});

test('another jurisdiction counts in weeks, across a change of the clocks', () => {
  const [clock] = startClocks(counting('weeks', 8), 'Europe/London', {
    receivedAt: '2026-09-15T10:00:00.000Z',
    kind: 'complaint',
  });
  expect(clock?.dueAt).toBe('2026-11-11T00:00:00.000Z');
});

test('business days are not guessed without a calendar', () => {
  expect(() => startClocks(counting('business-days', 3), BEIJING, { receivedAt, kind: 'complaint' })).toThrow(
    'calendar',
  );
});
