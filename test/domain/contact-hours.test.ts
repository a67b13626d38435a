import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Sending, sendAt } from '../../functions/domain/contact-hours.ts';
import { localTime } from '../../functions/domain/local-time.ts';

const evening: Sending = {
  now: '2026-11-22T13:30:00.000Z',
  zone: 'Asia/Shanghai',
  deadline: '2026-12-07T16:00:00.000Z',
  marginMinutes: 120,
  urgent: false,
  hours: { from: '08:00', to: '21:00' },
};
const morning = { at: '2026-11-23T00:00:00.000Z', heldFor: 'contact-hours' };

test.for<readonly [string, Partial<Sending>, object]>([
  ['at half past nine in the evening a reply waits for eight', {}, morning],
  ['in the small hours it waits for the same morning', { now: '2026-11-22T20:00:00.000Z' }, morning],
  ['at nine sharp it waits', { now: '2026-11-22T13:00:00.000Z' }, morning],
  ['a second before nine it leaves', { now: '2026-11-22T12:59:59.000Z' }, { at: '2026-11-22T12:59:59.000Z' }],
  ['at eight sharp it leaves', { now: '2026-11-23T00:00:00.000Z' }, { at: '2026-11-23T00:00:00.000Z' }],
  ['an urgent one leaves at once', { urgent: true }, { at: evening.now }],
  ['a holder abroad is in another evening', { zone: 'America/New_York' }, { at: '2026-11-22T13:30:00.000Z' }],
  [
    'it leaves in the night rather than miss its deadline',
    { deadline: '2026-11-22T18:00:00.000Z' },
    { at: '2026-11-22T16:00:00.000Z', heldFor: 'contact-hours' },
  ],
  [
    'with the deadline nearer than the margin it leaves at once',
    { deadline: '2026-11-22T14:00:00.000Z' },
    { at: evening.now },
  ],
  ['past the deadline it leaves at once', { deadline: '2026-11-20T16:00:00.000Z' }, { at: evening.now }],
  ['without a deadline the morning is early enough', { deadline: undefined }, morning],
])('%s', ([, change, expected]) => {
  expect(sendAt({ ...evening, ...change })).toEqual(expected);
});

test('a held message leaves in the hours, or at the last moment before the deadline', () => {
  const zone = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe');
  fc.assert(
    fc.property(zone, fc.integer({ min: 0, max: 3 * 366 * 24 * 60 }), (zone, minute) => {
      const now = new Date(Date.UTC(2026, 0) + minute * 60_000).toISOString();
      const { at } = sendAt({ ...evening, zone, now, deadline: undefined });
      const { time } = localTime(at, zone);
      expect(at >= now && time >= '08:00:00' && time < '21:00:00').toBe(true);
    }),
  );
});
