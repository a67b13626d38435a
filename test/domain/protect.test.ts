import { expect, test } from 'vitest';
import { protect } from '../../functions/domain/protect.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { after, given, minutes, received } from './a-ticket.ts';

const dueAt = minutes(5);
const stolen = given(received());
const order = (command: string): TicketEvent => ({
  ...{ type: 'CommandOrdered', command, action: 'protect-card', task: command },
});
const waiting = after(stolen, ...protect(stolen, dueAt).events);
const refused = after(waiting, { type: 'CommandFailed', command: 'r1-protect-1', reason: 'unknown-card' });

test('the card system is asked, and a task waits for it', () => {
  expect(protect(stolen, dueAt)).toEqual({
    task: 'r1-protect-1',
    events: [
      { type: 'TaskOpened', task: 'r1-protect-1', work: 'protect', person: 'core-banking', dueAt },
      order('r1-protect-1'),
    ],
    isAskedAgain: false,
  });
});

test('a complainant nobody has verified gets the card protected all the same', () => {
  expect(protect(given(received({ identity: 'none' })), dueAt).events).toHaveLength(2);
});

test('without an answer the same command is repeated and the duty officer called, however often', () => {
  const again = protect(waiting, dueAt);
  expect(again).toEqual({
    task: 'r1-protect-1',
    events: [{ type: 'DutyCalled', task: 'r1-protect-1' }, order('r1-protect-1')],
    isAskedAgain: true,
  });
  expect(protect(after(waiting, ...again.events), dueAt)).toEqual(again);
});

test('one answer ends the task, however often it was asked', () => {
  const asked = after(waiting, ...protect(waiting, dueAt).events);
  const done = after(asked, { type: 'CommandCarriedOut', command: 'r1-protect-1' });
  expect(done.tasks['r1-protect-1']?.closed?.outcome).toBe('done');
  expect(protect(done, dueAt)).toEqual({ task: 'r1-protect-1', events: [], isAskedAgain: false });
});

test('after a refusal it is a new try, with a command of its own', () => {
  expect(protect(refused, dueAt)).toMatchObject({
    task: 'r1-protect-2',
    events: [{ type: 'TaskOpened', task: 'r1-protect-2' }, order('r1-protect-2')],
    isAskedAgain: false,
  });
  const second = after(refused, ...protect(refused, dueAt).events);
  expect(protect(second, dueAt)).toMatchObject({ task: 'r1-protect-2', isAskedAgain: true });
});
