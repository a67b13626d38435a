import { expect, test } from 'vitest';
import { startClocks } from '../../functions/domain/clocks.ts';
import { BANK_CLOCKS } from '../../functions/rules/bank-clocks.ts';
import type { Calendar } from '../../functions/rules/calendars/calendar.ts';
import { COUNTED } from '../../functions/rules/calendars/counted.ts';
import { CN } from '../../functions/rules/packs/cn.ts';
import { EU } from '../../functions/rules/packs/eu.ts';
import type { Pack } from '../../functions/rules/packs/pack.ts';
import { PACKS } from '../../functions/rules/packs/packs.ts';

const BEIJING = 'Asia/Shanghai';
const law = (pack: Pack, zone: string, calendar?: Calendar) => ({ pack, zone, calendar, bankClocks: BANK_CLOCKS });
const receivedAt = '2026-11-22T01:30:00.000Z';

test('a complaint is due at the end of the fifteenth day after the day it came', () => {
  expect(startClocks(law(CN, BEIJING), { receivedAt, kind: 'complaint' })).toEqual([
    { clock: 'acknowledge', startsAt: receivedAt, dueAt: '2026-11-22T01:40:00.000Z', rule: 'B1' },
    { clock: 'decide', startsAt: receivedAt, dueAt: '2026-12-07T16:00:00.000Z', rule: 'cn-decide-15' },
  ]);
});

test.for([
  ['a second before midnight', '2026-11-22T15:59:59.000Z', '2026-12-07T16:00:00.000Z'],
  ['at midnight', '2026-11-22T16:00:00.000Z', '2026-12-08T16:00:00.000Z'],
] as const)('the day of receipt is the bank’s day: %s', ([, at, dueAt]) => {
  expect(startClocks(law(CN, BEIJING), { receivedAt: at, kind: 'complaint' })[1]?.dueAt).toBe(dueAt);
});

test('one passed on by PBoC has that clock too', () => {
  const clocks = startClocks(law(CN, BEIJING), { receivedAt, kind: 'complaint', passedOnBy: 'pboc' });
  expect(clocks.map(({ clock, rule }) => [clock, rule])).toEqual([
    ['acknowledge', 'B1'],
    ['decide', 'cn-decide-15'],
    ['transferred', 'cn-transferred-15'],
  ]);
  expect(startClocks(law(CN, BEIJING), { receivedAt, kind: 'complaint', passedOnBy: 'nfra' })).toHaveLength(2);
});

test.for(['inquiry', 'suggestion', 'praise'] as const)('%s starts no clock', (kind) => {
  expect(startClocks(law(CN, BEIJING), { receivedAt, kind, passedOnBy: 'pboc' })).toEqual([]);
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
  const [, clock] = startClocks(law(counting('weeks', 8), 'Europe/London'), {
    receivedAt: '2026-09-15T10:00:00.000Z',
    kind: 'complaint',
  });
  expect(clock?.dueAt).toBe('2026-11-11T00:00:00.000Z');
});

test('business days are not guessed without a calendar', () => {
  expect(() => startClocks(law(counting('business-days', 3), BEIJING), { receivedAt, kind: 'complaint' })).toThrow(
    'calendar',
  );
});

test('a date counted in a year whose holidays nobody has published says that it is not certain', () => {
  const until = (year: string) =>
    startClocks(law(EU, EU.zone, { ...(COUNTED.eu as Calendar), published: { from: 2020, until: 2026 } }), {
      receivedAt: `${year}-12-20T10:00:00.000Z`,
      kind: 'complaint',
    }).map(({ clock, uncertain }) => [clock, uncertain]);
  expect(until('2026')).toEqual([
    ['acknowledge', undefined],
    ['decide', true],
  ]);
  expect(until('2025')[1]).toEqual(['decide', undefined]);
});

test('the door knows the calendar of every pack that counts business days', () => {
  const counting = PACKS.filter(({ clocks }) => clocks.some((row) => row.counting === 'business-days'));
  expect(counting.map(({ calendar }) => COUNTED[calendar]?.id)).toEqual(counting.map(({ calendar }) => calendar));
});
