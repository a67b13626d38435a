import { expect, test } from 'vitest';
import { fileFindings, giveAnswer } from '../../functions/domain/file-findings.ts';
import { after, digestOf, filed, given, opened, received } from './a-ticket.ts';

const findings = digestOf('f');
const begun = given(received({ recused: 'handler-9' }));
const investigating = after(begun, opened('s0', 'handler-1'));
const enquiry = after(begun, opened('answer', 'handler-1', { work: 'answer' }));

test('a department files what it found and what its remedies cost', () => {
  expect(fileFindings(investigating, { task: 's0', by: 'handler-1', findings, totalMinor: 42_050 })).toEqual([
    { type: 'FindingsFiled', task: 's0', findings, totalMinor: 42_050 },
  ]);
});

test('the owner of an enquiry answers it', () => {
  expect(giveAnswer(enquiry, { task: 'answer', by: 'handler-1', answer: findings })).toEqual([
    { type: 'AnswerGiven', task: 'answer', answer: findings },
  ]);
});

test.for([
  ['a task that was never opened', begun, 'handler-1', 'UnknownTask'],
  ['findings filed already', after(investigating, filed('s0', 'handler-1')), 'handler-1', 'TaskClosed'],
  ["another handler's task", investigating, 'handler-2', 'NotYours'],
  ['the person complained about', after(begun, opened('s0', 'handler-9')), 'handler-9', 'Recused'],
] as const)('findings are refused: %s', ([, ticket, by, refusal]) => {
  const filing = () => fileFindings(ticket, { task: 's0', by, findings, totalMinor: 0 });
  expect(filing).toThrow(expect.objectContaining({ name: refusal }));
});

test.for([
  ['a task that was never opened', begun, 'handler-1', 'UnknownTask'],
  [
    'an enquiry answered already',
    after(enquiry, ['handler-1', { type: 'AnswerGiven', task: 'answer', answer: findings }]),
    'handler-1',
    'TaskClosed',
  ],
  ["another handler's task", enquiry, 'handler-2', 'NotYours'],
  [
    'the person complained about',
    after(begun, opened('answer', 'handler-9', { work: 'answer' })),
    'handler-9',
    'Recused',
  ],
] as const)('an answer is refused: %s', ([, ticket, by, refusal]) => {
  const giving = () => giveAnswer(ticket, { task: 'answer', by, answer: findings });
  expect(giving).toThrow(expect.objectContaining({ name: refusal }));
});

test('findings are no answer, and an answer no findings', () => {
  const unknown = expect.objectContaining({ name: 'UnknownTask' });
  expect(() => giveAnswer(investigating, { task: 's0', by: 'handler-1', answer: findings })).toThrow(unknown);
  expect(() => fileFindings(enquiry, { task: 'answer', by: 'handler-1', findings, totalMinor: 0 })).toThrow(unknown);
});
