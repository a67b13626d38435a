import { expect, test } from 'vitest';
import { executionName, loseExecution, ticketOf } from '../../functions/domain/lost-execution.ts';
import { nothingYet, type Ticket } from '../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { after, digestOf, given, minutes, opened, received } from './a-ticket.ts';

const id = '0123456789AB';
const begun = given(received());
const lose = (ticket: Ticket, execution = executionName(id, ticket)): TicketEvent[] =>
  loseExecution({ ...ticket, id }, { execution, status: 'TIMED_OUT', attemptsAtMost: 3 });
const lostAll = (ticket: Ticket): Ticket => {
  const events = lose(ticket);
  return events.length > 0 ? lostAll(after(ticket, ...events)) : ticket;
};

test('an execution’s name tells ticket, round and attempt, and the ticket is found by it', () => {
  expect(executionName(id, nothingYet)).toBe('0123456789AB-r1-a1');
  expect(ticketOf('0123456789AB-r2-a13')).toBe(id);
  for (const other of [
    'nightly-report',
    '0123456789AB',
    '0123456789AB-r1-a1-x',
    '0123456789ab-r1-a1',
    'x0123456789AB-r1-a1',
  ])
    expect(ticketOf(other)).toBeUndefined();
});

test('an execution that was lost is recorded, and the next attempt has another name', () => {
  expect(lose(begun)).toEqual([{ type: 'ExecutionLost', execution: '0123456789AB-r1-a1', status: 'TIMED_OUT' }]);
  expect(executionName(id, after(begun, ...lose(begun)))).toBe('0123456789AB-r1-a2');
});

test('what is said of an earlier execution, or another ticket’s, changes nothing', () => {
  const second = after(begun, ...lose(begun));
  expect(lose(second, '0123456789AB-r1-a1')).toEqual([]);
  expect(lose(begun, 'ZZZZZZZZZZZZ-r1-a1')).toEqual([]);
});

test('after as many attempts as the bank allows it is parked, once', () => {
  const parked = lostAll(begun);
  expect(parked.length - begun.length).toBe(3);
  expect(parked.attempt).toBe(3);
  expect(lose(parked)).toEqual([]);
  expect(parked.tasks['lost-a3']).toMatchObject({ work: 'parked', level: 'Execution', error: 'TIMED_OUT' });
});

test('resumed by a person it begins again, with as many attempts as at first', () => {
  const resumed = after(lostAll(begun), { type: 'Resumed', task: 'lost-a3', reason: digestOf('e') });
  expect(executionName(id, resumed)).toBe('0123456789AB-r1-a4');
  expect(Object.keys(lostAll(resumed).tasks)).toEqual(['lost-a3', 'lost-a6']);
});

test('executions lost far apart are bad luck, not a fault: whatever is done in between begins the count anew', () => {
  const once = after(begun, ...lose(begun));
  const twice = after(once, ...lose(once), opened('t1', 'handler-1'));
  expect(lose(twice)).toMatchObject([{ type: 'ExecutionLost', execution: '0123456789AB-r1-a3' }]);
  const silent = after(once, ...lose(once), { type: 'Overdue', clock: 'decide', dueAt: minutes(1) });
  expect(lose(silent)).toMatchObject([{ type: 'Parked' }]);
});

test('a round whose executions are lost is parked anew, whatever was parked in the round before', () => {
  const again = after(lostAll(begun), { type: 'RoundOpened', round: 2, because: 'principle' });
  expect(executionName(id, again)).toBe('0123456789AB-r2-a1');
  expect(Object.keys(lostAll(again).tasks)).toEqual(['lost-a3', 'r2-lost-a3']);
});

test('a ticket in the archive has no execution to lose', () => {
  const sealed: TicketEvent = { type: 'Archived', folder: `${id}/`, manifest: digestOf('6'), retainUntil: minutes(1) };
  expect(lose(after(begun, sealed))).toEqual([]);
  expect(lose(after(begun, { type: 'Closed', outcome: 'not-rated' }))).toHaveLength(1);
});
