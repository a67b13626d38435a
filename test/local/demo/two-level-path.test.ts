import { expect, test } from 'vitest';
import { nothingYet, type Task, type Ticket } from '../../../functions/domain/ticket.ts';
import { median, perTicket, tookTwoLevels } from '../../../local/demo/cost/two-level-path.ts';
import { digestOf } from '../../domain/a-ticket.ts';

const at = '2026-03-02T01:00:00.000Z';
const archived = { folder: 'f/', manifest: digestOf('1'), retainUntil: at };
const task = (id: string, work: Task['work'], outcome: 'approved' | 'Returned' | 'done'): Task => ({
  id,
  work,
  person: 'p',
  openedAt: at,
  seq: 1,
  reminded: false,
  closed: { outcome, at, by: 'p', seq: 2 },
});
const two = { a: task('a', 'approve', 'approved'), b: task('b', 'approve', 'approved') };

test.for<[string, Partial<Ticket>, boolean]>([
  ['two levels agreed', { archived, tasks: two }, true],
  ['three levels agreed', { archived, tasks: { ...two, c: task('c', 'approve', 'approved') } }, false],
  ['one level agreed', { archived, tasks: { a: two.a } }, false],
  ['a manager returned it', { archived, returns: 1, tasks: two }, false],
  ['it was parked', { archived, tasks: { ...two, c: task('c', 'parked', 'done') } }, false],
  ['it is still open', { tasks: two }, false],
])('%s: the two-level path %s', ([, facts, expected]) => {
  expect(tookTwoLevels({ ...nothingYet, ...facts })).toBe(expected);
});

test('medians are of each number by itself, and there are none of nothing', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  const usage = (transitions: number, usd: number) => ({
    ...{ transitions, usd, invocations: 1, writeUnits: 1, readUnits: 1, historyEvents: 1, usdByService: {} },
  });
  expect(perTicket([usage(16, 0.0005), usage(18, 0.0004), usage(17, 0.0009)])).toMatchObject({
    transitions: 17,
    usdPer1000: 0.5,
  });
  expect(perTicket([])).toBeNull();
});
