import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Purpose } from '../../functions/domain/event-words.ts';
import { heldUntil } from '../../functions/domain/hold.ts';
import { localTime } from '../../functions/domain/local-time.ts';
import { POLICY } from '../../functions/rules/policy.ts';
import { SENDING } from '../../functions/rules/sending.ts';
import { after, clock, given, received } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';

const holding = { sending: SENDING, policy: POLICY, zone: 'Asia/Shanghai' };
const night = '2026-11-22T15:00:00.000Z'; // 23:00 in Shanghai
const morning = '2026-11-23T00:00:00.000Z';
const due = (dueAt: string) => given(received(), clock({ dueAt }));
const late = due('2026-12-07T16:00:00.000Z');
const tonight = due('2026-11-22T18:00:00.000Z');
const atOnce = ['acknowledgement', 'security-advice', 'declined', 'card-protected', 'withdrawn'];

test.for([...Purpose.options])('%s at night', (purpose) => {
  expect(heldUntil(late, purpose, holding, night)).toBe(atOnce.includes(purpose) ? undefined : morning);
});

test.for([
  ['a reply leaves before its date, though it is night', tonight, 'reply', '2026-11-22T16:00:00.000Z'],
  ['so does the notice that moves it', tonight, 'extension-notice', '2026-11-22T16:00:00.000Z'],
  ['a survey waits, whatever the date', tonight, 'survey', morning],
  ['and so does word of progress', tonight, 'still-working', morning],
  ['once replied nothing is urgent about the date', after(tonight, EVERY_EVENT.Replied), 'reply', morning],
] as const)('%s', ([, ticket, purpose, until]) => {
  expect(heldUntil(ticket, purpose, holding, night)).toBe(until);
});

test('where clocks change in the night, the morning is still theirs', () => {
  const london = given(received({ zone: 'Europe/London' }));
  expect(heldUntil(london, 'survey', holding, '2026-03-28T23:00:00.000Z')).toBe('2026-03-29T07:00:00.000Z');
  expect(heldUntil(london, 'survey', holding, '2026-10-24T22:00:00.000Z')).toBe('2026-10-25T08:00:00.000Z');
});

test('in any zone and at any instant a survey leaves in the hours of whoever gets it', () => {
  const zones = fc.constantFrom(
    'Asia/Shanghai',
    'America/New_York',
    'Europe/London',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  );
  fc.assert(
    fc.property(zones, fc.integer({ min: 0, max: 3 * 366 * 24 * 60 }), (zone, minute) => {
      const now = new Date(Date.UTC(2026, 0) + minute * 60_000).toISOString();
      const { time } = localTime(heldUntil(given(received({ zone })), 'survey', holding, now) ?? now, zone);
      expect(time >= '08:00:00' && time < '21:00:00').toBe(true);
    }),
  );
});
