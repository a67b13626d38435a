import { expect, test } from 'vitest';
import { clockState } from '../../functions/domain/clock-state.ts';
import type { Ticket } from '../../functions/domain/ticket.ts';
import { CN } from '../../functions/rules/packs/cn.ts';
import { UK } from '../../functions/rules/packs/uk.ts';
import { clock, given, minutes, received, type Told } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';

const DUE = minutes(60);
const of = (...told: readonly Told[]) => given(received(), clock({ dueAt: DUE }), ...told);
const state = (ticket: Ticket, now = minutes(30), round = ticket.round) => {
  const known = ticket.clocks.decide ?? ticket.earlier[0]?.clocks.decide;
  return known && clockState(ticket, round, known, CN, now).state;
};
const message: Told = { ...EVERY_EVENT.MessageIntended, message: 'm' };

test.for<[string, Ticket, string, string]>([
  ['runs before its date', of(), minutes(59), 'running'],
  ['is missed at the first instant that is late', of(), DUE, 'missed'],
  ['is met by the reply', of(EVERY_EVENT.Replied), minutes(90), 'met'],
  ['stands still', of(EVERY_EVENT.ClockStopped), minutes(90), 'stopped'],
  ['ends with a withdrawal', of(EVERY_EVENT.Withdrawn), minutes(90), 'ended'],
  ['runs on after a merge', of(EVERY_EVENT.MergedInto), minutes(59), 'running'],
  ['is missed where the other ticket is not answered by then', of(EVERY_EVENT.MergedInto), DUE, 'missed'],
])('a clock %s', ([, ticket, now, is]) => expect(state(ticket, now)).toBe(is));

test('a reply at its first late instant is late', () => {
  const late = { ...of(EVERY_EVENT.Replied), replied: { ...EVERY_EVENT.Replied, at: DUE } };
  expect(state(late, minutes(90))).toBe('answered-late');
});

test('dialled in time is in time, though it was written down later', () => {
  const call = { ...EVERY_EVENT.Called, by: 'desk-1', at: minutes(90), dialledAt: minutes(59) };
  const replied = { ...EVERY_EVENT.Replied, way: 'phone' as const, at: minutes(90) };
  expect(state({ ...of(message), replied, calls: [call] }, minutes(120))).toBe('met');
  expect(state({ ...of(message), replied, calls: [{ ...call, dialledAt: DUE }] }, minutes(120))).toBe('answered-late');
});

test('what settles a round settles that round alone', () => {
  const second = of(EVERY_EVENT.Replied, EVERY_EVENT.RoundOpened, clock({ clock: 'verification', dueAt: DUE }));
  const verification = second.clocks.verification;
  expect(state(second, minutes(90), 1)).toBe('met');
  expect(verification && clockState(second, 2, verification, CN, minutes(90)).state).toBe('missed');
});

test('a way that closes is not a breach', () => {
  const summary = given(clock({ clock: 'summary', rule: 'uk-summary-3', dueAt: DUE })).clocks.summary;
  expect(summary && clockState(of(), 1, summary, UK, minutes(90)).state).toBe('lapsed');
});
