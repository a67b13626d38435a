import { expect, test } from 'vitest';
import { publicForm } from '../../functions/domain/public-form.ts';
import { minutes } from './a-ticket.ts';
import { EVERY_EVENT, REFERENCE_HASH } from './every-event.ts';

/** Events that no other system of the bank hears of: messages that went out, what people file and decide, what is prepared. */
const INSIDE = [
  'ClockStarted',
  'MessageIntended',
  'MessageSent',
  'TaskOpened',
  'TaskReassigned',
  'Reminded',
  'Transferred',
  'FindingsFiled',
  'AnswerGiven',
  'Approved',
  'Returned',
  'NothingToCarryOut',
  'DutyCalled',
  'ReplyGateRefused',
  'ReplyPrepared',
  'SurveyExpired',
  'ClockMarked',
  'ExtensionProposed',
  'ExtensionApproved',
  'ExtensionRefused',
  'MessageHeld',
  'Called',
  'Escalated',
  'LevelCovered',
  'PlanFiled',
];
const events = Object.values(EVERY_EVENT);
const shown = events.flatMap((event) => publicForm(event) ?? []);

test('every event is either shown or kept inside, as somebody decided', () => {
  expect(events.filter((event) => !publicForm(event)).map(({ type }) => type)).toEqual(INSIDE);
});

test.for(shown)(
  '$type is shown in codes: no digest but the channel’s own, no person, no message, no task',
  ({ facts }) => {
    const written = JSON.stringify(facts).replace(REFERENCE_HASH, '');
    expect(written).not.toMatch(/[0-9a-f]{64}/);
    for (const name of ['handler-9', 'lead-1', 'complainant', '"m"', '"t"', 'Asia/Shanghai', 'zh-Hans'])
      expect(written).not.toContain(name);
  },
);

test('a date is shown when it counts days of a year that nobody has published', () => {
  expect(publicForm({ ...EVERY_EVENT.ClockStarted, uncertain: true })).toMatchObject({
    ...{ type: 'ClockStarted', facts: { clock: 'transferred', uncertain: true } },
  });
});

test('what is shown is what the event says', () => {
  expect(publicForm(EVERY_EVENT.CommandOrdered)).toEqual({
    ...{ type: 'CommandOrdered', facts: { command: 'c', action: 'fee-waiver' } },
  });
  expect(publicForm(EVERY_EVENT.SurveyAnswered)?.facts).toEqual({ score: 2, reason: 'too-slow' });
  expect(publicForm(EVERY_EVENT.ComplaintReceived)?.facts).toEqual({
    ...{ kind: 'complaint', channel: 'app', referenceHash: REFERENCE_HASH, tier: 'gold', missing: [] },
  });
  expect(publicForm(EVERY_EVENT.PostConflicted)?.facts).toEqual({ referenceHash: REFERENCE_HASH });
});

test('of a reply that came before it was written down, others see that it was in time, and not when that was', () => {
  expect(publicForm({ ...EVERY_EVENT.Replied, givenAt: minutes(6) })).toEqual(publicForm(EVERY_EVENT.Replied));
});
