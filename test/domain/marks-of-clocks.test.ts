import { describe, expect, test } from 'vitest';
import { fold } from '../../functions/domain/evolve.ts';
import { clockMarks } from '../../functions/domain/marks/clocks.ts';
import { marks } from '../../functions/domain/marks.ts';
import type { Ticket } from '../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { UK } from '../../functions/rules/packs/uk.ts';
import { DESK, deskOf } from './a-desk.ts';
import { after, at, clock, decisions, given, minutes, opened, received } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';
import { since } from './extension/a-clock.ts';
import { passAll } from './passed-marks.ts';

const DAY = 24 * 60;
/** Midnight in Shanghai, fifteen days after the day of receipt. */
const DUE = '2026-12-07T16:00:00.000Z';
const timed = given(received(), clock());
const holder = opened('t', 'handler-1');
const said = (ticket: Ticket, desk = DESK) =>
  clockMarks(ticket, desk).map(({ at, act }) => [
    at,
    act.do === 'tell' ? `${act.tell.purpose} to ${JSON.stringify(act.tell.to)}` : act.events.map(({ type }) => type),
  ]);
const raisings = (events: readonly TicketEvent[]) =>
  events.filter((event) => event.type === 'MessageIntended' && event.purpose === 'date-passed').length;

test('a date is spoken of at its half, at four fifths, three days and one day before, and when it has passed', () => {
  const held = after(timed, holder);
  const supervisor = '{"role":"supervisor","department":"complaint-desk"}';
  expect(said(held).sort()).toEqual([
    ['2026-11-29T21:00:00.000Z', 'work-reminder to {"person":"handler-1"}'],
    ['2026-12-04T13:12:00.000Z', ['ClockMarked']],
    ['2026-12-04T16:00:00.000Z', `date-near to ${supervisor}`],
    ['2026-12-06T16:00:00.000Z', `date-near to ${supervisor}`],
    ['2026-12-06T16:00:00.000Z', 'work-reminder to {"person":"handler-1"}'],
    [DUE, ['Overdue']],
  ]);
});

test('a breach is recorded first, and then raised to the supervisor and to the head of complaint work', () => {
  const breached = after(timed, EVERY_EVENT.Overdue);
  expect(said(breached)).toEqual([
    [DUE, 'date-passed to {"role":"supervisor","department":"complaint-desk"}'],
    [DUE, 'date-passed to {"role":"head-of-complaint-work","department":"complaint-desk"}'],
  ]);
});

test('a watch that missed every mark catches up with all of them, in their order, each once', () => {
  const { events } = passAll(after(timed, holder), DESK, DUE);
  const passed = events.flatMap((event) =>
    event.type === 'ClockMarked' ? event.mark : event.type === 'Overdue' ? 'overdue' : [],
  );
  expect(passed).toEqual(['half', '80 %', 'three days', 'one day', 'overdue']);
  const told = events
    .filter(({ type }) => type === 'MessageIntended')
    .map((event) => 'message' in event && event.message);
  expect(new Set(told).size).toBe(told.length);
});

test('a mark whose time lay before the date became what it is is left out', () => {
  const extension = { ...EVERY_EVENT.ClockExtended, dueAt: '2026-12-22T16:00:00.000Z' };
  // The date moved a day before the old one: the half of the new time was still to come; a day later it is not.
  const extended = fold(decisions([extension], 14 * DAY), after(timed, EVERY_EVENT.ExtensionProposed));
  expect(said(extended).every(([when]) => String(when) > minutes(14 * DAY))).toBe(true);
  expect(said(extended).length).toBeGreaterThan(3);
  const before = fold(decisions([extension], 16 * DAY), after(timed, EVERY_EVENT.ExtensionProposed));
  expect(said(before)).toHaveLength(said(extended).length - 1);
});

test('a clock that stands still passes no mark, hides nothing of another, and its old date is spoken of when it comes', () => {
  const both = after(timed, clock({ clock: 'transferred', rule: 'cn-transferred-15', dueAt: minutes(9 * DAY) }));
  const alone = said({ ...both, clocks: { transferred: both.clocks.transferred as never } });
  const stopped = after(both, EVERY_EVENT.ClockStopped);
  const supervisor = 'date-near to {"role":"supervisor","department":"complaint-desk"}';
  expect(said(stopped)).toEqual([[DUE, supervisor], [minutes(3 + 14 * DAY), supervisor], ...alone]);
  expect(alone.length).toBeGreaterThan(4);
});

/** Whom a watch that looks every day tells of a clock that stands, and on which day. */
function toldOfStop(ticket: Ticket, until: number): (readonly [day: number, to: string])[] {
  let next = ticket;
  return Array.from({ length: until }, (_, nth) => nth + 1).flatMap((day) => {
    const now = minutes(day * DAY + 60);
    const due = marks(next, DESK).flatMap(({ at, act }) => (at <= now && act.do === 'tell' ? [act.tell] : []));
    const roles = due.flatMap(({ purpose, to }) =>
      purpose === 'date-near' && typeof to === 'object' && 'role' in to ? [[day, to.role] as const] : [],
    );
    next = passAll(next, DESK, now).ticket;
    return roles;
  });
}

test('a clock that is left standing is brought before the supervisor again, and then before the head, for as long as it stands', () => {
  const [supervisor, head] = ['supervisor', 'head-of-complaint-work'];
  const stopped = after(timed, EVERY_EVENT.ClockStopped);
  expect(toldOfStop(stopped, 60)).toEqual([
    ...[[14, supervisor]],
    // the date that there was before
    ...[[16, supervisor]],
    ...[28, 42, 56].flatMap((day) => [
      [day, supervisor],
      [day, head],
    ]),
  ]);
  const resumed = since(passAll(stopped, DESK, minutes(30 * DAY)).ticket, minutes(30 * DAY), [
    EVERY_EVENT.ClockResumed,
  ]);
  expect(said(resumed).filter(([, what]) => String(what).includes('head-of'))).toEqual([]);
});

test('a reply that came too late is a breach too, though nobody looked in between; one in time ends all', () => {
  const reply: TicketEvent = { ...EVERY_EVENT.Replied };
  expect(said(after(timed, reply))).toEqual([]);
  const short = given(received(), clock({ dueAt: minutes(2) }));
  expect(said(after(short, reply))).toEqual([[minutes(2), ['Overdue']]]);
  expect(raisings(passAll(after(short, reply), DESK, minutes(9)).events)).toBe(2);
});

test('a merged ticket keeps its own date: when it passes before the other is answered, it is recorded and raised', () => {
  const merged = after(timed, EVERY_EVENT.MergedInto);
  const { events } = passAll(merged, DESK, DUE);
  expect(events.filter(({ type }) => type === 'Overdue')).toHaveLength(1);
  expect(raisings(events)).toBe(2);
  const answered = after(merged, EVERY_EVENT.Replied);
  expect(passAll(answered, DESK, DUE).events.filter(({ type }) => type === 'Overdue')).toEqual([]);
});

test('a clock whose end only closes a way is never overdue', () => {
  const uk = given(
    received({ pack: 'uk-1' }),
    clock({ clock: 'summary', rule: 'uk-summary-3', dueAt: minutes(3 * DAY) }),
    clock({ rule: 'uk-decide-8', dueAt: minutes(56 * DAY) }),
  );
  const { events } = passAll(uk, deskOf(UK), minutes(60 * DAY));
  expect(events.filter(({ type }) => type === 'Overdue')).toMatchObject([{ clock: 'decide' }]);
});

test('an acknowledgement that nobody got is a breach like any other, and raised', () => {
  const unheard = given(received(), clock({ clock: 'acknowledge', rule: 'B1', startsAt: at, dueAt: minutes(10) }));
  const { events } = passAll(unheard, DESK, minutes(11));
  expect(events.filter(({ type }) => type === 'Overdue')).toMatchObject([{ clock: 'acknowledge' }]);
  expect(events.flatMap((event) => (event.type === 'MessageIntended' ? event.purpose : []))).toContain('date-passed');
});

test('twice in one look is once', () => {
  const { ticket } = passAll(after(timed, holder), DESK, DUE);
  expect(marks(ticket, DESK).filter(({ at }) => at <= DUE)).toEqual([]);
});

test('a breach recorded as its round was put away is raised in the next', () => {
  const next = after(timed, EVERY_EVENT.Replied, EVERY_EVENT.Overdue, EVERY_EVENT.RoundOpened);
  expect(said(next)).toEqual([
    [DUE, 'date-passed to {"role":"supervisor","department":"complaint-desk"}'],
    [DUE, 'date-passed to {"role":"head-of-complaint-work","department":"complaint-desk"}'],
  ]);
});

describe('what ends after its date, before anybody looked, was late all the same', () => {
  const ended = (at: string, ...events: TicketEvent[]) => since(timed, at, events);
  const late = '2026-12-07T16:00:10.000Z';
  const looked = '2026-12-07T16:01:00.000Z';

  test.for<[string, Ticket]>([
    ['withdrawn', ended(late, EVERY_EVENT.Withdrawn)],
    ['merged, and withdrawn by its own number', ended(late, EVERY_EVENT.MergedInto, EVERY_EVENT.Withdrawn)],
    ['declined, and nobody could be told so', ended(at, EVERY_EVENT.Declined)],
  ])('%s: the breach is on record, and both above hear of it', ([, ticket]) => {
    const { events } = passAll(ticket, DESK, looked);
    expect(events.filter(({ type }) => type === 'Overdue')).toHaveLength(1);
    expect(raisings(events)).toBe(2);
  });

  test('where the date was a transferred one, too', () => {
    const both = after(timed, clock({ clock: 'transferred', rule: 'cn-transferred-15' }));
    const { events } = passAll(since(both, late, [EVERY_EVENT.Withdrawn]), DESK, looked);
    expect(raisings(events)).toBe(4);
  });

  test('a withdrawal does not end the tries to tell them', () => {
    const breached = since(timed, looked, [
      EVERY_EVENT.Overdue,
      { ...EVERY_EVENT.MessageIntended, message: `decide-M5-${DUE}-supervisor`, purpose: 'date-passed' },
      { ...EVERY_EVENT.MessageFailed, message: `decide-M5-${DUE}-supervisor` },
    ]);
    const withdrawn = since(breached, '2026-12-07T16:05:00.000Z', [EVERY_EVENT.Withdrawn]);
    const owed = marks(withdrawn, DESK).flatMap(({ act }) => (act.do === 'tell' ? [act.tell] : []));
    expect(owed.filter(({ purpose }) => purpose === 'date-passed')).toMatchObject([
      { to: { role: 'head-of-complaint-work' } },
      { to: { role: 'supervisor' }, time: 2 },
    ]);
  });

  test('withdrawn, or told that it is declined, before its date: nothing was late', () => {
    const told = [
      { ...EVERY_EVENT.MessageIntended, message: 'r1-acknowledgement' },
      { ...EVERY_EVENT.MessageSent, message: 'r1-acknowledgement' },
    ];
    const parked: TicketEvent = { ...EVERY_EVENT.Parked, state: 'Close', error: 'NotReached' };
    for (const ticket of [
      ended(minutes(60), EVERY_EVENT.Withdrawn),
      ended(minutes(60), EVERY_EVENT.Declined, ...told),
      ended(minutes(60), EVERY_EVENT.Declined, parked, { ...EVERY_EVENT.Resumed, task: 'parked-1' }),
    ]) {
      const { events } = passAll(ticket, DESK, looked);
      expect(events.filter(({ type }) => type === 'Overdue')).toEqual([]);
    }
  });
});
