import { expect, test } from 'vitest';
import { colleagues, delegate } from '../../functions/domain/delegate.ts';
import type { Person } from '../../functions/domain/roster.ts';
import type { Ticket } from '../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { LEVELS } from '../../functions/rules/approval-matrix.ts';
import { after, approved, asked, filed, given, opened, proposed, received } from './a-ticket.ts';

const person = (id: string, role: Person['roles'][number], more: Partial<Person> = {}): Person => ({
  ...{ id, name: id, phone: '+8613100000001', department: 'accounting', roles: [role], locale: 'zh-Hans' },
  ...more,
});
const people = [
  ...['head-1', 'head-2'].map((id) => person(id, 'department-head')),
  ...['lead-1', 'lead-2', 'lead-3', 'lead-9'].map((id) => person(id, 'team-lead')),
  person('lead-away', 'team-lead', { absences: [{ from: '2026-11-20', to: '2026-11-22' }] }),
  person('lead-elsewhere', 'team-lead', { department: 'technology' }),
  ...['handler-1', 'handler-2'].map((id) => person(id, 'handler')),
];
const choice = { people, day: '2026-11-22', levels: LEVELS };
const ids = (ticket: Ticket, task: string) => {
  const found = ticket.tasks[task];
  return found ? colleagues(ticket, found, choice).map(({ id }) => id) : [];
};
const refused = (name: string) => expect.objectContaining({ name });

const ticket = given(
  received({ recused: 'lead-9' }),
  ...[opened('s0', 'handler-1'), filed('s0', 'handler-1'), proposed(1), asked('a0', 'lead-1')],
);
const give = (of: Ticket, by: string, to: string, task = 'a0') => delegate(of, { task, by, to }, choice);
const handedOn = (of: Ticket, by: string, to: string) =>
  after(of, ...give(of, by, to).map((event) => [by, event] as const));

test('a manager gives the decision to a colleague, who acts in their place', () => {
  expect(give(ticket, 'lead-1', 'lead-2')).toEqual([
    { type: 'TaskReassigned', task: 'a0', from: 'lead-1', to: 'lead-2', because: 'delegated', actingFor: 'lead-1' },
  ]);
  const { person, actingFor, formerly } = handedOn(ticket, 'lead-1', 'lead-2').tasks.a0 ?? {};
  expect([person, actingFor, formerly]).toEqual(['lead-2', 'lead-1', [{ person: 'lead-1', because: 'delegated' }]]);
});

test('colleagues of the same department there today, equals before those above, nobody complained about', () => {
  expect(ids(ticket, 'a0')).toEqual(['lead-2', 'lead-3', 'head-1', 'head-2']);
  const second = after(
    ticket,
    approved('a0', 'lead-1'),
    opened('a1', 'head-1', { work: 'approve', level: 'department-head' }),
  );
  expect(ids(second, 'a1')).toEqual(['head-2']);
});

test('other work goes to another handler', () => {
  const investigating = given(received(), opened('s0', 'handler-1'));
  expect(ids(investigating, 's0')).toEqual(['handler-2']);
  expect(give(investigating, 'handler-1', 'handler-2', 's0')).toHaveLength(1);
});

test('given on again, it is still done in the place of the first, and never comes back', () => {
  const twice = handedOn(handedOn(ticket, 'lead-1', 'lead-2'), 'lead-2', 'lead-3');
  expect(twice.tasks.a0).toMatchObject({ person: 'lead-3', actingFor: 'lead-1' });
  expect(ids(twice, 'a0')).toEqual(['head-1', 'head-2']);
});

test('a deputy may hand it to the one who is back, and who then acts for nobody else', () => {
  const deputy = given(
    received(),
    proposed(1),
    opened('a0', 'lead-2', { work: 'approve', level: 'team-lead', actingFor: 'lead-1' }),
  );
  expect(handedOn(deputy, 'lead-2', 'lead-1').tasks.a0).toMatchObject({ person: 'lead-1', actingFor: undefined });
});

const above: TicketEvent = { type: 'Escalated', task: 'a0', to: 'head-1', level: 'department-head', rule: 'E1' };

test.for([
  ['somebody who investigated', ticket, 'lead-1', 'handler-1', 'MayNotTakeIt'],
  ['the person complained about', ticket, 'lead-1', 'lead-9', 'MayNotTakeIt'],
  ['somebody who is away', ticket, 'lead-1', 'lead-away', 'MayNotTakeIt'],
  ['another department', ticket, 'lead-1', 'lead-elsewhere', 'MayNotTakeIt'],
  ['a lower level', ticket, 'lead-1', 'handler-2', 'MayNotTakeIt'],
  ['themself', ticket, 'lead-1', 'lead-1', 'MayNotTakeIt'],
  ['nobody the roster knows', ticket, 'lead-1', 'nobody', 'MayNotTakeIt'],
  ['somebody above who may do it already', after(ticket, above), 'lead-1', 'head-1', 'MayNotTakeIt'],
  ['a colleague, by somebody whose task it is not', ticket, 'lead-3', 'lead-2', 'NotYours'],
  ['a colleague, by somebody above', after(ticket, above), 'head-1', 'lead-2', 'NotYours'],
  ['a colleague, once it is decided', after(ticket, approved('a0', 'lead-1')), 'lead-1', 'lead-2', 'TaskClosed'],
  ['a colleague, once it was given away', handedOn(ticket, 'lead-1', 'lead-3'), 'lead-1', 'lead-2', 'NotYours'],
  [
    'a colleague, by whoever investigated',
    after(ticket, asked('a0', 'handler-1')),
    'handler-1',
    'lead-2',
    'SamePersonTwice',
  ],
] as const)('a decision is not given to %s', ([, of, by, to, refusal]) => {
  expect(() => give(of, by, to)).toThrow(refused(refusal));
});

test('a survey is nobody’s to give away', () => {
  const survey = after(ticket, opened('r1-survey', 'complainant', { work: 'survey' }));
  expect(() => give(survey, 'complainant', 'lead-2', 'r1-survey')).toThrow(refused('UnknownTask'));
});
