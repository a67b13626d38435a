import { expect, test } from 'vitest';
import { approvalsNeeded, type Proposal } from '../../functions/domain/approvals-needed.ts';
import { APPROVAL_MATRIX } from '../../functions/rules/approval-matrix.ts';

const small: Proposal = { severity: 'simple', totalMinor: 0, publicPost: false, category: 'points' };
const TWO = ['team-lead', 'department-head'];
const THREE = [...TWO, 'head-office'];

test.for<readonly [string, Partial<Proposal>, string, readonly string[]]>([
  ['nothing to pay, nobody watching', {}, 'A99', []],
  ['199.99 yuan', { totalMinor: 19_999 }, 'A99', []],
  ['200 yuan', { totalMinor: 20_000 }, 'A8', ['team-lead']],
  ['a complex case', { severity: 'complex' }, 'A7', ['team-lead']],
  ['collection practice', { category: 'collection-practice' }, 'A6', TWO],
  ['a public post', { publicPost: true }, 'A5', TWO],
  ['passed on by a regulator', { passedOnBy: 'nfra' }, 'A4', TWO],
  ['499.99 yuan', { totalMinor: 49_999 }, 'A8', ['team-lead']],
  ['500 yuan', { totalMinor: 50_000 }, 'A3', TWO],
  ['5,000 yuan', { totalMinor: 500_000 }, 'A2', THREE],
  ['a major case', { severity: 'major' }, 'A1', THREE],
  ['a major case in public', { severity: 'major', publicPost: true }, 'A1', THREE],
])('%s needs %s', ([, change, rule, levels]) => {
  expect(approvalsNeeded(APPROVAL_MATRIX, { ...small, ...change })).toMatchObject({ rule, levels });
});

test('it says which rules it passed over', () => {
  const { because } = approvalsNeeded(APPROVAL_MATRIX, { ...small, totalMinor: 50_000 });
  expect(because).toEqual({
    question: 'levels',
    table: 'approval-matrix',
    version: '2',
    rule: 'A3',
    passedOver: ['A0', 'A1', 'A2'],
  });
});

test('what others decide anew is decided at a higher level, whatever it costs', () => {
  expect(approvalsNeeded(APPROVAL_MATRIX, { ...small, isAppeal: true })).toMatchObject({
    rule: 'A0',
    levels: ['department-head', 'head-office'],
  });
});

test('a matrix without a last row is a fault, not an approval by nobody', () => {
  const matrix = { ...APPROVAL_MATRIX, rows: APPROVAL_MATRIX.rows.slice(0, 2) };
  expect(() => approvalsNeeded(matrix, small)).toThrow('its last row must catch all');
});
