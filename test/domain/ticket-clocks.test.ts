import { expect, test } from 'vitest';
import type { Tier } from '../../functions/domain/complaint-posted.ts';
import type { Severity } from '../../functions/domain/event-words.ts';
import { ticketClocks } from '../../functions/domain/ticket-clocks.ts';
import { BANK_CLOCKS } from '../../functions/rules/bank-clocks.ts';
import { CN_DAYS } from '../../functions/rules/calendars/cn.ts';
import { UK_DAYS } from '../../functions/rules/calendars/uk.ts';
import { CN } from '../../functions/rules/packs/cn.ts';
import { UK } from '../../functions/rules/packs/uk.ts';

const bank = { pack: CN, calendar: CN_DAYS, zone: CN.zone, bankClocks: BANK_CLOCKS };
const receivedAt = '2026-11-23T01:00:00.000Z';
const clocksOf = (severity: Severity, tier: Tier) =>
  Object.fromEntries(ticketClocks(bank, { receivedAt }, { severity, tier }).map((clock) => [clock.id, clock]));

test('the law’s clocks and the bank’s stand side by side', () => {
  expect(Object.keys(clocksOf('simple', 'standard'))).toEqual(['acknowledge', 'decide', 'department', 'approval']);
  const all = ticketClocks(
    bank,
    { receivedAt, passedOnBy: 'pboc', repliedAt: receivedAt },
    { severity: 'simple', tier: 'standard' },
  );
  expect(all.map(({ id }) => id)).toEqual([
    'acknowledge',
    'decide',
    'transferred',
    'verification',
    'department',
    'approval',
  ]);
});

test.for([
  ['simple', 'standard', '2026-11-25T09:00:00.000Z', '2026-11-26T09:00:00.000Z'],
  ['complex', 'standard', '2026-11-27T09:00:00.000Z', '2026-11-30T09:00:00.000Z'],
  ['major', 'standard', '2026-11-25T09:00:00.000Z', '2026-11-26T05:00:00.000Z'],
  ['simple', 'co-brand', '2026-11-25T09:00:00.000Z', '2026-11-26T09:00:00.000Z'],
  ['simple', 'gold', '2026-11-25T03:00:00.000Z', '2026-11-25T09:00:00.000Z'],
  ['simple', 'platinum', '2026-11-24T05:00:00.000Z', '2026-11-24T09:00:00.000Z'],
] as const)('%s, %s: department by %s, approval by %s', ([severity, tier, department, approval]) => {
  const clocks = clocksOf(severity, tier);
  expect(clocks.department?.dueAt).toBe(department);
  expect(clocks.approval).toMatchObject({ startsAt: department, dueAt: approval, unit: 'working-hours' });
});

test('a better card never moves a statutory clock', () => {
  const standard = clocksOf('simple', 'standard').decide;
  for (const tier of ['gold', 'platinum', 'co-brand'] as const) {
    expect(clocksOf('major', tier).decide).toEqual(standard);
  }
});

test('a shorter time says why, and that it is the bank’s', () => {
  const derivation = clocksOf('simple', 'platinum').department?.derivation.join('\n');
  expect(derivation).toContain('24 working hours for the department, simple (not verified: bank policy');
  expect(derivation).toContain('A platinum card leaves 0.5 of it: 12 working hours.');
});

test('the acknowledgement: the bank’s minutes, under the law’s rule where the law wants it promptly', () => {
  expect(clocksOf('simple', 'standard').acknowledge).toMatchObject({
    rule: 'B1',
    dueAt: '2026-11-23T01:10:00.000Z',
    unit: 'minutes',
  });
  const uk = { ...bank, pack: UK, calendar: UK_DAYS, zone: UK.zone };
  const [acknowledge] = ticketClocks(uk, { receivedAt }, { severity: 'simple', tier: 'standard' });
  expect(acknowledge).toMatchObject({ id: 'acknowledge', rule: 'uk-acknowledge', dueAt: '2026-11-23T01:10:00.000Z' });
  expect(acknowledge?.derivation[0]).toContain('DISP 1.6.1R');
});
