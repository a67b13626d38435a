import { expect, test } from 'vitest';
import { usualLook } from '../../functions/domain/usual-look.ts';
import { POLICY } from '../../functions/rules/policy.ts';
import { clock, given, received } from './a-ticket.ts';

const NOW = new Date('2026-12-01T02:00:00.000Z');

test('an open ticket is looked at every few days; each day where a date of it is a guess', () => {
  const policy = { ...POLICY, lookEveryDays: 3 };
  expect(usualLook(given(received(), clock()), policy, NOW)).toBe('2026-12-04T02:00:00.000Z');
  expect(usualLook(given(received(), clock({ uncertain: true })), policy, NOW)).toBe('2026-12-02T02:00:00.000Z');
});
