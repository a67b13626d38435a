import { expect, test } from 'vitest';
import { answerSurvey, type SurveyAnswer } from '../../functions/domain/answer-survey.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { after, digestOf, given, minutes, opened, received } from './a-ticket.ts';
import { cnRules } from './round-rules.ts';

const asked = given(received(), opened('r1-survey', 'complainant', { work: 'survey' }));
const answer = { task: 'r1-survey', score: 4, appeal: false, at: minutes(10) };
const REPLIED: TicketEvent = { type: 'Replied', message: 'r1-reply', way: 'sms', inTime: true };
const expired: TicketEvent = { type: 'SurveyExpired', task: 'r1-survey' };

test('a score alone is an answer, and nothing is made up beside it', () => {
  const [answered, ...more] = answerSurvey(asked, cnRules, { ...answer, reason: '', comment: undefined });
  expect(answered).toStrictEqual({ type: 'SurveyAnswered', task: 'r1-survey', score: 4 });
  expect(more).toEqual([]);
});

test('reason and comment come with the score, the comment as a digest', () => {
  expect(answerSurvey(asked, cnRules, { ...answer, reason: 'too-slow', comment: digestOf('8') })).toEqual([
    { type: 'SurveyAnswered', task: 'r1-survey', score: 4, reason: 'too-slow', comment: digestOf('8') },
  ]);
});

test('a review is asked for in the same decision, and others begin', () => {
  const answered = after(asked, REPLIED);
  const [, ...more] = answerSurvey(answered, cnRules, { ...answer, appeal: true, grounds: digestOf('7') });
  expect(more[0]).toStrictEqual({ type: 'AppealAsked', via: 'survey', task: 'r1-survey', grounds: digestOf('7') });
  expect(more.map(({ type }) => type)).toEqual(['AppealAsked', 'RoundOpened', 'ClockStarted', 'ClockStarted']);
});

test('grounds without an appeal are no appeal', () => {
  expect(answerSurvey(asked, cnRules, { ...answer, grounds: digestOf('7') })).toHaveLength(1);
});

test.for([
  ['never asked', given(received()), 'UnknownTask'],
  ['asked about other work', given(received(), opened('r1-survey', 'complainant')), 'UnknownTask'],
  ['answered otherwise', after(asked, ...answerSurvey(asked, cnRules, { ...answer, score: 5 })), 'TaskClosed'],
  ['expired', after(asked, expired), 'TaskClosed'],
] as const)('a survey %s takes no answer', ([, ticket, refusal]) => {
  expect(() => answerSurvey(ticket, cnRules, answer)).toThrow(expect.objectContaining({ name: refusal }));
});

const full = { ...answer, reason: 'too-slow', comment: digestOf('8'), appeal: true, grounds: digestOf('7') };
const afterAnswer = (given: SurveyAnswer) => {
  const replied = after(asked, REPLIED);
  return after(replied, ...answerSurvey(replied, cnRules, given));
};

test.for<[string, SurveyAnswer]>([
  ['a score alone', answer],
  ['everything', full],
  ['grounds of a review', { ...answer, appeal: true, grounds: digestOf('7') }],
])('the same answer comes twice, %s: it is taken once', ([, given]) => {
  expect(answerSurvey(afterAnswer(given), cnRules, { ...given, at: minutes(11) })).toEqual([]);
});

test.for<[string, Partial<SurveyAnswer>]>([
  ['a score', { score: 5 }],
  ['a reason', { reason: 'unclear' }],
  ['a comment', { comment: digestOf('9') }],
  ['no review', { appeal: false, grounds: undefined }],
  ['grounds', { grounds: digestOf('9') }],
])('another answer is not taken for the same: %s', ([, other]) => {
  expect(() => answerSurvey(afterAnswer(full), cnRules, { ...full, ...other })).toThrow(
    expect.objectContaining({ name: 'TaskClosed' }),
  );
});

test('a review that was refused is not asked for by a second tap', () => {
  const late = after(asked, REPLIED, { type: 'AppealRefused', because: 'too-late' });
  const answered = after(late, { type: 'SurveyAnswered', task: 'r1-survey', score: 4 });
  expect(answerSurvey(answered, cnRules, { ...answer, appeal: true })).toEqual([]);
});
