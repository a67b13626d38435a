import { expect, test } from 'vitest';
import { findingsOf, formOf } from '../../functions/pages/findings-form.ts';
import { findings } from './sample-ticket.ts';

const form = formOf(findings, 'CNY');

test('findings survive the way into the form and back', () => {
  expect(findingsOf(form, 2, 'CNY')).toEqual({ findings });
});

test('rows left empty are no findings, and the others keep their order', () => {
  const gaps = { ...form, 'evidence.1.reference': ' ', 'evidence.3.kind': 'other', 'evidence.3.reference': 'X-9' };
  const { findings: found } = findingsOf(gaps, 2, 'CNY');
  expect(found?.evidence.map(({ reference }) => reference)).toEqual(['CLR-20261103-88121', 'X-9']);
});

test('a fault is told at the field it was made in, also after an empty row', () => {
  const gaps = { ...form, 'evidence.1.reference': '', 'evidence.3.kind': '', 'evidence.3.reference': 'X-9' };
  expect(findingsOf(gaps, 2, 'CNY').faults).toEqual({ 'evidence.3.kind': 'choose' });
});

test.for([
  ['no facts', { facts: ' ' }, { facts: 'required' }],
  ['facts beyond the limit', { facts: 'x'.repeat(4001) }, { facts: 'tooLong' }],
  ['no evidence', { 'evidence.0.reference': '', 'evidence.1.reference': '' }, { 'evidence.0.reference': 'required' }],
  ['no basis', { 'basis.0.citation': '' }, { 'basis.0.citation': 'required' }],
  ['no liability', { liability: '' }, { liability: 'choose' }],
  ['a demand without a verdict', { 'answers.1.verdict': '' }, { 'answers.1.verdict': 'choose' }],
  ['a demand without a reason', { 'answers.0.reason': '' }, { 'answers.0.reason': 'required' }],
  ['an amount that is none', { 'remedies.0.amount': 'viel' }, { 'remedies.0.amount': 'amount' }],
  ['a waiver of nothing', { 'remedies.1.kind': 'fee-waiver' }, { 'remedies.1.amount': 'required' }],
  ['a remedy nobody knows', { 'remedies.0.kind': 'gold' }, { 'remedies.0.kind': 'choose' }],
] as const)('%s', ([, changed, faults]) => {
  expect(findingsOf({ ...form, ...changed }, 2, 'CNY').faults).toEqual(faults);
});

test('every demand needs an answer, however few the form sends', () => {
  expect(findingsOf(form, 3, 'CNY').faults).toEqual({ 'answers.2.verdict': 'choose', 'answers.2.reason': 'required' });
});

test('a complaint without demands needs no answers', () => {
  expect(findingsOf(form, 0, 'CNY').findings?.answers).toEqual([]);
});

test('a card number in the findings is masked before anything keeps it', () => {
  const { findings: found } = findingsOf({ ...form, facts: '卡号 4242 4242 4242 4242 的交易' }, 2, 'CNY');
  expect(JSON.stringify(found)).not.toMatch(/4242[ -]?4242/);
});

test('an apology costs nothing', () => {
  const { findings: found } = findingsOf(form, 2, 'CNY');
  expect(found?.remedies[1]).toEqual({ kind: 'apology', amountMinor: 0 });
});
