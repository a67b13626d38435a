import { expect, test } from 'vitest';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { unanswered } from '../../functions/domain/unanswered.ts';
import { after, at, filed, given, opened, received } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';

const investigated = after(given(received()), opened('t1', 'handler-1'), filed('t1', 'handler-1'));
const hours = (count: number) => new Date(Date.parse(at) + count * 3_600_000);

test('a closed task after which nothing happens for an hour is told to the workflow again', () => {
  expect(unanswered(investigated, at, hours(1))?.id).toBe('t1');
  expect(unanswered(investigated, at, hours(0.9))).toBeUndefined();
});

test('nothing is told while somebody still owes something, or the reply waits for the contact hours, or all is sealed', () => {
  expect(unanswered(after(investigated, opened('t2', 'handler-2')), at, hours(9))).toBeUndefined();
  const held = after(investigated, { ...EVERY_EVENT.ReplyPrepared, sendAt: hours(10).toISOString() });
  expect(unanswered(held, at, hours(9))).toBeUndefined();
  expect(unanswered(held, at, hours(11))?.id).toBe('t1');
  expect(unanswered(after(investigated, EVERY_EVENT.Archived), at, hours(9))).toBeUndefined();
});

test('a call whose end the workflow never heard of is told again, and while it is owed nothing else is', () => {
  const calling = after(investigated, opened('r1-call-1', 'triage-desk', { work: 'call' }));
  expect(unanswered(calling, at, hours(9))).toBeUndefined();
  const dialled: TicketEvent = { ...EVERY_EVENT.Called, task: 'r1-call-1' };
  expect(unanswered(after(calling, dialled), at, hours(9))?.id).toBe('r1-call-1');
});
