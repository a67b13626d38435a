import { expect, test } from 'vitest';
import { answerWorkflow } from '../../functions/domain/answer-workflow.ts';
import type { Work } from '../../functions/domain/event-words.ts';
import type { Ticket } from '../../functions/domain/ticket.ts';
import {
  after,
  approved,
  filed,
  given,
  opened,
  received,
  returned,
  type Told,
  transferred,
  triaged,
} from './a-ticket.ts';

const begun = given(received(), triaged());
const told = (work: Work, ...events: readonly Told[]) => {
  const ticket: Ticket = after(begun, opened('t', 'core-banking', { work }), ...events);
  const task = ticket.tasks.t;
  return task && answerWorkflow(ticket, task);
};
const order: Told = { type: 'CommandOrdered', command: 'c', action: 'fee-waiver', task: 't' };
const rated: Told = { type: 'SurveyAnswered', task: 't', score: 5 };

test('the workflow is told nothing of a task that is open', () => {
  expect(told('investigate')).toBeUndefined();
  expect(told('remedies', order)).toBeUndefined();
});

test.for<[string, Work, Told[], string]>([
  ['filed findings', 'investigate', [filed('t', 'h')], 'filed'],
  ['an approval', 'approve', [approved('t', 'h')], 'approved'],
  ['carried-out commands', 'protect', [order, { type: 'CommandCarriedOut', command: 'c' }], 'done'],
  ['nothing to carry out', 'remedies', [{ type: 'NothingToCarryOut', task: 't' }], 'done'],
  ['an answered survey', 'survey', [rated], 'answered'],
  ['an expired survey', 'survey', [{ type: 'SurveyExpired', task: 't' }], 'expired'],
  ['a parked ticket let go on', 'parked', [{ type: 'Resumed', task: 't', reason: 'e'.repeat(64) }], 'done'],
])('%s: the task’s name and how it ended, nothing more', ([, work, events, outcome]) => {
  expect(told(work, ...events)).toStrictEqual({ output: { task: 't', outcome } });
});

test.for<[Work, Told[], string]>([
  ['approve', [returned('t', 'h')], 'Returned'],
  ['investigate', [transferred('t', 'h', 'technology')], 'Transferred'],
  ['remedies', [order, { type: 'CommandFailed', command: 'c', reason: 'account-closed' }], 'CommandFailed'],
])('%s: what the workflow catches comes as a failure of that name', ([work, events, error]) => {
  expect(told(work, ...events)).toStrictEqual({ error, cause: 't' });
});

test('a ticket routed by hand tells its departments, the lead first', () => {
  const way = { lead: 'marketing', supporting: ['technology'], category: 'points', severity: 'simple' as const };
  expect(told('route', { type: 'Routed', task: 't', ...way })).toStrictEqual({
    output: { task: 't', outcome: 'done', departments: ['marketing', 'technology'] },
  });
});
