import { expect, test } from 'vitest';
import { park } from '../../functions/domain/park.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { after, given, received } from './a-ticket.ts';

const begun = given(received());
const parked = after(begun, park(begun, 'Propose', 'States.Timeout'));
const resumed: TicketEvent = { type: 'Resumed', task: 'parked-propose-1', reason: 'e'.repeat(64) };

test('the ticket waits at the triage desk, with the state and the error', () => {
  expect(park(begun, 'Propose', 'States.Timeout')).toEqual({
    ...{ type: 'Parked', task: 'parked-propose-1', state: 'Propose', error: 'States.Timeout' },
  });
  expect(parked.tasks['parked-propose-1']).toMatchObject({ work: 'parked', person: 'triage-desk' });
});

test('while it waits there it is parked once, whatever the error', () => {
  expect(park(parked, 'Propose', 'NobodyOnRoster').task).toBe('parked-propose-1');
});

test('at another state it is parked again, beside', () => {
  expect(park(parked, 'Investigate 1', 'NobodyOnRoster').task).toBe('parked-investigate-1-1');
});

test('when it went on and stands still at the same state again, it is parked anew', () => {
  const again = after(parked, resumed);
  expect(park(again, 'Propose', 'States.Timeout').task).toBe('parked-propose-2');
});

test('no name is used twice, whoever else parked it', () => {
  const lost = after(parked, { type: 'Parked', task: 'lost-a3', state: 'Execution', error: 'FAILED' });
  expect(Object.keys(lost.tasks)).not.toContain(park(lost, 'Close', 'States.Timeout').task);
});

test('two departments that stand still at the same instant are two tasks', () => {
  const names = ['Investigate 0', 'Investigate 1'].map((state) => park(begun, state, 'NobodyOnRoster').task);
  expect(new Set(names).size).toBe(2);
});
