import { expect, test } from 'vitest';
import { toldOfTaskMarks } from '../../functions/domain/marks/told-of-task.ts';
import type { Ticket } from '../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { after, approved, given, minutes, opened, received } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';

const dueAt = minutes(600);
const deciding = given(received(), opened('a', 'lead-1', { work: 'approve', level: 'team-lead', dueAt }));
const moved = (from: string, to: string, actingFor?: string): TicketEvent => ({
  ...{ type: 'TaskReassigned', task: 'a', from, to },
  ...(actingFor && { because: 'delegated', actingFor }),
});
const message = (id: string, to: string): TicketEvent => ({
  ...EVERY_EVENT.MessageIntended,
  message: id,
  to,
  task: 'a',
});
const told = (ticket: Ticket) =>
  toldOfTaskMarks(ticket).map(({ at, act }) =>
    act.do === 'tell' ? [at, act.tell.message, act.tell.to, act.tell.purpose] : act,
  );

test('a colleague is told at once of what was given to them, with a link of their own', () => {
  const colleague = after(deciding, moved('lead-1', 'lead-2', 'lead-1'));
  const tell = {
    message: 'a-told-1',
    purpose: 'acting-for-link',
    to: { person: 'lead-2' },
    page: 'approval',
    task: 'a',
    dueAt,
  };
  expect(toldOfTaskMarks(colleague)).toEqual([{ at: minutes(2), act: { do: 'tell', tell } }]);
  const next = after(colleague, message('a-told-1', 'lead-2'), moved('lead-2', 'lead-3', 'lead-1'));
  expect(told(next)).toEqual([[minutes(4), 'a-told-2', { person: 'lead-3' }, 'acting-for-link']]);
});

test('whoever acts for nobody else is told of their own work', () => {
  const work = given(received(), opened('a', 'handler-1', { dueAt }), moved('handler-1', 'handler-2'));
  expect(told(work)).toEqual([[minutes(2), 'a-told-1', { person: 'handler-2' }, 'work-link']]);
});

test.for([
  ['who had it from the beginning', deciding],
  [
    'who heard of it with the task',
    after(deciding, moved('lead-1', 'lead-2', 'lead-1'), message('a-reminder', 'lead-2')),
  ],
  ['when it is done already', after(deciding, moved('lead-1', 'lead-2', 'lead-1'), approved('a', 'lead-2'))],
  ['when the ticket is closed', after(deciding, moved('lead-1', 'lead-2', 'lead-1'), EVERY_EVENT.Closed)],
] as const)('nobody is told %s', ([, ticket]) => expect(toldOfTaskMarks(ticket)).toEqual([]));

test('a colleague whom no message reached is the triage desk’s to reach, once', () => {
  const failed: TicketEvent = { ...EVERY_EVENT.MessageFailed, message: 'a-told-1' };
  const unheard = after(deciding, moved('lead-1', 'lead-2', 'lead-1'), message('a-told-1', 'lead-2'), failed);
  const parked = { type: 'Parked', task: 'a-untold', state: 'a', error: 'NobodyTold' } as const;
  expect(toldOfTaskMarks(unheard)).toEqual([{ at: minutes(17), act: { do: 'record', events: [parked] } }]);
  expect(toldOfTaskMarks(after(unheard, parked))).toEqual([]);
});
