import { describe, expect, test } from 'vitest';
import { clockState } from '../../functions/domain/clock-state.ts';
import { fileCall } from '../../functions/domain/file-call.ts';
import { marks } from '../../functions/domain/marks.ts';
import { openRoundByDesk } from '../../functions/domain/open-round.ts';
import { proofSheet } from '../../functions/domain/proof/proof-sheet.ts';
import { replied } from '../../functions/domain/replied.ts';
import { callTask, replyAct } from '../../functions/domain/reply-act.ts';
import type { Ticket } from '../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { CN } from '../../functions/rules/packs/cn.ts';
import { UK } from '../../functions/rules/packs/uk.ts';
import { DESK, deskOf } from './a-desk.ts';
import { opened } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';
import { bankOf, running, START, since } from './extension/a-clock.ts';

const DUE = '2026-12-07T16:00:00.000Z';
const ASKED = '2026-12-06T02:00:00.000Z';
const DIALLED = '2026-12-07T15:58:00.000Z';
const TURNED = '2026-12-07T15:59:00.000Z';
const WRITTEN = '2026-12-08T02:00:00.000Z';
const CALL = 'r1-call-1';

const meant: TicketEvent = { ...EVERY_EVENT.MessageIntended, message: 'r1-reply', way: 'phone' };
const callOf = (round: number, person = 'triage-desk') => opened(`r${round}-call-1`, person, { work: 'call' });
/** The reply is written, and the desk is to call with it. */
const owed = since(running(), ASKED, [EVERY_EVENT.ReplyPrepared, meant, callOf(1)]);
const call = { task: CALL, by: 'desk-1', dialledAt: DIALLED, outcome: 'reached' } as const;
type Written = Partial<{ by: string; dialledAt: string; outcome: 'reached' | 'no-answer' }>;
const file = (ticket: Ticket, made: Written = {}, desk = DESK) => fileCall(ticket, desk, { ...call, ...made });
const written = (ticket: Ticket, made: Written = {}, at = WRITTEN) =>
  since(ticket, at, file(ticket, made), made.by ?? call.by);
const types = (events: readonly TicketEvent[]) => events.map(({ type }) => type);
const state = (ticket: Ticket, round = 1) => {
  const clocks =
    round === ticket.round ? ticket.clocks : (ticket.earlier.find((one) => one.round === round)?.clocks ?? {});
  return clocks.decide && clockState(ticket, round, clocks.decide, CN, WRITTEN);
};

const opening = openRoundByDesk(owed, DESK, { because: 'principle', at: TURNED });
const second = since(owed, TURNED, opening);

describe('others began anew after it was dialled', () => {
  const after = written(second);

  test('it is the reply of its own round, in time as it was dialled', () => {
    expect(file(second)).toMatchObject([
      { type: 'Called', message: 'r1-reply', dialledAt: DIALLED, outcome: 'reached' },
      { type: 'Replied', message: 'r1-reply', way: 'phone', inTime: true },
      { type: 'ClockStarted', clock: 'verification', startsAt: TURNED },
    ]);
    expect(after.earlier[0]?.replied).toMatchObject({ way: 'phone', inTime: true });
    expect(state(after)).toEqual({ state: 'met', at: DIALLED });
  });

  test('the round that began has a date of its own from its beginning, as if it had been written down at once', () => {
    const inTime = since(owed, DIALLED, file(owed), 'desk-1');
    const usual = since(inTime, TURNED, openRoundByDesk(inTime, DESK, { because: 'principle', at: TURNED }));
    expect(Object.keys(after.clocks).sort()).toEqual(['acknowledge', 'verification']);
    expect(after.clocks.verification?.dueAt).toBe(usual.clocks.verification?.dueAt);
    expect(after.replied).toBeUndefined();
  });

  test('its dates are breached no more, and the sheet names who dialled, when, and when it was written down', () => {
    const breached = marks(after, DESK).flatMap(({ act }) => (act.do === 'record' ? act.events : []));
    expect(breached).not.toContainEqual(expect.objectContaining({ type: 'Overdue', clock: 'decide' }));
    const { notices, clocks } = proofSheet({ ...after, id: 'T', decisions: [] }, DESK, new Date(WRITTEN));
    expect(notices.find(({ message }) => message === 'r1-reply')?.attempts).toEqual([
      { at: DIALLED, way: 'phone', providerId: `desk:${CALL}`, by: 'desk-1', writtenAt: WRITTEN },
    ]);
    expect(clocks.find(({ id, round }) => id === 'decide' && round === 1)).toMatchObject({
      state: 'met',
      inTime: true,
    });
  });

  test('what was asked for on the old date is void', () => {
    const asked = since(second, TURNED, [
      ...[
        { ...EVERY_EVENT.ExtensionProposed, extension: 'x1', from: DUE },
        opened('x1-ask', 'head-1', { work: 'extend' }),
      ],
    ]);
    expect(types(file(asked))).toContain('ExtensionVoid');
    expect(written(asked).tasks['x1-ask']?.closed?.outcome).toBe('void');
  });

  test('where a pack has no review of its own, the time for a decision begins anew', () => {
    const bank = bankOf(UK);
    const desk = deskOf(UK);
    const uk = since(running(START, bank), ASKED, [meant, callOf(1)]);
    const next = since(uk, TURNED, openRoundByDesk(uk, desk, { because: 'principle', at: TURNED }));
    const events = fileCall(next, desk, call);
    expect(events.at(-1)).toMatchObject({ type: 'ClockStarted', clock: 'decide', startsAt: TURNED });
    const late = since(next, WRITTEN, events, 'desk-1');
    expect(late.earlier[0]?.clocks.decide?.startsAt).toBe(START);
    expect(late.clocks.decide?.startsAt).toBe(TURNED);
  });

  test.for<[string, Written]>([
    ['nobody answered', { outcome: 'no-answer' }],
    ['dialled when others had begun', { dialledAt: TURNED }],
  ])('%s: it is an attempt on the ticket, and the date runs on', ([, made]) => {
    expect(types(file(second, made))).toEqual(['Called']);
    const attempted = written(second, made);
    expect(attempted.messages['r1-reply']?.attempts).toHaveLength(1);
    expect(state(attempted, 2)).toEqual({ state: 'missed' });
    expect(attempted.clocks.decide?.dueAt).toBe(DUE);
  });

  test('of two calls, the one that reached is the act', () => {
    const tried = written(second, { outcome: 'no-answer', dialledAt: '2026-12-07T15:50:00.000Z' });
    expect(state(written(tried))).toEqual({ state: 'met', at: DIALLED });
  });

  test('where this round is over too, it begins nothing, and the date is judged by it', () => {
    const withdrawn = since(second, WRITTEN, [EVERY_EVENT.Withdrawn]);
    expect(types(file(withdrawn))).toEqual(['Called']);
    expect(state(written(withdrawn), 2)).toEqual({ state: 'met', at: DIALLED });
  });

  test('the round’s own date counts from its beginning, though the call was over before', () => {
    const merged = since(owed, DUE, [EVERY_EVENT.MergedInto]);
    const alone = since(merged, DUE, [EVERY_EVENT.MergeUndone]);
    const next = since(alone, WRITTEN, openRoundByDesk(alone, DESK, { because: 'principle', at: WRITTEN }));
    expect(file(next).at(-1)).toMatchObject({ type: 'ClockStarted', clock: 'verification', startsAt: WRITTEN });
  });

  test('a date that began anew after it was dialled is not settled by it', () => {
    const anew = since(second, WRITTEN, [{ ...EVERY_EVENT.ClockRestarted, startsAt: TURNED }]);
    expect(types(file(anew))).toEqual(['Called']);
    expect(state(written(anew), 2)?.state).toBe('running');
  });

  test('once the letter of the new round is written no round is added to those before, but the date is judged by it', () => {
    const prepared = since(second, WRITTEN, [EVERY_EVENT.ReplyPrepared]);
    expect(types(file(prepared))).toEqual(['Called']);
    const late = written(prepared);
    expect(late.earlier[0]?.replied).toBeUndefined();
    expect(state(late, 2)).toEqual({ state: 'met', at: DIALLED });
    expect(replied(late, 'r2-reply', 'sms', WRITTEN)).toMatchObject({ inTime: true });
  });
});

describe.for<[string, TicketEvent[]]>([
  ['withdrawn', [EVERY_EVENT.Withdrawn]],
  ['withdrawn, closed and sealed', [EVERY_EVENT.Withdrawn, EVERY_EVENT.Closed, EVERY_EVENT.Archived]],
  ['merged', [EVERY_EVENT.MergedInto]],
])('the ticket was %s after it was dialled', ([, events]) => {
  const late = since(owed, WRITTEN, events);

  test('the call is on it, its date is kept as of the dialling, and nothing else begins', () => {
    expect(types(file(late))).toEqual(['Called']);
    const after = written(late);
    expect(after.calls).toMatchObject([{ by: 'desk-1', dialledAt: DIALLED, at: WRITTEN, late: true }]);
    expect(state(after)).toEqual({ state: 'met', at: DIALLED });
    expect(after.tasks[CALL]?.closed?.outcome).toBe('void');
    expect(after.replied).toBeUndefined();
  });

  test('what was sealed is sealed anew with it', () => {
    const after = written(late);
    expect(after.archived).toBeUndefined();
    expect(after.attempt).toBe(late.attempt + (late.closed ? 1 : 0));
  });

  test('not reached, it is an attempt, as the sheet says', () => {
    const tried = { ...written(late, { outcome: 'no-answer' }), id: 'T', decisions: [] };
    const { notices } = proofSheet(tried, DESK, new Date(WRITTEN));
    expect(notices.find(({ message }) => message === 'r1-reply')).toMatchObject({ outcome: 'failed' });
    expect(state(written(late, { outcome: 'no-answer' }))?.state).not.toBe('met');
  });
});

describe('somebody else wrote theirs down first', () => {
  const DUE_CALL = '2026-12-07T16:05:00.000Z';
  const other = written(owed, { by: 'desk-2', dialledAt: DUE_CALL, outcome: 'no-answer' });

  test('both are on the ticket; the earlier is the act, if it reached anybody', () => {
    expect(state(other)?.state).toBe('answered-late');
    expect(state(written(other))).toEqual({ state: 'met', at: DIALLED });
    expect(state(written(other, { outcome: 'no-answer' }))?.state).toBe('answered-late');
  });

  test('what the workflow waits for is what it was', () => {
    const again = since(other, WRITTEN, [meant, opened('r1-call-2', 'triage-desk', { work: 'call' })]);
    const after = written(again);
    expect(callTask(after)).toBe('r1-call-2');
    expect(replyAct(after, ['phone'], 3)).toBe(replyAct(again, ['phone'], 3));
    expect(after.tasks['r1-call-2']?.closed).toBeUndefined();
  });
});

test('the same call is written down once, and its own once for all', () => {
  expect(file(written(second))).toEqual([]);
  expect(types(file(written(second), { by: 'desk-2' }))).toEqual(['Called']);
  const closed = expect.objectContaining({ name: 'TaskClosed' });
  expect(() => file(written(owed))).toThrow(closed);
});

describe('it has come to somebody else since', () => {
  const theirs = since(owed, ASKED, [{ ...EVERY_EVENT.TaskReassigned, task: CALL, from: 'triage-desk', to: 'desk-1' }]);
  const passedOn = since(theirs, TURNED, [{ ...EVERY_EVENT.TaskReassigned, task: CALL, from: 'desk-1', to: 'desk-2' }]);

  test('whoever dialled while it was theirs writes it down, and it is the act', () => {
    expect(file(passedOn)).toMatchObject([{ type: 'Called' }, { type: 'Replied', inTime: true }]);
    expect(written(passedOn).tasks[CALL]?.closed?.by).toBe('desk-1');
  });

  test.for<[string, Ticket]>([
    ['while it is owed', passedOn],
    ['when it is owed no more', since(passedOn, WRITTEN, [EVERY_EVENT.Withdrawn])],
  ])('the person complained about is refused, %s', ([, ticket]) => {
    const received = ticket.received && { ...ticket.received, recused: 'desk-1' };
    const about = { ...ticket, ...(received && { received }) };
    expect(() => file(about)).toThrow(expect.objectContaining({ name: 'Recused' }));
  });

  test.for<[string, Written]>([
    ['who dialled when it was another’s', { dialledAt: TURNED }],
    ['whose it never was', { by: 'desk-3' }],
  ])('not somebody %s', ([, made]) => {
    const over = since(passedOn, WRITTEN, [EVERY_EVENT.Withdrawn]);
    for (const ticket of [passedOn, over])
      expect(() => file(ticket, made)).toThrow(expect.objectContaining({ name: 'NotYours' }));
  });
});
