import { expect, test } from 'vitest';
import { fold } from '../../functions/domain/evolve.ts';
import { retainUntil } from '../../functions/domain/retention.ts';
import { CN } from '../../functions/rules/packs/cn.ts';
import { POLICY } from '../../functions/rules/policy.ts';
import { decisions, received } from './a-ticket.ts';

/** A ticket received at one instant and, perhaps, closed at another. */
function ticket(receivedAt: string, closedAt?: string) {
  const [receipt, closing] = decisions([received(), { type: 'Closed', outcome: 'not-rated' }]);
  const log = [receipt && { ...receipt, at: receivedAt }, closing && closedAt && { ...closing, at: closedAt }];
  return fold(log.flatMap((decision) => decision || []));
}

test('records are kept as many years from closing as the pack says', () => {
  expect(retainUntil(ticket('2026-11-22T02:00:00.000Z', '2027-01-05T02:00:00.000Z'), CN, POLICY)).toBe(
    '2030-01-05T02:00:00.000Z',
  );
});

test('while nothing is closed they are counted from receipt, and the longer of the two wins', () => {
  expect(retainUntil(ticket('2026-11-22T02:00:00.000Z'), CN, POLICY)).toBe('2029-11-22T02:00:00.000Z');
  expect(retainUntil(ticket('2026-11-22T02:00:00.000Z', '2025-01-01T00:00:00.000Z'), CN, POLICY)).toBe(
    '2029-11-22T02:00:00.000Z',
  );
});

test('a leap day’s records are never kept a day too short', () => {
  expect(retainUntil(ticket('2028-02-01T00:00:00.000Z', '2028-02-29T12:00:00.000Z'), CN, POLICY)).toBe(
    '2031-03-01T12:00:00.000Z',
  );
});

test('the number is the pack’s, and the bank’s own where a pack has none', () => {
  const numbers = CN.numbers.map((row) => (row.rule === 'cn-records' ? { ...row, value: 5 } : row));
  expect(retainUntil(ticket('2026-11-22T02:00:00.000Z'), { ...CN, numbers }, POLICY)).toMatch(/^2031/);
  const without = { ...CN, numbers: [] };
  expect(retainUntil(ticket('2026-11-22T02:00:00.000Z'), without, { keepRecordsYears: 9 })).toMatch(/^2035/);
});
