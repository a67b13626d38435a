import { expect, test } from 'vitest';
import { needsCode } from '../../functions/domain/needs-code.ts';
import { levelsNeeded } from '../../functions/domain/propose.ts';
import { APPROVAL_MATRIX, LEVELS } from '../../functions/rules/approval-matrix.ts';
import { CONFIRMATION } from '../../functions/rules/confirmation.ts';
import { given, opened, received, triaged } from './a-ticket.ts';

const [lead] = LEVELS;

test.for([
  ['what a manager decides on and costs little', [lead], 'CNY', 500_000, undefined],
  ['one fen more', [lead], 'CNY', 500_001, 'O1'],
  ['another currency, up to its own amount', [lead], 'GBP', 50_000, undefined],
  ['another currency, above it', [lead], 'GBP', 50_001, 'O2'],
  ['a currency for which no amount is set', [lead], 'USD', 1, 'O9'],
  ['nothing at all, in such a currency', [lead], 'USD', 0, 'O9'],
  ['nothing at all, if nobody decides on it', [], 'CNY', 0, 'O0'],
  ['what costs much and nobody decides on', [], 'GBP', 900_000, 'O0'],
] as const)('%s', ([, levels, currency, totalMinor, rule]) => {
  expect(needsCode(CONFIRMATION, { levels: levels.map(String), currency, totalMinor })).toBe(rule);
});

const rules = { ...CONFIRMATION, rows: CONFIRMATION.rows.slice(1, 2) };
test('without a row that fits, none is needed', () => {
  expect(needsCode(rules, { levels: [], currency: 'USD', totalMinor: 900_000 })).toBe(undefined);
});

test.for(['simple', 'complex', 'major'] as const)(
  'the more a %s one costs, the more must agree: with what others propose, a code is needed no sooner',
  (severity) => {
    const ticket = given(received(), triaged({ severity }), opened('r1-v1-s0-0', 'handler-1'));
    const amounts = [0, 19_999, 20_000, 49_999, 50_000, 499_999, 500_000, 5_000_000];
    const heights = amounts.map((total) => levelsNeeded(ticket, total, APPROVAL_MATRIX).levels.length);
    expect(heights).toEqual([...heights].sort((one, other) => one - other));
  },
);
