import { expect, test } from 'vitest';
import { packOn, pinnedPack } from '../../functions/domain/pinned-pack.ts';
import { statutoryClocks } from '../../functions/domain/statutory-clocks.ts';
import { CN_DAYS } from '../../functions/rules/calendars/cn.ts';
import { CN } from '../../functions/rules/packs/cn.ts';
import type { Pack } from '../../functions/rules/packs/pack.ts';
import { PACKS } from '../../functions/rules/packs/packs.ts';

const shorter: Pack = {
  ...CN,
  version: '2',
  effective: { ...CN.effective, from: '2026-12-01' },
  clocks: CN.clocks.map((row) => (row.clock === 'decide' ? { ...row, within: 10, counting: 'calendar-days' } : row)),
};
const packs = [shorter, ...PACKS];
const due = (pinned: string) =>
  statutoryClocks(
    { pack: pinnedPack(packs, pinned), calendar: CN_DAYS, zone: CN.zone },
    { receivedAt: '2026-11-30T04:00:00.000Z' },
  )[0]?.dueAt;

test('a complaint has the pack in force on its day', () => {
  expect(packOn(packs, 'cn', '2026-11-30')).toBe(CN);
  expect(packOn(packs, 'cn', '2026-12-01')).toBe(shorter);
  expect(packOn(packs, 'uk', '2026-12-01')?.id).toBe('uk');
  expect(packOn(packs, 'cn', '2020-10-31')).toBeUndefined();
});

test('a pack that has ended answers for its own days alone', () => {
  const ended = { ...CN, effective: { ...CN.effective, until: '2026-11-30' } };
  expect(packOn([ended], 'cn', '2026-11-30')).toBe(ended);
  expect(packOn([ended], 'cn', '2026-12-01')).toBeUndefined();
});

test('a newer pack never changes the dates of an older ticket', () => {
  expect(due('cn-1')).toBe('2026-12-15T16:00:00.000Z');
  expect(due('cn-2')).toBe('2026-12-10T16:00:00.000Z');
});

test('a pack that a ticket has pinned must not be missing', () => {
  expect(() => pinnedPack(PACKS, 'cn-2')).toThrow('cn-2');
});
