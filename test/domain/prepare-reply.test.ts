import { expect, test } from 'vitest';
import { replySendAt } from '../../functions/domain/prepare-reply.ts';
import { POLICY } from '../../functions/rules/policy.ts';
import { after, clock, given, received, type Told, triaged } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';

const zone = 'Asia/Shanghai';
const night = new Date('2026-11-22T15:00:00.000Z'); // 23:00 in Shanghai, 16:00 in Paris
const morning = '2026-11-23T00:00:00.000Z'; // 08:00 in Shanghai
const hours = { policy: POLICY, bankZone: zone };
const sendAt = (...events: readonly Told[]) => replySendAt(given(...events), [], hours, night);
const late = clock({ dueAt: '2026-12-07T16:00:00.000Z' });

test('a reply written at night waits for the complainant’s morning', () => {
  expect(sendAt(received(), triaged(), late)).toEqual({ at: morning, heldFor: 'contact-hours' });
});

test('it is the complainant’s own night that counts', () => {
  expect(sendAt(received({ zone: 'Europe/Paris' }), triaged(), late)).toEqual({ at: night.toISOString() });
});

test('a reply in an urgent matter waits too: what was urgent went at once', () => {
  expect(sendAt(received(), triaged({ urgent: true }), late)).toEqual(sendAt(received(), triaged(), late));
});

test('a reply never waits until its deadline would be missed', () => {
  const midnight = clock({ dueAt: '2026-11-22T18:00:00.000Z' });
  expect(sendAt(received(), triaged(), midnight)).toMatchObject({ at: '2026-11-22T16:00:00.000Z' });
  const past = clock({ dueAt: '2026-11-22T14:00:00.000Z' });
  expect(sendAt(received(), triaged(), past)).toEqual({ at: night.toISOString() });
});

test('nor until that of a ticket merged into it would be: they have one reply', () => {
  const merged = given(received(), clock({ dueAt: '2026-11-22T18:00:00.000Z' }), EVERY_EVENT.MergedInto);
  const held = (other: typeof merged) => replySendAt(given(received(), triaged(), late), [other], hours, night);
  expect(held(merged)).toMatchObject({ at: '2026-11-22T16:00:00.000Z' });
  expect(held(after(merged, EVERY_EVENT.Withdrawn))).toMatchObject({ at: morning });
});

test('a date that stands still makes nobody hurry', () => {
  const soon = clock({ dueAt: '2026-11-22T18:00:00.000Z' });
  expect(sendAt(received(), triaged(), soon, EVERY_EVENT.ClockStopped)).toMatchObject({ at: morning });
});

test('without a clock, and before triage, it waits for the morning in the bank’s zone too', () => {
  expect(sendAt(received({ kind: 'inquiry' }))).toEqual({ at: morning, heldFor: 'contact-hours' });
  expect(sendAt()).toEqual({ at: morning, heldFor: 'contact-hours' });
});
