import { expect, test } from 'vitest';
import { fileCall } from '../../functions/domain/file-call.ts';
import { followUp } from '../../functions/domain/follow-up.ts';
import { objectionMarks } from '../../functions/domain/marks/objections.ts';
import type { Ticket } from '../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { DESK } from './a-desk.ts';
import { digestOf, opened } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';
import { running, since } from './extension/a-clock.ts';
import { passAll } from './passed-marks.ts';

const ASKED = '2026-11-25T02:00:00.000Z';
const DIALLED = '2026-11-25T02:30:00.000Z';
const OBJECTED = '2026-11-25T02:40:00.000Z';
const WRITTEN = '2026-11-26T02:00:00.000Z';

const meant: TicketEvent = { ...EVERY_EVENT.MessageIntended, message: 'r1-reply', way: 'phone' };
const toCall = since(running(), ASKED, [
  ...[EVERY_EVENT.ReplyPrepared, meant, opened('r1-call-1', 'triage-desk', { work: 'call' })],
]);
const call = { task: 'r1-call-1', by: 'desk-1', dialledAt: DIALLED, outcome: 'reached' } as const;
const said = { followUp: 'f-1', about: 'objection', channel: 'app', attachments: 0, text: digestOf('4') } as const;
const objected = (ticket: Ticket, at = OBJECTED) => since(ticket, at, followUp(ticket, DESK, { ...said, at }), 'app');
const written = (ticket: Ticket) => since(ticket, WRITTEN, fileCall(ticket, DESK, call), 'desk-1');
const types = (events: readonly TicketEvent[]) => events.map(({ type }) => type);

test('told by phone, who objects before the call is written down is heard when it is', () => {
  const ticket = written(objected(toCall));
  expect(ticket.round).toBe(1);
  const { ticket: next, events } = passAll(ticket, DESK, WRITTEN);
  expect(events).toEqual(
    expect.arrayContaining([
      { type: 'AppealAsked', via: 'channel', grounds: digestOf('4') },
      { type: 'RoundOpened', round: 2, because: 'appeal' },
      // the law's time from when they asked, the bank's own from when it knew
      expect.objectContaining({ type: 'ClockStarted', clock: 'verification', startsAt: OBJECTED }),
      expect.objectContaining({ type: 'ClockStarted', clock: 'acknowledge', startsAt: WRITTEN }),
    ]),
  );
  expect([next.round, next.earlier[0]?.appeal?.via, objectionMarks(next, DESK)]).toEqual([2, 'channel', []]);
});

test('after the last round it is refused, once, and on record why', () => {
  const desk = { ...DESK, policy: { ...DESK.policy, roundsAtMost: 1 } };
  const { ticket, events } = passAll(written(objected(toCall)), desk, WRITTEN);
  expect(types(events)).toContain('AppealRefused');
  expect(ticket.appealRefused?.because).toBe('last-round');
  expect(objectionMarks(ticket, desk)).toEqual([]);
});

const sent = { message: 'r1-reply', way: 'sms', inTime: true } as const;
test.for<[string, Ticket]>([
  ['nobody had been told yet', written(objected(toCall, ASKED))],
  ['it was heard at once', objected(written(toCall), WRITTEN)],
  ['the reply was written', since(objected(toCall), WRITTEN, [{ type: 'Replied', ...sent }])],
  ['there is no reply', objected(toCall)],
  [
    'the ticket is answered with another',
    { ...written(objected(toCall)), mergedInto: { other: 'A', rule: 'S1', at: ASKED } },
  ],
])('it is not heard again where %s', ([, ticket]) => {
  expect(objectionMarks(ticket, DESK)).toEqual([]);
});
