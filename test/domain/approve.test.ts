import { expect, test } from 'vitest';
import { approve, sendBack } from '../../functions/domain/approve.ts';
import { after, approved, asked, digestOf, filed, given, opened, proposed, received, returned } from './a-ticket.ts';

const seen = digestOf('1');
const reason = digestOf('e');
const proposal = given(
  received({ recused: 'lead-9' }),
  opened('s0', 'handler-1'),
  filed('s0', 'handler-1'),
  proposed(1),
);
const waiting = after(proposal, asked('a0', 'lead-1'));

test('a manager approves the proposal that was on the page', () => {
  expect(approve(waiting, { task: 'a0', by: 'lead-1', seen })).toEqual([
    { type: 'Approved', task: 'a0', proposal: seen },
  ]);
});

test('a manager sends it back with a reason', () => {
  expect(sendBack(waiting, { task: 'a0', by: 'lead-1', seen, reason })).toEqual([
    { type: 'Returned', task: 'a0', reason },
  ]);
});

test('the next level is somebody else', () => {
  const second = after(waiting, approved('a0', 'lead-1'), asked('a1', 'head-1'));
  expect(approve(second, { task: 'a1', by: 'head-1', seen })).toHaveLength(1);
});

test.for([
  ['a task that was never opened', waiting, 'a7', 'lead-1', 'UnknownTask'],
  ['work that is no approval', after(waiting, opened('s1', 'lead-1')), 's1', 'lead-1', 'UnknownTask'],
  ['a link used twice', after(waiting, approved('a0', 'lead-1')), 'a0', 'lead-1', 'TaskClosed'],
  ['a link used after sending back', after(waiting, returned('a0', 'lead-1')), 'a0', 'lead-1', 'TaskClosed'],
  ["another manager's task", waiting, 'a0', 'lead-2', 'NotYours'],
  ['the person complained about', after(proposal, asked('a0', 'lead-9')), 'a0', 'lead-9', 'Recused'],
  ['whoever investigated', after(proposal, asked('a0', 'handler-1')), 'a0', 'handler-1', 'SamePersonTwice'],
  [
    'whoever investigated before a return',
    after(
      waiting,
      returned('a0', 'lead-1'),
      opened('t', 'handler-2'),
      filed('t', 'handler-2'),
      proposed(2),
      asked('b', 'handler-1', 2),
    ),
    'b',
    'handler-1',
    'SamePersonTwice',
  ],
  [
    'one person at two levels',
    after(waiting, approved('a0', 'lead-1'), asked('a1', 'lead-1')),
    'a1',
    'lead-1',
    'SamePersonTwice',
  ],
  [
    'whoever sent an earlier version back',
    after(waiting, returned('a0', 'lead-1'), proposed(2), asked('b', 'lead-1', 2)),
    'b',
    'lead-1',
    'SamePersonTwice',
  ],
  ['a proposal that changed under the link', after(waiting, proposed(2)), 'a0', 'lead-1', 'ProposalChanged'],
  [
    'a level still open when another sent the proposal back',
    after(waiting, asked('a1', 'head-1'), returned('a0', 'lead-1')),
    'a1',
    'head-1',
    'ProposalChanged',
  ],
] as const)('%s is refused, for a yes and for a return', ([, ticket, task, by, refusal]) => {
  const version = ticket.tasks[task]?.proposal ?? seen;
  const refused = expect.objectContaining({ name: refusal });
  expect(() => approve(ticket, { task, by, seen: version })).toThrow(refused);
  expect(() => sendBack(ticket, { task, by, seen: version, reason })).toThrow(refused);
});

test('a page that showed another proposal than its task asks about is refused', () => {
  const changed = expect.objectContaining({ name: 'ProposalChanged' });
  expect(() => approve(waiting, { task: 'a0', by: 'lead-1', seen: digestOf('2') })).toThrow(changed);
  const newer = after(waiting, proposed(2));
  expect(() => approve(newer, { task: 'a0', by: 'lead-1', seen: digestOf('2') })).toThrow(changed);
});
