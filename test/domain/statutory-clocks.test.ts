import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { startClocks } from '../../functions/domain/clocks.ts';
import { isoOf } from '../../functions/domain/local-time.ts';
import { type Happened, statutoryClocks } from '../../functions/domain/statutory-clocks.ts';
import { BANK_CLOCKS } from '../../functions/rules/bank-clocks.ts';
import { CALENDARS } from '../../functions/rules/calendars/calendars.ts';
import { CN } from '../../functions/rules/packs/cn.ts';
import { EU } from '../../functions/rules/packs/eu.ts';
import type { Pack } from '../../functions/rules/packs/pack.ts';
import { UK } from '../../functions/rules/packs/uk.ts';

const receivedAt = '2026-11-22T01:30:00.000Z';
const clocks = (pack: Pack, happened: Partial<Happened>, zone = pack.zone, calendar = CALENDARS[pack.calendar]) => {
  if (!calendar) throw new Error(`no calendar for ${pack.id}`);
  return statutoryClocks({ pack, calendar, zone }, { receivedAt, ...happened });
};
const dues = (...asked: Parameters<typeof clocks>) => {
  const running = clocks(...asked);
  expect(new Set(running.map(({ id }) => id)).size).toBe(running.length);
  return Object.fromEntries(running.map(({ id, dueAt, rule }) => [id, [dueAt, rule]]));
};

test.for<readonly [string, Pack, Partial<Happened>, Record<string, readonly [string, string]>]>([
  ['cn: fifteen days', CN, {}, { decide: ['2026-12-07T16:00:00.000Z', 'cn-decide-15'] }],
  ['cn: thirty, extended', CN, { extended: 1 }, { decide: ['2026-12-22T16:00:00.000Z', 'cn-decide-30'] }],
  ['cn: sixty, extended again', CN, { extended: 2 }, { decide: ['2027-01-21T16:00:00.000Z', 'cn-decide-60'] }],
  [
    'cn: passed on by PBoC',
    CN,
    { passedOnBy: 'pboc' },
    {
      decide: ['2026-12-07T16:00:00.000Z', 'cn-decide-15'],
      transferred: ['2026-12-07T16:00:00.000Z', 'cn-transferred-15'],
    },
  ],
  [
    'cn: passed on by PBoC, extended',
    CN,
    { passedOnBy: 'pboc', extended: 1 },
    {
      decide: ['2026-12-22T16:00:00.000Z', 'cn-decide-30'],
      transferred: ['2027-01-21T16:00:00.000Z', 'cn-transferred-60'],
    },
  ],
  [
    'cn: verification may be asked for',
    CN,
    { repliedAt: '2026-12-01T04:00:00.000Z' },
    {
      decide: ['2026-12-07T16:00:00.000Z', 'cn-decide-15'],
      verification: ['2026-12-31T16:00:00.000Z', 'cn-verify-ask'],
    },
  ],
  [
    'cn: verification is asked for',
    CN,
    { repliedAt: '2026-12-01T04:00:00.000Z', verificationAskedAt: '2026-12-10T04:00:00.000Z' },
    {
      decide: ['2026-12-07T16:00:00.000Z', 'cn-decide-15'],
      verification: ['2027-01-09T16:00:00.000Z', 'cn-verify-decide'],
    },
  ],
  [
    'uk: three business days, and eight weeks',
    UK,
    {},
    { summary: ['2026-11-26T00:00:00.000Z', 'uk-summary-3'], decide: ['2027-01-18T00:00:00.000Z', 'uk-decide-8'] },
  ],
  [
    'uk: eight weeks across a change of the clocks',
    UK,
    { receivedAt: '2026-09-14T23:30:00.000Z' },
    { summary: ['2026-09-18T23:00:00.000Z', 'uk-summary-3'], decide: ['2026-11-11T00:00:00.000Z', 'uk-decide-8'] },
  ],
  ['eu: fifteen business days', EU, {}, { decide: ['2026-12-11T23:00:00.000Z', 'eu-decide-15'] }],
  ['eu: thirty-five, over Christmas', EU, { extended: 1 }, { decide: ['2027-01-12T23:00:00.000Z', 'eu-decide-35'] }],
])('%s', ([, pack, happened, expected]) => {
  expect(dues(pack, happened)).toEqual(expected);
});

test.for([
  ['2026-02-10T23:59:00+08:00', '2026-02-26T00:00:00+08:00'],
  ['2026-02-11T00:00:00+08:00', '2026-02-27T00:00:00+08:00'],
  ['2026-12-31T23:59:59.999+08:00', '2027-01-16T00:00:00+08:00'],
  ['2024-02-14T12:00:00+08:00', '2024-03-01T00:00:00+08:00'],
  ['2023-02-14T12:00:00+08:00', '2023-03-02T00:00:00+08:00'],
] as const)('received %s, late from %s', ([at, due]) => {
  const [decide] = clocks(CN, { receivedAt: isoOf(Date.parse(at)) });
  expect(decide?.dueAt).toBe(isoOf(Date.parse(due)));
});

test('in Shanghai, where no clock ever changes, fifteen days end at the sixteenth midnight', () => {
  const [day, east] = [86_400_000, 28_800_000];
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2020, 10, 2), max: Date.UTC(2040, 0) }), (at) => {
      const midnight = (Math.floor((at + east) / day) + 16) * day - east;
      expect(clocks(CN, { receivedAt: isoOf(at) })[0]?.dueAt).toBe(isoOf(midnight));
    }),
    { numRuns: 500 },
  );
});

test('day 0 is the bank’s day, wherever the bank is', () => {
  expect(dues(CN, {}, 'America/New_York').decide?.[0]).toBe('2026-12-07T05:00:00.000Z');
  expect(dues(CN, {}, 'Pacific/Kiritimati').decide?.[0]).toBe('2026-12-07T10:00:00.000Z');
});

test('intake starts the same clocks, with the same dates', () => {
  for (const pack of [CN, UK, EU]) {
    const law = { pack, zone: pack.zone, bankClocks: BANK_CLOCKS, calendar: CALENDARS[pack.calendar] };
    const [, ...started] = startClocks(law, { receivedAt, kind: 'complaint' });
    expect(started.map(({ clock, dueAt, rule }) => [clock, [dueAt, rule]])).toEqual(Object.entries(dues(pack, {})));
  }
});

test('an extension says who must approve it, and by when it must have been told', () => {
  const derivation = clocks(CN, { extended: 2 })[0]?.derivation.join('\n');
  expect(derivation).toContain('cn-decide-30 to 30 calendar days');
  expect(derivation).toContain('department-head (a level the bank sets)');
  expect(derivation).toContain('before Tuesday 2026-12-08 00:00:00 in Asia/Shanghai');
  expect(derivation).toMatch(/cn-decide-60.*approval of head-office and the customer told.*2026-12-23 00:00:00/);
});

test('a derivation is the facts in their order', () => {
  expect(clocks(UK, { receivedAt: '2026-04-02T09:15:00.000Z' })[0]).toMatchObject({
    id: 'summary',
    unit: 'business-days',
    isCertain: true,
    derivation: [
      'Rule uk-summary-3: resolved by close of business, for a summary resolution communication, within 3 business days (FCA Handbook, DISP 1.5.1R).',
      'Day 0 is Thursday 2026-04-02, the day in Europe/London on which it was received (10:15:00).',
      'Not counted: Friday 2026-04-03 (Good Friday), Saturday 2026-04-04 (weekend), Sunday 2026-04-05 (weekend), Monday 2026-04-06 (Easter Monday).',
      'The last day is Thursday 2026-04-09, 3 business days after day 0.',
      'It is late from 2026-04-09T23:00:00.000Z, which is Friday 2026-04-10 00:00:00 in Europe/London.',
    ],
  });
});

test('a number from memory says so', () => {
  const [, verification] = clocks(CN, { repliedAt: receivedAt });
  expect(verification?.derivation[0]).toContain('not verified: from memory');
});

test('a date that nobody has published yet is not certain, and says why; a count of every day is', () => {
  const [summary, decide] = clocks(UK, { receivedAt: '2027-12-30T10:00:00.000Z' });
  expect(summary?.isCertain).toBe(false);
  expect(summary?.derivation.join('\n')).toContain('published for 2017 to 2027, and this counts days of 2028');
  expect(decide?.isCertain).toBe(true);
});

test('a complaint from before the pack was in force is counted, and says so', () => {
  const [decide] = clocks(CN, { receivedAt: '2020-10-31T15:59:59.000Z' });
  expect(decide).toMatchObject({ dueAt: '2020-11-15T16:00:00.000Z', isCertain: false });
  expect(decide?.derivation.join('\n')).toContain('in force from 2020-11-01');
  expect(clocks(CN, { receivedAt: '2020-10-31T16:00:00.000Z' })[0]?.isCertain).toBe(true);
});
