import { expect, test } from 'vitest';
import { shownBy } from '../../functions/domain/shown-by.ts';
import { after, asked, digestOf, given, opened, proposed, received } from './a-ticket.ts';

const ticket = given(received(), opened('s0', 'handler-1'), proposed(1), asked('a0', 'lead-1'));
const taskOf = (one: typeof ticket, id: string) => {
  const task = one.tasks[id];
  if (!task) throw new Error(`the sample has no ${id}`);
  return task;
};

test('an approval shows a level, a proposal and its version: its link is bound to them', () => {
  const { level, proposal } = taskOf(ticket, 'a0');
  expect(shownBy(ticket, { level, proposal })).toEqual({ level, proposal, version: 1 });
});

test('work shows none of them, and its link is bound to none', () => {
  expect(shownBy(ticket, taskOf(ticket, 's0'))).toEqual({});
});

test('a proposal that is in no log has no version', () => {
  expect(shownBy(ticket, { proposal: digestOf('9') })).toEqual({ proposal: digestOf('9') });
});

test('what was asked of a manager shows the version it was asked for, whatever is proposed later', () => {
  const later = after(ticket, proposed(2));
  expect(shownBy(later, taskOf(later, 'a0')).version).toBe(1);
});

test('a proposal of the round before is still known by its version', () => {
  const later = after(ticket, proposed(2), { type: 'RoundOpened', round: 2, because: 'appeal' });
  expect(later.proposals).toEqual([]);
  const [first, second] = later.earlier[0]?.proposals ?? [];
  expect([first, second].map((one) => shownBy(later, { proposal: one?.proposal }).version)).toEqual([1, 2]);
});
