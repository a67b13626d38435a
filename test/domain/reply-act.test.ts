import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Way } from '../../functions/domain/complaint-posted.ts';
import { callTask, letterWays, meanToCall, type ReplyAct, replyAct } from '../../functions/domain/reply-act.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { ways } from '../../functions/domain/ways.ts';
import { given, minutes, opened } from './a-ticket.ts';

type Outcome = Extract<TicketEvent, { type: 'Called' }>['outcome'];
const intended = (way: Way, message = 'r1-reply'): TicketEvent => ({
  ...({ type: 'MessageIntended', message, purpose: 'reply', template: 'reply', way } as const),
  ...{ to: 'complainant', locale: 'en' },
});
const failed = (way: Way, message = 'r1-reply'): TicketEvent => ({ type: 'MessageFailed', message, way, reason: 'no' });
const sent = (way: Way, message = 'r1-reply'): TicketEvent => ({ type: 'MessageSent', message, way, providerId: 'p' });
const replied: TicketEvent = { type: 'Replied', message: 'r1-reply', way: 'sms', inTime: true };
const letter = 'r1-reply-letter';

const called = (outcome: Outcome, nth = 1): TicketEvent[] => {
  const task = `r1-call-${nth}`;
  const call = { type: 'Called', task, message: 'r1-reply', dialledAt: minutes(nth), outcome } as const;
  return [intended('phone'), opened(task, 'triage-desk', { work: 'call' }), call];
};
const smsFailed = [intended('sms'), failed('sms')];
const both: readonly Way[] = ['sms', 'phone'];

test.for<readonly [string, readonly Way[], readonly TicketEvent[], ReplyAct]>([
  ['at first it is written', both, [], 'write'],
  ['whoever wants a call is called', ['phone', 'sms'], [], 'call'],
  ['what was written is done', both, [intended('sms'), sent('sms'), replied], 'done'],
  ['what may have gone out is written again', both, [intended('sms')], 'write'],
  ['where nothing got through, a call', both, smsFailed, 'call'],
  ['while it is owed, a call', both, [...smsFailed, intended('phone')], 'call'],
  ['without a number, nobody', ['e-mail'], [intended('e-mail'), failed('e-mail')], 'nobody'],
  ['without any means it is tried, so that the ticket shows it', [], [], 'write'],
  ['and then nobody', [], smsFailed, 'nobody'],
  ['after a call the letter', ['phone', 'sms'], called('reached'), 'letter'],
  ['not by what failed before', both, [...smsFailed, ...called('reached')], 'done'],
  [
    'reached, though the letter failed',
    ['phone', 'sms'],
    [...called('reached'), intended('sms', letter), failed('sms', letter)],
    'done',
  ],
  [
    'not reached, but the letter got there',
    ['phone', 'sms'],
    [...called('no-answer'), intended('sms', letter), sent('sms', letter)],
    'done',
  ],
  ['not reached at all: another call', both, [...smsFailed, ...called('no-answer')], 'call'],
  ['whoever would not talk was reached', both, [...smsFailed, ...called('declined-to-talk')], 'done'],
  [
    'as many calls as may be, and nobody',
    both,
    [...smsFailed, ...called('no-answer'), ...called('wrong-number', 2)],
    'nobody',
  ],
])('%s', ([, open, events, act]) => {
  expect(replyAct(given(...events), open, 2)).toBe(act);
});

test('each call is a task of its own, and the same however often its step runs', () => {
  const owed = given(intended('phone'));
  expect(callTask(owed)).toBe('r1-call-1');
  expect(meanToCall(owed)).toEqual([]);
  const made = given(...called('no-answer'));
  expect(callTask(made)).toBe('r1-call-1');
  expect(meanToCall(made)).toMatchObject([{ type: 'MessageIntended', way: 'phone', message: 'r1-reply' }]);
  expect(callTask(given(...called('no-answer'), intended('phone')))).toBe('r1-call-2');
});

test('whatever fails, it comes to an end: no way more than once, no more calls than may be', () => {
  const means = fc.record({
    phone: fc.constantFrom('+8613123456789', undefined),
    email: fc.constantFrom('sample@example.com', undefined),
    preferred: fc.constantFrom<Way>('sms', 'e-mail', 'phone'),
  });
  const outcomes = fc.array(fc.constantFrom<Outcome>('reached', 'no-answer', 'wrong-number'), {
    minLength: 2,
    maxLength: 2,
  });
  fc.assert(
    fc.property(means, outcomes, fc.boolean(), (to, outcome, getsThrough) => {
      const open = ways(to);
      const events: TicketEvent[] = [];
      let calls = 0;
      for (let turn = 0; turn < 12; turn++) {
        const ticket = given(...events);
        const act = replyAct(ticket, open, 2);
        if (act === 'done' || act === 'nobody') {
          expect(calls).toBeLessThanOrEqual(2);
          return;
        }
        if (act === 'call') events.push(...called(outcome[calls++] ?? 'reached', calls));
        else {
          const message = act === 'letter' ? letter : 'r1-reply';
          const way = (act === 'letter' ? letterWays(ticket, open) : open).find(
            (one) => one !== 'phone' && !ticket.messages[message]?.attempts.some((tried) => tried.way === one),
          );
          events.push(
            intended(way ?? 'sms', message),
            getsThrough ? sent(way ?? 'sms', message) : failed(way ?? 'sms', message),
          );
          if (getsThrough && !ticket.replied) events.push(replied);
        }
      }
      throw new Error('it never ends');
    }),
  );
});
