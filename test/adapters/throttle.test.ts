import { afterAll, beforeAll, expect, test } from 'vitest';
import { throttle } from '../../functions/adapters/throttle.ts';
import { LIMITS } from '../../functions/rules/limits.ts';
import { type Desk, openDesk } from '../../local/demo/desk.ts';

const noon = new Date('2026-03-09T12:00:00.000Z');
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ startAt: noon });
});
afterAll(() => desk.cloud.close());

const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000);
const [, , atMost = 0, seconds = 0] = LIMITS.rows.find(([, of]) => of === 'forms of a link') ?? [];

test('so often is often enough, even at one instant, until the window is over; others are not held up', async () => {
  const may = throttle(desk.db, desk.tables.caseFiles, LIMITS);
  const asked = await Promise.all(Array.from({ length: atMost + 5 }, () => may('forms of a link', 'one', noon)));
  expect(asked.filter(Boolean)).toHaveLength(atMost);
  expect(await may('forms of a link', 'one', later(seconds - 1))).toBe(false);
  expect(await may('forms of a link', 'another', noon)).toBe(true);
  expect(await may('forms of a link', 'one', later(seconds))).toBe(true);
});

test('what no row limits is a fault, not a free way', async () => {
  const may = throttle(desk.db, desk.tables.caseFiles, { ...LIMITS, rows: [] });
  await expect(may('forms of a link', 'one', noon)).rejects.toThrow('no row of the limits');
});
