import { expect, test } from 'vitest';
import { openTask, openTasks, proposalVersion, TRIAGE_DESK, taskNames } from '../../functions/domain/tasks.ts';
import { after, asked, filed, given, opened, received, returned } from './a-ticket.ts';

const ticket = given(
  received({ recused: 'handler-9' }),
  opened('own', 'handler-1'),
  opened('desk', TRIAGE_DESK, { work: 'route' }),
  opened('filed', 'handler-2'),
  filed('filed', 'handler-2'),
);

test('a task is opened by its own person, by anybody where it is the desk’s, and by the system', () => {
  expect(openTask(ticket, 'own', 'investigate', 'handler-1').id).toBe('own');
  expect(openTask(ticket, 'desk', 'route', 'triage-1').id).toBe('desk');
  expect(openTask(ticket, 'own', ['answer', 'investigate']).id).toBe('own');
});

test('a task that was escalated may be done by those above too', () => {
  const escalated = after(ticket, { type: 'Escalated', task: 'own', to: 'lead-1', level: 'team-lead', rule: 'E1' });
  for (const by of ['handler-1', 'lead-1']) expect(openTask(escalated, 'own', 'investigate', by).id).toBe('own');
  const notYours = expect.objectContaining({ name: 'NotYours' });
  expect(() => openTask(escalated, 'own', 'investigate', 'handler-2')).toThrow(notYours);
});

test.for([
  ['no', 'investigate', 'handler-1', 'UnknownTask'],
  ['constructor', 'investigate', 'handler-1', 'UnknownTask'],
  ['own', 'approve', 'handler-1', 'UnknownTask'],
  ['own', 'investigate', 'handler-2', 'NotYours'],
  ['own', 'investigate', 'handler-9', 'NotYours'],
  ['desk', 'route', 'handler-9', 'Recused'],
  ['filed', 'investigate', 'handler-2', 'TaskClosed'],
] as const)('task %s, as work %s, by %s: %s', ([id, work, by, refusal]) => {
  expect(() => openTask(ticket, id, work, by)).toThrow(expect.objectContaining({ name: refusal }));
});

test('the open tasks are those nobody has closed', () => {
  expect(openTasks(ticket).map(({ id }) => id)).toEqual(['own', 'desk']);
});

test('each return makes another version, whose tasks have other names', () => {
  const again = after(ticket, asked('a', 'lead-1'), returned('a', 'lead-1'));
  expect([proposalVersion(ticket), proposalVersion(again)]).toEqual([1, 2]);
  expect([taskNames.approve(ticket, 0), taskNames.approve(again, 0)]).toEqual(['r1-v1-a0', 'r1-v2-a0']);
  expect([taskNames.slot(ticket, 0), taskNames.slot(again, 0)]).toEqual(['r1-v1-s0', 'r1-v2-s0']);
  expect([taskNames.slot(ticket, 1), taskNames.slot(again, 1)]).toEqual(['r1-v1-s1', 'r1-v1-s1']);
});

test('work that is asked once a round keeps its name through returns', () => {
  const again = after(ticket, asked('a', 'lead-1'), returned('a', 'lead-1'));
  for (const name of [taskNames.route, taskNames.answer, taskNames.survey]) expect(name(again)).toBe(name(ticket));
  expect(taskNames.survey({ ...ticket, round: 2 })).toBe('r2-survey');
});
