import { expect, test } from 'vitest';
import { coverLevel } from '../../functions/domain/cover-level.ts';
import type { Ticket } from '../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { LEVELS } from '../../functions/rules/approval-matrix.ts';
import { after, approved, digestOf, given, opened, proposed, received, returned } from './a-ticket.ts';

const levels = ['team-lead', 'department-head', 'head-office'];
const escalated = (to: string, level: string): TicketEvent => ({
  ...{ type: 'Escalated', task: 'r1-v1-a0', to, level, rule: 'E1' },
});
const asked = opened('r1-v1-a0', 'lead-1', { work: 'approve', level: 'team-lead', proposal: digestOf('1') });
const late = given(
  ...[received(), proposed(1, { levels }), asked],
  ...[escalated('head-1', 'department-head'), escalated('office-1', 'head-office')],
);
const covered = (ticket: Ticket) => [1, 2].filter((step) => coverLevel(ticket, step, 'accounting', LEVELS).length > 0);

test('whoever decided above their turn has decided for their own level too', () => {
  const decided = after(late, approved('r1-v1-a0', 'head-1'));
  expect(coverLevel(decided, 1, 'accounting', LEVELS)).toEqual([
    {
      ...{ type: 'TaskOpened', task: 'r1-v1-a1', work: 'approve', department: 'accounting', level: 'department-head' },
      ...{ person: 'head-1', proposal: digestOf('1') },
    },
    { type: 'LevelCovered', task: 'r1-v1-a1', by: 'r1-v1-a0' },
  ]);
  expect(covered(decided)).toEqual([1]);
});

test.for([
  ['by the highest: both levels above', after(late, approved('r1-v1-a0', 'office-1')), [1, 2]],
  ['by its own person: none', after(late, approved('r1-v1-a0', 'lead-1')), []],
  ['not decided yet: none', late, []],
  ['sent back: none', after(late, returned('r1-v1-a0', 'head-1')), []],
  ['another proposal since: none', after(late, approved('r1-v1-a0', 'head-1'), proposed(2, { levels })), []],
  [
    'escalated to no level of the matrix: none',
    after(
      given(received(), proposed(1, { levels }), asked),
      escalated('s-1', 'supervisor'),
      approved('r1-v1-a0', 's-1'),
    ),
    [],
  ],
] as const)('%s', ([, ticket, steps]) => expect(covered(ticket)).toEqual(steps));

const inPlace = given(
  ...[received(), proposed(1, { levels }), asked],
  ...[{ ...escalated('head-1', 'department-head'), rule: 'nobody-there' } as TicketEvent],
);

test('whoever was asked in place of those below stands for their own level only where nobody else could be asked', () => {
  const decided = after(inPlace, approved('r1-v1-a0', 'head-1'));
  expect(covered(decided)).toEqual([]);
  expect(coverLevel(decided, 1, 'accounting', LEVELS, true)).toMatchObject([{ person: 'head-1' }, { by: 'r1-v1-a0' }]);
  expect(coverLevel(decided, 2, 'accounting', LEVELS, true)).toEqual([]);
});

test('the head of complaint work stands above every level', () => {
  const highest = given(received(), proposed(1, { levels }), asked, escalated('head-2', 'head-of-complaint-work'));
  expect(covered(after(highest, approved('r1-v1-a0', 'head-2')))).toEqual([1, 2]);
});

test('a level is covered once, however often its step runs', () => {
  const decided = after(late, approved('r1-v1-a0', 'head-1'));
  const once = after(decided, ...coverLevel(decided, 1, 'accounting', LEVELS));
  expect(once.tasks['r1-v1-a1']?.closed).toMatchObject({ outcome: 'approved' });
  expect(coverLevel(once, 1, 'accounting', LEVELS)).toEqual([]);
});
