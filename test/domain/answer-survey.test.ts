import { expect, test } from 'vitest';
import { answerSurvey } from '../../functions/domain/answer-survey.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { after, digestOf, given, minutes, opened, received } from './a-ticket.ts';
import { cnRules } from './round-rules.ts';

const asked = given(received(), opened('r1-survey', 'complainant', { work: 'survey' }));
const answer = { task: 'r1-survey', score: 4, appeal: false, at: minutes(10) };
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
  const replied: TicketEvent = { type: 'Replied', message: 'r1-reply', way: 'sms', inTime: true };
  const answered = after(asked, replied);
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
  ['answered already', after(asked, ...answerSurvey(asked, cnRules, answer)), 'TaskClosed'],
  ['expired', after(asked, expired), 'TaskClosed'],
] as const)('a survey %s takes no answer', ([, ticket, refusal]) => {
  expect(() => answerSurvey(ticket, cnRules, answer)).toThrow(expect.objectContaining({ name: refusal }));
});
