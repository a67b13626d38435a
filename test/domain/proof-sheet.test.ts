import { expect, test } from 'vitest';
import { workClock } from '../../functions/domain/bank-clocks.ts';
import { proofSheet } from '../../functions/domain/proof/proof-sheet.ts';
import { ticketClocks } from '../../functions/domain/ticket-clocks.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { BANK_CLOCKS } from '../../functions/rules/bank-clocks.ts';
import { CN_DAYS } from '../../functions/rules/calendars/cn.ts';
import { CN } from '../../functions/rules/packs/cn.ts';
import { deskOf } from './a-desk.ts';
import { at, decisions, digestOf, given, opened, received, type Told, triaged } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';
import { passAll } from './passed-marks.ts';

const desk = { pack: CN, calendar: CN_DAYS, zone: 'Asia/Shanghai', bankClocks: BANK_CLOCKS };
const weight = { severity: 'complex', tier: 'gold' } as const;
/** The clocks of a complaint received `at`, as intake starts them. */
const started = (passedOnBy?: 'pboc', extended = 0): TicketEvent[] =>
  ticketClocks(desk, { receivedAt: at, passedOnBy, extended }, weight)
    .filter(({ id }) => id !== 'department' && id !== 'approval')
    .map(({ id, startsAt, dueAt, rule }) => ({ type: 'ClockStarted', clock: id, startsAt, dueAt, rule }));
const later = new Date('2027-03-01T00:00:00.000Z');

const sheetOf = (told: readonly Told[], now = later) =>
  proofSheet({ ...given(...told), id: '0123456789AB', decisions: decisions(told) }, desk, now);

test('every clock is counted anew from the facts, and gives the date of the log', () => {
  const { clocks } = sheetOf([received({ passedOnBy: 'pboc' }), ...started('pboc'), EVERY_EVENT.Replied]);
  expect(clocks.map(({ id, state, agrees }) => [id, state, agrees])).toEqual([
    ['acknowledge', 'missed', true],
    ['decide', 'met', true],
    ['transferred', 'met', true],
  ]);
  expect(clocks[1]?.derivation.join('\n')).toMatch(/Rule cn-decide-15.*15 calendar days/);
});

test('a date in the log that the rules do not give is said to differ', () => {
  const wrong = started().map((event) => ({ ...event, dueAt: '2027-01-01T16:00:00.000Z' }) as TicketEvent);
  expect(sheetOf([received(), ...wrong]).clocks.map(({ agrees }) => agrees)).toEqual([false, false]);
});

test('an extended clock names its step, who agreed, and when the customer was told', () => {
  const [, decide] = started() as Extract<TicketEvent, { type: 'ClockStarted' }>[];
  const [, thirty] = started(undefined, 1) as Extract<TicketEvent, { type: 'ClockStarted' }>[];
  const dates = { from: decide?.dueAt ?? '', dueAt: thirty?.dueAt ?? '' };
  const told: Told[] = [
    received(),
    ...started(),
    opened('t', 'head-1', { work: 'extend' }),
    ['handler-1', { ...EVERY_EVENT.ExtensionProposed, extension: 'x1', step: 1, rule: 'cn-decide-30', ...dates }],
    ['head-1', { ...EVERY_EVENT.ExtensionApproved, task: 't' }],
    { ...EVERY_EVENT.ClockExtended, rule: 'cn-decide-30', ...dates },
  ];
  const { clocks, extensions } = sheetOf(told);
  expect(clocks.find(({ id }) => id === 'decide')).toMatchObject({ dueAt: thirty?.dueAt, agrees: true });
  expect(extensions).toMatchObject([{ state: 'granted', proposedBy: 'handler-1', decidedBy: 'head-1' }]);
  expect(extensions[0]?.toldAt).toBeDefined();
});

test('a date that has passed shows when that was recorded, and when the watch raised it', () => {
  const told = [received(), ...started()];
  const { events } = passAll(given(...told), deskOf(CN), later.toISOString());
  const breach = sheetOf([...told, ...events]).clocks.find(({ id }) => id === 'decide')?.breach;
  expect(breach?.recordedAt).toBeDefined();
  expect(breach?.raisedAt && breach.raisedAt > (breach.recordedAt ?? '')).toBe(true);
  const unheard = events.filter((event) => event.type !== 'MessageSent' && event.type !== 'MessageIntended');
  expect(sheetOf([...told, ...unheard]).clocks.find(({ id }) => id === 'decide')?.breach?.raisedAt).toBeUndefined();
});

test('a task of the bank is a clock of its own, in working hours', () => {
  const { dueAt } = workClock(desk, 'department', weight, '2026-11-22T02:02:00.000Z');
  const { clocks } = sheetOf([received(), triaged(), opened('r1-v1-s0-0', 'handler-1', { dueAt })]);
  expect(clocks).toMatchObject([{ id: 'department', task: 'r1-v1-s0-0', agrees: true, unit: 'working-hours' }]);
});

test('every attempt to tell somebody is there: when, by which way, with what outcome', () => {
  const { MessageIntended, MessageFailed, MessageSent, MessageHeld } = EVERY_EVENT;
  const { notices } = sheetOf([received(), MessageHeld, MessageIntended, MessageFailed, MessageIntended, MessageSent]);
  expect(notices).toMatchObject([
    {
      message: 'm',
      outcome: 'sent',
      heldUntil: MessageHeld.until,
      attempts: [{ reason: 'OptedOutException' }, { providerId: 'p-1' }],
    },
  ]);
});

test('the clocks of earlier rounds stay on the sheet', () => {
  const { clocks } = sheetOf([
    ...[received(), ...started(), EVERY_EVENT.Replied, EVERY_EVENT.RoundOpened],
    {
      type: 'ClockStarted',
      clock: 'verification',
      startsAt: at,
      dueAt: '2026-12-22T16:00:00.000Z',
      rule: 'cn-verify-decide',
    },
  ]);
  expect(clocks.map(({ id, round, state }) => `${id} ${round} ${state}`)).toEqual([
    'acknowledge 1 missed',
    'decide 1 met',
    'verification 2 missed',
  ]);
});

test('it holds no text of anybody', () => {
  const sheet = JSON.stringify(sheetOf(Object.values(EVERY_EVENT).slice(0, 1)));
  expect(sheet).not.toContain(digestOf('b'));
});
