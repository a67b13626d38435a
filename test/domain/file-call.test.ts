import { expect, test } from 'vitest';
import { dialledAt, fileCall } from '../../functions/domain/file-call.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { DESK } from './a-desk.ts';
import { after, clock, given, minutes, opened, received } from './a-ticket.ts';

const zone = 'Asia/Shanghai';
const openedAt = '2026-11-22T02:00:20.000Z'; // 10:00:20 in Shanghai
const now = new Date('2026-11-22T03:00:00.000Z');

test.for([
  ['the minute it was asked for', '2026-11-22T10:00', openedAt],
  ['half an hour later', '2026-11-22T10:30', '2026-11-22T02:30:00.000Z'],
  ['just now', '2026-11-22T11:00', now.toISOString()],
  ['a minute before it was asked for', '2026-11-22T09:59', undefined],
  ['a minute from now', '2026-11-22T11:01', undefined],
  ['a day that does not exist', '2026-13-41T10:30', undefined],
  ['an hour that does not exist', '2026-11-22T25:00', undefined],
  ['something else', 'at noon', undefined],
] as const)('dialled %s', ([, typed, instant]) => {
  expect(dialledAt(typed, zone, openedAt, now)).toBe(instant);
});

test.for([
  ['before the clocks went back', '2026-10-25T00:10:00.000Z', '2026-10-25T00:40:00.000Z'],
  ['after they did', '2026-10-25T01:10:00.000Z', '2026-10-25T01:40:00.000Z'],
] as const)(
  'in the hour that comes twice, a call asked for %s was dialled in the first of the two that can be',
  ([, asked, at]) => {
    const typed = '2026-10-25T01:40';
    expect(dialledAt(typed, 'Europe/London', asked, new Date('2026-10-25T01:50:00.000Z'))).toBe(at);
    expect(dialledAt(typed, 'Europe/London', asked, new Date(asked))).toBeUndefined();
  },
);

const asked = opened('r1-call-1', 'triage-desk', { work: 'call' });
const call = { task: 'r1-call-1', by: 'desk-1', outcome: 'no-answer' } as const;
const ticket = given(received(), clock({ dueAt: minutes(60) }), asked);

test.for([
  ['before its date', minutes(59), true],
  ['at its date', minutes(60), false],
] as const)('dialled %s, and nobody answered: in time is %s', ([, dialled, inTime]) => {
  expect(fileCall(ticket, DESK, { ...call, dialledAt: dialled })).toMatchObject([
    { type: 'Called', message: 'r1-reply', outcome: 'no-answer' },
    { type: 'Replied', way: 'phone', inTime },
  ]);
});

test('the first call is the act; a second one is only a call', () => {
  const replied: TicketEvent = { type: 'Replied', message: 'r1-reply', way: 'phone', inTime: true };
  expect(fileCall(after(ticket, replied), DESK, { ...call, dialledAt: minutes(70) })).toMatchObject([
    { type: 'Called' },
  ]);
});

test('a call is filed once', () => {
  const [called] = fileCall(ticket, DESK, { ...call, dialledAt: minutes(5) });
  const done = after(ticket, ['desk-1', called as TicketEvent]);
  expect(() => fileCall(done, DESK, { ...call, dialledAt: minutes(6) })).toThrow(
    expect.objectContaining({ name: 'TaskClosed' }),
  );
});
