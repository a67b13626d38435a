import { expect, test } from 'vitest';
import { categoryOf, departmentsOf, newestFindings, severityOf, slotTask } from '../../functions/domain/departments.ts';
import { after, asked, filed, given, opened, proposed, received, returned, transferred, triaged } from './a-ticket.ts';

const begun = given(received(), triaged());
const routed = after(begun, opened('r1-route', 'triage-desk', { work: 'route' }), {
  ...{ type: 'Routed', task: 'r1-route', lead: 'marketing', supporting: [], category: 'points', severity: 'simple' },
});
/** Both departments filed, the lead after it was passed on to technology, and the proposal was sent back. */
const sentBack = after(
  begun,
  opened('r1-v1-s0-0', 'handler-1'),
  opened('r1-v1-s1-0', 'handler-3', { department: 'technology' }),
  filed('r1-v1-s1-0', 'handler-3'),
  transferred('r1-v1-s0-0', 'handler-1', 'marketing'),
  opened('r1-v1-s0-1', 'handler-2', { department: 'marketing' }),
  filed('r1-v1-s0-1', 'handler-2'),
  proposed(1),
  asked('r1-v1-a0', 'lead-1'),
  returned('r1-v1-a0', 'lead-1'),
);

test('the lead comes first, as the tables said, or as the triage desk said after them', () => {
  expect(departmentsOf(given(received()))).toEqual([]);
  expect(departmentsOf(begun)).toEqual(['accounting', 'technology']);
  expect(departmentsOf(routed)).toEqual(['marketing']);
});

test('severity and category are the triage desk’s, or the tables’, or the careful guess', () => {
  expect([given(received()), begun, routed].map((ticket) => [categoryOf(ticket), severityOf(ticket)])).toEqual([
    ['unclear', 'complex'],
    ['billing-and-repayment', 'complex'],
    ['points', 'simple'],
  ]);
});

test('each slot is its department’s turn', () => {
  expect(slotTask(begun, 0)).toEqual({ task: 'r1-v1-s0-0', department: 'accounting', bounced: 0 });
  expect(slotTask(begun, 1)).toEqual({ task: 'r1-v1-s1-0', department: 'technology', bounced: 0 });
});

test('a transfer makes it the turn of the department it went to, and counts', () => {
  const once = after(begun, opened('r1-v1-s0-0', 'h'), transferred('r1-v1-s0-0', 'h', 'technology'));
  expect(slotTask(once, 0)).toMatchObject({
    task: 'r1-v1-s0-1',
    department: 'technology',
    bounced: 1,
    passedOnBy: 'accounting',
  });
  expect(slotTask(once, 1)).toMatchObject({ department: 'technology', bounced: 0 });
  const twice = after(once, opened('r1-v1-s0-1', 'h'), transferred('r1-v1-s0-1', 'h', 'marketing'));
  expect(slotTask(twice, 0)).toMatchObject({ task: 'r1-v1-s0-2', department: 'marketing', bounced: 2 });
});

test('a return asks whoever led the investigation at last, in a new task', () => {
  expect(slotTask(sentBack, 0)).toEqual({ task: 'r1-v2-s0-0', department: 'marketing', bounced: 1 });
});

test('after a return the other departments’ tasks are the ones they filed', () => {
  expect(slotTask(sentBack, 1)).toMatchObject({ task: 'r1-v1-s1-0', department: 'technology' });
});

test('the findings that count are the newest of each slot, lead first, and what the others found stands', () => {
  expect(newestFindings(begun)).toEqual([]);
  expect(newestFindings(sentBack).map(({ id }) => id)).toEqual(['r1-v1-s0-1', 'r1-v1-s1-0']);
  const again = after(sentBack, opened('r1-v2-s0-0', 'handler-2'));
  expect(newestFindings(again).map(({ id }) => id)).toEqual(['r1-v1-s0-1', 'r1-v1-s1-0']);
  const filedAgain = after(again, filed('r1-v2-s0-0', 'handler-2'));
  expect(newestFindings(filedAgain).map(({ id }) => id)).toEqual(['r1-v2-s0-0', 'r1-v1-s1-0']);
});

test('slots are in the order of their numbers, past the tenth', () => {
  const slots = [10, 2, 0].map((slot) => `r1-v1-s${slot}-0`);
  const many = after(begun, ...slots.flatMap((task) => [opened(task, 'h'), filed(task, 'h')]));
  expect(newestFindings(many).map(({ id }) => id)).toEqual(slots.toReversed());
});
