import { expect, test } from 'vitest';
import { checkRules, RULES, type Rules, ruleFaults } from '../../functions/rules/check.ts';
import type { Table } from '../../functions/rules/table.ts';

/** The table with its rows changed, whatever comes of it. */
const withRows = <T extends Table<unknown>>(table: T, change: (rows: T['rows'][number][]) => unknown[]): T => ({
  ...table,
  rows: change([...table.rows]),
});
const { severity, approvals, lanes, routing, words, policy, departments } = RULES;
const [cn] = RULES.packs;

test('the tables hold', () => {
  expect(() => checkRules()).not.toThrow();
});

test.for<readonly [string, Partial<Rules>, string]>([
  ['a rule id that stands twice', { lanes: withRows(lanes, (rows) => [rows[0], ...rows]) }, 'L1 stands twice'],
  [
    'a rule id of another table',
    { lanes: withRows(lanes, (rows) => rows.map((row, nth) => (nth === 0 ? ['A1', ...row.slice(1)] : row))) },
    'lanes, too',
  ],
  [
    'a category that nobody leads',
    { routing: withRows(routing, (rows) => rows.filter(([, category]) => category !== 'points')) },
    'points leads nowhere',
  ],
  [
    'a department that does not exist',
    { departments: withRows(departments, (rows) => rows.filter(([id]) => id !== 'marketing')) },
    'no department is called marketing',
  ],
  [
    'words for a category that does not exist',
    { words: withRows(words, (rows) => [...rows, ['W900', 'weather', 5, [], [], ['rain']]]) },
    'no category is called weather',
  ],
  ['severity without its last row', { severity: withRows(severity, (rows) => rows.slice(0, -1)) }, 'must catch all'],
  [
    'approvals without their last row',
    { approvals: withRows(approvals, (rows) => rows.slice(0, -1)) },
    'must catch all',
  ],
  ['lanes without their last row', { lanes: withRows(lanes, (rows) => rows.slice(0, -1)) }, 'must catch all'],
  ['a number that is none', { policy: { ...policy, roundsAtMost: 0 } }, 'policy.roundsAtMost'],
  ['a number nobody described', { policy: { ...policy, tea: 1 } as typeof policy }, 'add it to schema.ts'],
  [
    'contact hours upside down',
    { policy: { ...policy, contactHours: { from: '21:00', to: '08:00' } } },
    'contact hours',
  ],
  [
    'an extension that extends nothing',
    { packs: cn ? [{ ...cn, extensions: cn.extensions.map((row) => ({ ...row, to: 15 })) }] : [] },
    'cn-decide-30: is no longer',
  ],
  ['a pack without sources', { packs: cn ? [{ ...cn, source: '' }] : [] }, 'packs.0.source'],
])('%s stops the build', ([, change, fault]) => {
  expect(ruleFaults({ ...RULES, ...change }).join('\n')).toContain(fault);
});
