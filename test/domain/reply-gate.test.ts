import { expect, test } from 'vitest';
import type { Letter } from '../../functions/domain/case-file.ts';
import { lacks } from '../../functions/domain/reply-gate.ts';

const DEMANDS = ['退还年费', '道歉'];
const whole: Letter = {
  locale: 'zh-Hans',
  writtenAt: '2026-11-22T01:00:00.000Z',
  facts: ['年费于十一月一日收取。'],
  basis: ['信用卡收费标准'],
  answers: DEMANDS.map((demand) => ({ demand, verdict: 'accept', reason: '达到减免条件。' })),
  remedies: [{ kind: 'fee-waiver', amountMinor: 60_000, state: 'done' }],
  furtherWays: ['verification', 'mediation', 'arbitration', 'litigation'],
};

test('a whole reply may leave', () => {
  expect(lacks(whole, DEMANDS)).toEqual([]);
});

test.for<readonly [string, Partial<Letter>, readonly string[]]>([
  ['no facts', { facts: [] }, ['facts']],
  ['blank facts', { facts: [' '] }, ['facts']],
  ['no basis', { basis: [] }, ['basis']],
  [
    'no reason for one answer',
    { answers: whole.answers.map((one, i) => (i ? { ...one, reason: ' ' } : one)) },
    ['reasons'],
  ],
  ['one demand unanswered', { answers: whole.answers.slice(0, 1) }, ['answer:2']],
  ['an answer to something else', { answers: whole.answers.toReversed() }, ['answer:1', 'answer:2']],
  [
    'a remedy without its state',
    { remedies: [{ kind: 'apology', amountMinor: 0, state: undefined as never }] },
    ['state-of-execution'],
  ],
  ['no further ways', { furtherWays: [] }, ['further-ways']],
])('a reply with %s may not', ([, change, lacking]) => {
  expect(lacks({ ...whole, ...change }, DEMANDS)).toEqual(lacking);
});

test('a complaint without recorded demands needs no answers, but all the rest', () => {
  expect(lacks({ ...whole, answers: [] }, [])).toEqual([]);
  expect(lacks({ ...whole, answers: [], facts: [], basis: [] }, [])).toEqual(['facts', 'basis']);
});
