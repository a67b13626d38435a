import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { RULES } from '../../functions/rules/check.ts';
import { lines, replay, tables, withRow, written } from './asked-replay.ts';

const BAD_ROW = { approvals: withRow(RULES.approvals, ['A3', 'huge', 0, '*', '*', []]) };
const NO_CATEGORY = { routing: withRow(RULES.routing, ['R07', 'weather', 'accounting', []]) };
test.for<readonly [string, () => readonly string[], string]>([
  ['no input', () => ['--against', 'current'], '--input is missing'],
  ['nothing to compare with', () => ['--input', 'samples'], '--against is missing'],
  ['a file that is not there', () => ['--input', 'tea.jsonl', '--against', 'current'], 'cannot be read (ENOENT)'],
  ['rules that are not there', () => ['--input', 'samples', '--against', 'tea'], 'is no file or directory'],
  ['a commit that is not there', () => ['--input', 'samples', '--against', 'git:tea'], 'no commit'],
  ['a directory without rules', () => ['--input', 'samples', '--against', tmpdir()], 'top folder of a checkout'],
  ['a row of another form', () => ['--input', 'samples', '--against', tables('1.json', BAD_ROW)], '(row A3)'],
  [
    'a row that names nothing',
    () => ['--input', 'samples', '--against', tables('2.json', NO_CATEGORY)],
    'R07: no category',
  ],
  [
    'an unknown table',
    () => ['--input', 'samples', '--against', tables('3.json', { tea: {} })],
    'no table is called tea',
  ],
  [
    'an unknown number',
    () => ['--input', 'samples', '--against', tables('4.json', { policy: { tea: 1 } })],
    'has no tea',
  ],
  [
    'no default export',
    () => ['--input', 'samples', '--against', written('5.ts', 'export const a = 1;')],
    'no object of tables',
  ],
  [
    'a line that is not JSON',
    () => ['--input', written('6.jsonl', '\n{"a'), '--against', 'current'],
    'line 2: is not JSON',
  ],
  [
    'no ticket at all',
    () => ['--input', lines('7.jsonl', [{}]), '--against', 'current'],
    'no post that becomes a ticket',
  ],
  [
    'a receipt that is no instant',
    () => ['--input', lines('8.jsonl', [{ receivedAt: '2026-03-02', post: {} }]), '--against', 'current'],
    'line 1: receivedAt is to be an instant',
  ],
  ['a law nobody knows', () => ['--input', 'samples', '--against', 'current', '--pack', 'mars'], 'has packs of cn'],
  ['rules without a pack', () => ['--input', 'samples', '--against', tables('9.json', { packs: [] })], 'has no packs'],
  ['an unknown option', () => ['--tea'], 'see --help'],
])('%s is refused with what to do', ([, args, why]) => {
  const { status, stdout, stderr } = replay(...args());
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(why);
});

test('--help says how it is asked', () => {
  expect(replay('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--against B') });
});
