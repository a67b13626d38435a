import { expect, test } from 'vitest';
import type { Ticket } from '../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { unanswered } from '../../functions/domain/unanswered.ts';
import { after, at, filed, given, opened, received } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';

const investigated = after(given(received()), opened('t1', 'handler-1'), filed('t1', 'handler-1'));
const ids = (ticket: Ticket, now: Date) => unanswered(ticket, at, now).map(({ id }) => id);
const hours = (count: number) => new Date(Date.parse(at) + count * 3_600_000);

test('a closed task after which nothing happens for an hour is told to the workflow again', () => {
  expect(ids(investigated, hours(1))).toEqual(['t1']);
  expect(ids(investigated, hours(0.9))).toEqual([]);
});

test('nothing is told while somebody still owes something, or the reply waits for the contact hours, or all is sealed', () => {
  expect(ids(after(investigated, opened('t2', 'handler-2')), hours(9))).toEqual([]);
  const held = after(investigated, { ...EVERY_EVENT.ReplyPrepared, sendAt: hours(10).toISOString() });
  expect(ids(held, hours(9))).toEqual([]);
  expect(ids(held, hours(11))).toEqual(['t1']);
  expect(ids(after(investigated, EVERY_EVENT.Archived), hours(9))).toEqual([]);
});

test('a call whose end the workflow never heard of is told again, and while it is owed nothing else is', () => {
  const calling = after(investigated, opened('r1-call-1', 'triage-desk', { work: 'call' }));
  expect(ids(calling, hours(9))).toEqual([]);
  const dialled: TicketEvent = { ...EVERY_EVENT.Called, task: 'r1-call-1' };
  expect(ids(after(calling, dialled), hours(9))).toEqual(['r1-call-1']);
});

test('any of the departments that worked side by side may be the one that was not heard of', () => {
  const routed = after(given(received()), opened('desk', 'triage-desk', { work: 'route' }), {
    ...EVERY_EVENT.Routed,
    task: 'desk',
  });
  const both = after(
    routed,
    opened('s1', 'handler-2'),
    filed('s1', 'handler-2'),
    opened('s0', 'handler-1'),
    filed('s0', 'handler-1'),
  );
  expect(ids(both, hours(9))).toEqual(['s1', 's0']);
  const asked = after(both, opened('a', 'lead-1', { work: 'approve' }), [
    'lead-1',
    { ...EVERY_EVENT.Approved, task: 'a' },
  ]);
  expect(ids(asked, hours(9))).toEqual(['a']);
});

test('what the desk is only told of holds up nothing', () => {
  const told: TicketEvent = { ...EVERY_EVENT.Parked, task: 'decide-M5-untold', error: 'NobodyOnRoster' };
  expect(ids(after(investigated, told), hours(9))).toEqual(['t1']);
});
