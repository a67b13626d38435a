import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockState } from '../../functions/domain/clock-state.ts';
import { localDate } from '../../functions/domain/local-time.ts';
import { clockMarks } from '../../functions/domain/marks/clocks.ts';
import { marks } from '../../functions/domain/marks.ts';
import { explainClock } from '../../functions/domain/proof/explain-clock.ts';
import { replied } from '../../functions/domain/replied.ts';
import { confirmNewFacts, perhapsNewFacts } from '../../functions/domain/restart-clock.ts';
import { resumeClock, stopClock, stopsOf } from '../../functions/domain/stop-clock.ts';
import type { Ticket } from '../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { isHeld } from '../../functions/domain/told-stop.ts';
import { CN } from '../../functions/rules/packs/cn.ts';
import { EU } from '../../functions/rules/packs/eu.ts';
import type { Pack } from '../../functions/rules/packs/pack.ts';
import { UK } from '../../functions/rules/packs/uk.ts';
import { DESK } from './a-desk.ts';
import { clock, digestOf, opened } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';
import { bankOf, decide, running, since } from './extension/a-clock.ts';

const MEDIATION = 'cn-stop-mediation';
/** A pack whose clock may stand still, whatever its own rule says. */
const stoppable = (pack: Pack): Pack => ({
  ...pack,
  stops: CN.stops.map((row) => ({ ...row, clock: 'decide' })),
});

const NOTICE = 'decide-stop-1';
const notice = { message: NOTICE, way: 'sms' } as const;
const meant: TicketEvent = { ...EVERY_EVENT.MessageIntended, ...notice, purpose: 'clock-stopped' };
const sent: TicketEvent = { ...EVERY_EVENT.MessageSent, ...notice };
const failed: TicketEvent = { ...EVERY_EVENT.MessageFailed, ...notice };

/** It stands still, and the complainant is told at once. */
const toldOf = (ticket: Ticket, at: string, events: readonly TicketEvent[]): Ticket =>
  since(ticket, at, [...events, meant, sent]);

/** The date after a clock that began then stood from one instant to another. */
function after(startsAt: string, stoppedAt: string, resumedAt: string, bank = bankOf()): string {
  const stopped = toldOf(
    running(startsAt, bank),
    stoppedAt,
    stopClock(running(startsAt, bank), bank, MEDIATION, stoppedAt),
  );
  return decide(since(stopped, resumedAt, resumeClock(stopped, bank, 'decide', resumedAt))).dueAt;
}

test.for([
  // the day in Shanghai on which it began, stopped, went on, and its last day
  ['over a month’s end', '2026-01-20T02:00Z', '2026-01-30T02:00Z', '2026-02-02T02:00Z', '2026-02-07'],
  ['over the end of a leap February', '2028-02-20T02:00Z', '2028-02-28T02:00Z', '2028-03-01T02:00Z', '2028-03-08'],
  ['over a year’s end', '2026-12-24T02:00Z', '2026-12-30T02:00Z', '2027-01-04T02:00Z', '2027-01-13'],
  [
    'from one minute before midnight to one after',
    '2026-01-05T02:00Z',
    '2026-01-10T15:59Z',
    '2026-01-10T16:01Z',
    '2026-01-21',
  ],
  ['for most of one day', '2026-01-05T02:00Z', '2026-01-09T16:01Z', '2026-01-10T15:59Z', '2026-01-20'],
  ['from its first day', '2026-01-05T02:00Z', '2026-01-05T03:00Z', '2026-01-08T03:00Z', '2026-01-23'],
  ['from its last day on', '2026-01-05T02:00Z', '2026-01-20T03:00Z', '2026-02-20T03:00Z', '2026-02-20'],
])('a clock that stood %s is late as many days later', ([, startsAt, stoppedAt, resumedAt, last]) => {
  const instant = (at = '') => new Date(at).toISOString();
  const dueAt = after(instant(startsAt), instant(stoppedAt), instant(resumedAt));
  expect(localDate(new Date(Date.parse(dueAt) - 1).toISOString(), 'Asia/Shanghai')).toBe(last);
});

test('where the clocks change while it stands, it is still late from midnight', () => {
  const bank = bankOf(stoppable(UK));
  expect(after('2026-03-02T10:00:00.000Z', '2026-03-27T10:00:00.000Z', '2026-03-31T10:00:00.000Z', bank)).toBe(
    '2026-05-01T23:00:00.000Z',
  );
});

test('where business days are counted, only the business days that it stood are added', () => {
  const bank = bankOf(stoppable(EU));
  // fifteen business days after Monday 2 March 2026 is Monday 23 March
  expect(after('2026-03-02T10:00:00.000Z', '2026-03-02T11:00:00.000Z', '2026-03-02T12:00:00.000Z', bank)).toBe(
    '2026-03-23T23:00:00.000Z',
  );
  // from Friday to Monday: one business day
  expect(after('2026-03-02T10:00:00.000Z', '2026-03-06T11:00:00.000Z', '2026-03-09T12:00:00.000Z', bank)).toBe(
    '2026-03-24T23:00:00.000Z',
  );
});

test('on the day on which it goes on, as many days are left as on the day on which it stopped', () => {
  const DAY = 86_400_000;
  const days = fc.integer({ min: 0, max: 14 * 24 * 60 });
  const bank = bankOf();
  const start = Date.parse('2026-01-01T02:00:00.000Z');
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1000 }),
      days,
      fc.integer({ min: 0, max: 100 * 24 * 60 }),
      (day, stop, stands) => {
        const startsAt = new Date(start + day * DAY).toISOString();
        const stoppedAt = new Date(start + day * DAY + stop * 60_000).toISOString();
        const resumedAt = new Date(Date.parse(stoppedAt) + stands * 60_000).toISOString();
        const left = (dueAt: string, at: string) =>
          Math.round((Date.parse(dueAt) - Date.parse(`${localDate(at, 'Asia/Shanghai')}T00:00+08:00`)) / DAY);
        const before = decide(running(startsAt)).dueAt;
        expect(left(after(startsAt, stoppedAt, resumedAt, bank), resumedAt)).toBe(left(before, stoppedAt));
      },
    ),
  );
});

const STOPPED = '2026-11-25T02:00:00.000Z';

test('a clock stops only for a reason of its pack, while its date is still to come and nobody has answered', () => {
  const ticket = running();
  expect(stopsOf(ticket, bankOf(), STOPPED).map(({ reason }) => reason)).toEqual(['external-appraisal', 'mediation']);
  const refused = expect.objectContaining({ name: 'NotStoppable' });
  expect(() => stopClock(ticket, bankOf(), 'holiday', STOPPED)).toThrow(refused);
  expect(() => stopClock(ticket, bankOf(EU), MEDIATION, STOPPED)).toThrow(refused);
  expect(() => stopClock(ticket, bankOf(), MEDIATION, decide(ticket).dueAt)).toThrow(refused);
  const answered = since(ticket, STOPPED, [{ type: 'Replied', message: 'm', way: 'sms', inTime: true }]);
  expect(() => stopClock(answered, bankOf(), MEDIATION, STOPPED)).toThrow(refused);
});

test('stopped or resumed twice, it is once; and a stop of one clock moves no other', () => {
  const other = clock({ clock: 'transferred', rule: 'cn-transferred-15' });
  const ticket = since(running(), STOPPED, [other]);
  const stopped = toldOf(ticket, STOPPED, stopClock(ticket, bankOf(), MEDIATION, STOPPED));
  expect(stopClock(stopped, bankOf(), 'cn-stop-appraisal', STOPPED)).toEqual([]);
  const later = '2026-12-02T02:00:00.000Z';
  const resumed = since(stopped, later, resumeClock(stopped, bankOf(), 'decide', later));
  expect(resumeClock(resumed, bankOf(), 'decide', later)).toEqual([]);
  expect(resumed.clocks.transferred?.dueAt).toBe('2026-12-07T16:00:00.000Z');
  // the date that it had before stays on the ticket
  expect(decide(resumed)).toMatchObject({
    dueAt: '2026-12-14T16:00:00.000Z',
    stops: [{ dueAt: '2026-12-07T16:00:00.000Z' }],
  });
});

describe('a stop of which the complainant must be told', () => {
  const DUE = '2026-12-07T16:00:00.000Z';
  const AFTER = '2026-12-12T02:00:00.000Z';
  const stopped = since(running(), STOPPED, stopClock(running(), bankOf(), MEDIATION, STOPPED));
  const resumed = (ticket: Ticket, at = AFTER) => since(ticket, at, resumeClock(ticket, bankOf(), 'decide', at));

  test.for<[string, Ticket]>([
    ['nobody has told them of', stopped],
    ['no way could tell them of', since(stopped, STOPPED, [meant, failed])],
    ['they were told of when the date had passed', since(stopped, DUE, [meant, sent])],
  ])('that %s moves no date', ([, untold]) => {
    expect(decide(resumed(untold))).toMatchObject({ dueAt: DUE, stops: [{ until: AFTER, untold: true }] });
    expect(resumeClock(untold, bankOf(), 'decide', AFTER)).toMatchObject([{ type: 'ClockResumed', dueAt: DUE }]);
    expect(clockState(untold, 1, decide(untold), CN, AFTER).state).toBe('missed');
  });

  test('counts from when they were told', () => {
    const told = since(stopped, '2026-11-28T02:00:00.000Z', [meant, sent]);
    expect(clockState(told, 1, decide(told), CN, AFTER).state).toBe('stopped');
    // nine days are left on the day of the notice
    expect(decide(resumed(told)).dueAt).toBe('2026-12-21T16:00:00.000Z');
    expect(explainClock(resumed(told), decide(resumed(told)), DESK)).toMatchObject({ agrees: true });
    expect(explainClock(resumed(stopped), decide(resumed(stopped)), DESK)).toMatchObject({ agrees: true });
  });

  test('is nothing to the old date until then: its breach is recorded, and stays when the clock goes on', () => {
    const owed = (ticket: Ticket) =>
      clockMarks(ticket, DESK).filter(({ at, act }) => at === DUE && act.do === 'record');
    expect(owed(stopped)).toMatchObject([{ act: { events: [{ type: 'Overdue' }] } }]);
    expect(owed(since(stopped, STOPPED, [meant, sent]))).toEqual([]);
    const breached = since(stopped, DUE, [{ type: 'Overdue', clock: 'decide', dueAt: DUE }]);
    expect(decide(resumed(breached))).toMatchObject({ dueAt: DUE, overdue: true });
  });

  test('answered while it stands, the complaint is answered in time', () => {
    const told = since(stopped, STOPPED, [meant, sent]);
    const reply = (ticket: Ticket) => replied(ticket, 'r1-reply', 'sms', AFTER);
    expect([reply(told), reply(stopped)]).toMatchObject([{ inTime: true }, { inTime: false }]);
    const answered = since(told, AFTER, [reply(told)]);
    expect(clockState(answered, 1, decide(answered), CN, AFTER).state).toBe('met');
  });
});

test('told of a stop in one round, the complainant is told of that of the next: by a notice of its own', () => {
  const again = clock({ startsAt: STOPPED, dueAt: '2026-12-10T16:00:00.000Z' });
  const second = since(toldOf(running(), STOPPED, stopClock(running(), bankOf(), MEDIATION, STOPPED)), STOPPED, [
    { type: 'Replied', message: 'r1-reply', way: 'sms', inTime: true },
    EVERY_EVENT.RoundOpened,
    again,
  ]);
  const stopped = since(second, STOPPED, stopClock(second, bankOf(), MEDIATION, STOPPED));
  expect(isHeld(stopped, decide(stopped))).toBe(false);
  const owed = marks(stopped, DESK).flatMap(({ act }) => (act.do === 'tell' ? [act.tell] : []));
  expect(owed.filter(({ purpose }) => purpose === 'clock-stopped')).toMatchObject([{ message: 'r2-decide-stop-1' }]);
});

const added = (followUp: string, about: 'new-facts' | 'question'): TicketEvent => ({
  ...{ type: 'FollowUpReceived', followUp, about, attachments: 0 },
});
const ADDED = '2026-12-01T02:00:00.000Z';
const SEEN = '2026-12-03T02:00:00.000Z';
const confirming = { followUp: 'f-1', reason: digestOf('e'), at: SEEN };

test('new facts, confirmed, begin the time anew from the day they came, once for each follow-up', () => {
  const ticket = since(running(), ADDED, [added('f-1', 'new-facts')]);
  expect(perhapsNewFacts(ticket, bankOf(), SEEN).map(({ followUp }) => followUp)).toEqual(['f-1']);
  const restarted = since(ticket, SEEN, confirmNewFacts(ticket, bankOf(), confirming));
  expect(decide(restarted)).toMatchObject({ startsAt: ADDED, dueAt: '2026-12-16T16:00:00.000Z', rule: 'cn-decide-15' });
  expect(confirmNewFacts(restarted, bankOf(), confirming)).toEqual([]);
  expect(perhapsNewFacts(restarted, bankOf(), SEEN)).toEqual([]);
});

test('what is no new fact, comes too late, or would shorten the time, restarts nothing', () => {
  const refused = expect.objectContaining({ name: 'NotRestartable' });
  const asked = since(running(), ADDED, [added('f-1', 'question')]);
  expect(() => confirmNewFacts(asked, bankOf(), confirming)).toThrow(refused);
  expect(() => confirmNewFacts(running(), bankOf(), confirming)).toThrow(refused);
  const ticket = since(running(), ADDED, [added('f-1', 'new-facts')]);
  expect(() => confirmNewFacts(ticket, bankOf(UK), confirming)).toThrow(refused);
  const answered = since(ticket, SEEN, [{ type: 'Replied', message: 'm', way: 'sms', inTime: true }]);
  expect(() => confirmNewFacts(answered, bankOf(), confirming)).toThrow(refused);
  const extended: TicketEvent = {
    ...{ type: 'ClockExtended', clock: 'decide', extension: 'x1', step: 1, rule: 'cn-decide-30' },
    ...{ from: decide(ticket).dueAt, dueAt: '2026-12-22T16:00:00.000Z' },
  };
  expect(() => confirmNewFacts(since(ticket, SEEN, [extended]), bankOf(), confirming)).toThrow(refused);
});

test('what comes, or is confirmed, after the date has passed restarts nothing: a breach stays one', () => {
  const refused = expect.objectContaining({ name: 'NotRestartable' });
  const late = '2026-12-07T16:00:00.000Z';
  const ticket = since(running(), ADDED, [added('f-1', 'new-facts')]);
  expect(() => confirmNewFacts(ticket, bankOf(), { ...confirming, at: late })).toThrow(refused);
  const breached = since(ticket, late, [{ type: 'Overdue', clock: 'decide', dueAt: late }]);
  expect(() => confirmNewFacts(breached, bankOf(), { ...confirming, at: late })).toThrow(refused);
  const standing = toldOf(ticket, STOPPED, stopClock(ticket, bankOf(), MEDIATION, STOPPED));
  expect(confirmNewFacts(standing, bankOf(), { ...confirming, at: late })).toMatchObject([{ type: 'ClockRestarted' }]);
});

test('what was asked for on a date that moves otherwise is void, and its question closed', () => {
  const proposed: TicketEvent = {
    ...{ type: 'ExtensionProposed', extension: 'x1', clock: 'decide', step: 1, rule: 'cn-decide-30' },
    ...{ from: '2026-12-07T16:00:00.000Z', dueAt: '2026-12-22T16:00:00.000Z', level: 'department-head' },
  };
  const asking = since(running(), ADDED, [
    added('f-1', 'new-facts'),
    proposed,
    opened('x1-ask', 'head-1', { work: 'extend' }),
  ]);
  const restarted = since(asking, SEEN, confirmNewFacts(asking, bankOf(), confirming));
  expect(restarted.extensions.x1).toMatchObject({ state: 'void', void: { because: 'moved' } });
  expect(restarted.tasks['x1-ask']?.closed?.outcome).toBe('void');
});
