import { expect, test } from 'vitest';
import { approve } from '../../functions/domain/approve.ts';
import { fileFindings } from '../../functions/domain/file-findings.ts';
import { actors, excludedFrom } from '../../functions/domain/four-eyes.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import {
  after,
  approved,
  asked,
  digestOf,
  filed,
  given,
  opened,
  proposed,
  received,
  returned,
  transferred,
} from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';

const seen = digestOf('1');
const ticket = given(
  received({ recused: 'handler-9' }),
  opened('r1-v1-s0-0', 'handler-2'),
  filed('r1-v1-s0-0', 'handler-2'),
);
const standingIn = (task: string, person: string, actingFor: string): TicketEvent =>
  opened(task, person, { work: 'approve', level: 'team-lead', proposal: seen, actingFor });
const escalated = (task: string, to: string): TicketEvent => ({
  ...{ type: 'Escalated', task, to, level: 'department-head', rule: 'E1' },
});
const sorted = (of: typeof ticket) => [...actors(of)].sort();

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
    ...[opened('f', 'owner-1', { work: 'answer' }), opened('desk', 'triage-desk', { work: 'route' })],
    ['owner-1', { type: 'AnswerGiven', task: 'f', answer: 'f'.repeat(64) }],
    ['triage-1', { ...EVERY_EVENT.Routed, task: 'desk' }],
  );
  expect(sorted(acted)).toEqual(['handler-2', 'handler-3', 'head-1', 'lead-1', 'owner-1']);
});

test('a deputy acts with the one in whose place they stand; whoever acts beside them does so alone', () => {
  const deputy = after(ticket, standingIn('a', 'lead-2', 'lead-1'));
  expect(sorted(after(deputy, approved('a', 'lead-2')))).toEqual(['handler-2', 'lead-1', 'lead-2']);
  const above = after(deputy, escalated('a', 'head-1'), approved('a', 'head-1'));
  expect(sorted(above)).toEqual(['handler-2', 'head-1']);
});

test('whoever was given a decision and gave it on stands behind it with the first', () => {
  const handed = (from: string, to: string, because: 'delegated' | 'absent'): TicketEvent => ({
    ...{ type: 'TaskReassigned', task: 'a', from, to, because, actingFor: 'lead-1' },
  });
  const chain = after(ticket, asked('a', 'lead-1'), handed('lead-1', 'lead-2', 'delegated'));
  const given = after(chain, handed('lead-2', 'lead-3', 'delegated'), approved('a', 'lead-3'));
  expect(sorted(given)).toEqual(['handler-2', 'lead-1', 'lead-2', 'lead-3']);
  expect(excludedFrom(given, 'approve')).toContain('lead-2');
  const away = after(chain, handed('lead-2', 'lead-3', 'absent'), approved('a', 'lead-3'));
  expect(sorted(away)).toEqual(['handler-2', 'lead-1', 'lead-3']);
});

test('nobody decides by a chain in which somebody has acted before', () => {
  const handed = (from: string, to: string): TicketEvent => ({
    ...{ type: 'TaskReassigned', task: 'a', from, to, because: 'delegated', actingFor: 'lead-1' },
  });
  const chain = after(
    ticket,
    proposed(1),
    asked('a', 'lead-1'),
    handed('lead-1', 'handler-2'),
    handed('handler-2', 'lead-3'),
  );
  const refused = expect.objectContaining({ name: 'SamePersonTwice' });
  expect(() => approve(chain, { task: 'a', by: 'lead-3', seen })).toThrow(refused);
});

test('a level that was covered, and what is owed no more, were done by nobody', () => {
  const covered = after(ticket, asked('a', 'head-1'), ['approve', { type: 'LevelCovered', task: 'a', by: 'b' }]);
  expect(covered.tasks.a).toMatchObject({ coveredBy: 'b', closed: { outcome: 'approved' } });
  expect(sorted(covered)).toEqual(['handler-2']);
  const round = after(ticket, opened('r1-v1-s1-0', 'handler-4'), ['complainant', EVERY_EVENT.RoundOpened]);
  expect(sorted(round)).toEqual(['handler-2']);
});

test.for([
  ['somebody who investigated', 'handler-2', 'SamePersonTwice'],
  ['the person complained about', 'handler-9', 'Recused'],
] as const)('nobody approves in the place of %s', ([, principal, refusal]) => {
  const waiting = after(ticket, proposed(1), standingIn('a', 'lead-2', principal), escalated('a', 'head-1'));
  expect(() => approve(waiting, { task: 'a', by: 'lead-2', seen })).toThrow(expect.objectContaining({ name: refusal }));
  expect(approve(waiting, { task: 'a', by: 'head-1', seen })).toHaveLength(1);
});

test('nobody investigates in the place of the person complained about', () => {
  const waiting = after(ticket, opened('b', 'handler-3', { actingFor: 'handler-9' }));
  const filing = { task: 'b', by: 'handler-3', findings: digestOf('f'), totalMinor: 0 };
  expect(() => fileFindings(waiting, filing)).toThrow(expect.objectContaining({ name: 'Recused' }));
});

test('an approval is asked of people new to the ticket, other work of people new to the round', () => {
  expect(excludedFrom(ticket, 'approve')).toEqual(['handler-2', 'handler-9']);
  expect(excludedFrom(ticket, 'investigate')).toEqual(['handler-9']);
  const second = after(ticket, ['complainant', EVERY_EVENT.RoundOpened]);
  for (const work of ['approve', 'investigate', 'answer'] as const)
    expect(excludedFrom(second, work)).toEqual(['handler-2', 'handler-9']);
  expect(excludedFrom(second, 'route')).toEqual(['handler-9']);
  expect(excludedFrom(given(received()), 'parked')).toEqual([]);
});
