import { expect, test } from 'vitest';
import { actors, openTask, openTasks, proposalVersion, TRIAGE_DESK, taskNames } from '../../functions/domain/tasks.ts';
import { after, approved, asked, filed, given, opened, received, returned, transferred } from './a-ticket.ts';

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

test('whoever filed, passed on, approved or sent back has acted; whoever was asked, routed or resumed has not', () => {
  const acted = after(
    ticket,
    ...[opened('b', 'handler-3'), transferred('b', 'handler-3', 'technology')],
    ...[
      asked('c', 'lead-1'),
      approved('c', 'lead-1'),
      asked('d', 'head-1'),
      returned('d', 'head-1'),
      asked('e', 'head-2'),
    ],
    ...[opened('f', 'owner-1', { work: 'answer' })],
    ['owner-1', { type: 'AnswerGiven', task: 'f', answer: 'f'.repeat(64) }],
    [
      'triage-1',
      { type: 'Routed', task: 'desk', lead: 'marketing', supporting: [], category: 'points', severity: 'simple' },
    ],
  );
  expect([...actors(acted)].sort()).toEqual(['handler-2', 'handler-3', 'head-1', 'lead-1', 'owner-1']);
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
