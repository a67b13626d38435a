import { expect, test } from 'vitest';
import { clockState } from '../../functions/domain/clock-state.ts';
import { fold } from '../../functions/domain/evolve.ts';
import { replied, repliedByDesk } from '../../functions/domain/replied.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { CN } from '../../functions/rules/packs/cn.ts';
import { after, clock, decisions, given, minutes, received } from './a-ticket.ts';

const due = minutes(60);
const timed = given(received(), clock({ dueAt: due }));
const intended: TicketEvent = {
  ...{ type: 'MessageIntended', message: 'r1-reply', purpose: 'reply', template: 'reply-1', way: 'sms' },
  ...{ to: 'complainant', locale: 'zh-Hans' },
};
const parked = (error: string): TicketEvent => ({ type: 'Parked', task: 'parked-1', state: 'Send the reply', error });
const resumed: TicketEvent = { type: 'Resumed', task: 'parked-1', reason: 'e'.repeat(64) };

test.for([
  ['before its clock ran out', timed, minutes(59), true],
  ['at the very end of its clock', timed, due, false],
  ['after it', timed, minutes(61), false],
  ['where no clock runs', given(received({ kind: 'inquiry' })), minutes(99_999), true],
  ['where only another clock runs', given(received(), clock({ clock: 'acknowledge', dueAt: due })), minutes(61), true],
  [
    'after another date of the law',
    after(timed, clock({ clock: 'transferred', dueAt: minutes(5) })),
    minutes(6),
    false,
  ],
] as const)('a reply %s: in time is %s', ([, ticket, at, inTime]) => {
  expect(replied(ticket, 'r1-reply', 'sms', at)).toEqual({ type: 'Replied', message: 'r1-reply', way: 'sms', inTime });
});

test('a reply that the desk gave by phone counts from when the desk let the ticket go on', () => {
  const dialled = after(timed, intended, parked('NotReached'), resumed);
  expect(repliedByDesk(dialled, 'r1-reply')).toEqual([
    { type: 'MessageSent', message: 'r1-reply', way: 'phone', providerId: 'desk:parked-1' },
    {
      type: 'Replied',
      message: 'r1-reply',
      way: 'phone',
      inTime: true,
      givenAt: dialled.tasks['parked-1']?.closed?.at,
    },
  ]);
  const late = after(given(received(), clock({ dueAt: minutes(4) })), intended, parked('NotReached'), resumed);
  expect(repliedByDesk(late, 'r1-reply')).toMatchObject([{}, { inTime: false }]);
});

test('let go on before the date, it is in time, also where the step runs after it: the log says so, and the clock', () => {
  const parkedThen = after(given(received(), clock({ dueAt: minutes(5) })), intended, parked('NotReached'), resumed);
  const told = fold(decisions(repliedByDesk(parkedThen, 'r1-reply') ?? [], 9), parkedThen);
  const { decide } = told.clocks;
  expect(told.replied).toMatchObject({ inTime: true, givenAt: minutes(4) });
  expect(decide && clockState(told, 1, decide, CN, minutes(10))).toEqual({ state: 'met', at: minutes(4) });
});

test.for([
  ['nobody was asked to', after(timed, intended)],
  ['nobody has yet', after(timed, intended, parked('NotReached'))],
  ['the ticket stood still for another reason', after(timed, intended, parked('States.Timeout'), resumed)],
  ['no reply was tried before', after(timed, parked('NotReached'), resumed)],
] as const)('the desk has not replied where %s', ([, ticket]) => {
  expect(repliedByDesk(ticket, 'r1-reply')).toBeUndefined();
});
