import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockDate } from '../../functions/domain/clock-date.ts';
import { clockState } from '../../functions/domain/clock-state.ts';
import { nextStep, proposal } from '../../functions/domain/extension.ts';
import type { Desk } from '../../functions/domain/mark.ts';
import { marks } from '../../functions/domain/marks.ts';
import { explainClock } from '../../functions/domain/proof/explain-clock.ts';
import { recountClock } from '../../functions/domain/recount-clock.ts';
import { resumeClock, stopClock } from '../../functions/domain/stop-clock.ts';
import type { Ticket } from '../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import type { Calendar, ExceptionRow } from '../../functions/rules/calendars/calendar.ts';
import { CN } from '../../functions/rules/packs/cn.ts';
import { EU } from '../../functions/rules/packs/eu.ts';
import { deskOf } from './a-desk.ts';
import { clock, given, opened, received, triaged } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';
import { decide, since } from './extension/a-clock.ts';

/** Published for 2026 alone, as a bank has it before the year's notice; and as the next release has it. */
const BEFORE: Calendar = {
  ...{ id: 'sample', version: '1', source: 'sample', verified: false },
  ...{ published: { from: 2026, until: 2026 }, rows: [['Christmas Day', '2026-12-25', '2026-12-25', []]] },
};
const published = (...rows: readonly ExceptionRow[]): Calendar => ({
  ...BEFORE,
  version: '2',
  published: { from: 2026, until: 2027 },
  rows: [...BEFORE.rows, ...rows],
});
const NEW_YEAR: ExceptionRow = ['New Year’s Day', '2027-01-01', '2027-01-01', []];
/** A Saturday in the place of a day that lies after the date. */
const MADE_UP: ExceptionRow = ['Epiphany', '2027-01-20', '2027-01-20', ['2027-01-02']];

/** What no pack has: business days that may stand still. */
const STANDING = { ...EU, stops: CN.stops };
const desk = (calendar: Calendar, pack = EU): Desk => ({ ...deskOf(pack), calendar });

/** Thursday 17 December: nine business days after it are in 2026, Christmas left out, and six in 2027. */
const START = '2026-12-17T10:00:00.000Z';
const GUESS = '2027-01-08T23:00:00.000Z';
const LATER = '2027-01-11T23:00:00.000Z';
const EARLIER = '2027-01-07T23:00:00.000Z';
const LOOK = '2026-12-28T10:00:00.000Z';
const MONDAY = '2027-01-10T23:00:00.000Z';

const begun = (calendar = BEFORE, startsAt = START): Ticket => {
  const rule = 'eu-decide-15';
  const running = clockDate(desk(calendar), { clock: 'decide', rule, startsAt, stops: [] }, 0);
  const facts = { clock: 'decide', startsAt, ...running } as const;
  return since(given(), startsAt, [received({ pack: 'eu-1' }), triaged(), clock(facts)]);
};
const atWork = since(begun(), START, [opened('r1-v1-s0-0', 'handler-1')]);
/** One look of the watch at an instant: whatever is due, in its order; what it tells gets through. */
function look(ticket: Ticket, by: Desk, now: string): { ticket: Ticket; events: TicketEvent[] } {
  const [mark] = marks(ticket, by).filter(({ at, until }) => at <= now && !(until && until <= now));
  if (!mark) return { ticket, events: [] };
  const { act } = mark;
  const told = act.do === 'tell' ? { message: act.tell.message, purpose: act.tell.purpose } : undefined;
  const events: readonly TicketEvent[] =
    act.do === 'record'
      ? act.events
      : [
          ...(act.tell.events ?? []),
          { ...EVERY_EVENT.MessageIntended, ...told },
          { ...EVERY_EVENT.MessageSent, ...told },
        ];
  const next = look(since(ticket, now, events, 'watch'), by, now);
  return { ticket: next.ticket, events: [...events, ...next.events] };
}
const recounts = (events: readonly TicketEvent[]) => events.filter(({ type }) => type === 'ClockRecounted');

test('while nobody has published the year, the date is the guess it was', () => {
  expect(decide(atWork)).toMatchObject({ dueAt: GUESS, uncertain: true });
  expect(recounts(look(atWork, desk(BEFORE), LOOK).events)).toEqual([]);
});

describe.for([
  ['with a holiday the date is a day later', published(NEW_YEAR), LATER],
  ['with a weekend that is worked it is a day earlier', published(MADE_UP), EARLIER],
  ['with neither it stays', published(), GUESS],
] as const)('once the year is published, %s', ([, calendar, dueAt]) => {
  const after = look(atWork, desk(calendar), LOOK);

  test('it is recounted, once, and certain', () => {
    expect(recounts(after.events)).toEqual([
      {
        ...{ type: 'ClockRecounted', clock: 'decide', rule: 'eu-decide-15', calendar: 'sample-2' },
        ...{ from: GUESS, dueAt },
      },
    ]);
    expect(decide(after.ticket).dueAt).toBe(dueAt);
    expect(decide(after.ticket).uncertain).toBeUndefined();
    expect(look(after.ticket, desk(calendar), LOOK).events).toEqual([]);
  });

  test('the rules give the same, and the sheet says what it was before', () => {
    const { agrees, derivation } = explainClock(after.ticket, decide(after.ticket), desk(calendar));
    expect(agrees).toBe(true);
    expect(derivation.at(-1)).toContain('sample-2');
    expect(derivation.join()).not.toContain('Not certain');
  });
});

test('marks that were passed for a date that stays are not passed again', () => {
  const half = '2026-12-30T10:00:00.000Z';
  const { ticket } = look(atWork, desk(BEFORE), half);
  expect(decide(ticket).marks).toEqual(['half']);
  const after = look(ticket, desk(published()), half);
  expect(after.events.map(({ type }) => type)).toEqual(['ClockRecounted']);
  expect(decide(after.ticket).marks).toEqual(['half']);
});

test('a breach of a date that stays is one, recorded and raised once', () => {
  const { ticket } = look(atWork, desk(BEFORE), GUESS);
  const after = look(ticket, desk(published()), GUESS);
  expect(after.events.map(({ type }) => type)).toEqual(['ClockRecounted']);
  expect(decide(after.ticket).overdue).toBe(true);
});

test('a date that has passed by the time it is known is recorded and raised at once, answered or not', () => {
  const now = '2027-01-08T10:00:00.000Z';
  const calendar = desk(published(MADE_UP));
  const answered = since(atWork, '2027-01-08T09:00:00.000Z', [EVERY_EVENT.Replied]);
  for (const ticket of [atWork, answered]) {
    const { events } = look(ticket, calendar, now);
    const types = events.map(({ type }) => type);
    expect(types.indexOf('Overdue')).toBeGreaterThan(types.indexOf('ClockRecounted'));
    expect(events.find(({ type }) => type === 'Overdue')).toMatchObject({ dueAt: EARLIER });
    const raised = events.filter((event) => event.type === 'MessageIntended' && event.purpose === 'date-passed');
    expect(raised).toHaveLength(2);
  }
});

test('a breach of the guess is none of the date that it is: it may still be met', () => {
  const now = '2027-01-09T10:00:00.000Z';
  const breached = look(atWork, desk(BEFORE), now).ticket;
  expect(decide(breached).overdue).toBe(true);
  const { ticket } = look(breached, desk(published(NEW_YEAR)), now);
  expect(decide(ticket)).toMatchObject({ dueAt: LATER, overdue: false });
  const answered = since(ticket, now, [EVERY_EVENT.Replied]);
  expect(clockState(answered, 1, decide(answered), EU, now).state).toBe('met');
});

test('what is asked for on a date that moves is void, and asked for again on the new one; where it stays, it stands', () => {
  const step = nextStep(atWork, desk(BEFORE), 'decide', START);
  if (!step) throw new Error('there is no longer time');
  const asking = since(atWork, START, [proposal(atWork, step)]);
  // in one decision: nobody may agree to it in between
  expect(recountClock(asking, desk(published(NEW_YEAR)), decide(asking)).map(({ type }) => type)).toEqual([
    ...['ClockRecounted', 'ExtensionVoid'],
  ]);
  const moved = look(asking, desk(published(NEW_YEAR)), LOOK);
  expect(moved.ticket.extensions.x1).toMatchObject({ state: 'void', void: { because: 'moved' } });
  const late = look(moved.ticket, desk(published(NEW_YEAR)), '2027-01-07T10:00:00.000Z').ticket;
  expect(late.extensions.x2).toMatchObject({ state: 'proposed', from: LATER });
  expect(look(asking, desk(published()), LOOK).ticket.extensions.x1?.state).toBe('proposed');
});

test('a clock that stands still is counted when it goes on, and again where it was counted on a guess then', () => {
  const RULE = 'cn-stop-mediation';
  const [unpublished, whole] = [desk(BEFORE, STANDING), desk(published(NEW_YEAR), STANDING)];
  const notice = { message: 'decide-stop-1', way: 'sms', purpose: 'clock-stopped' } as const;
  const stopped = since(atWork, LOOK, [
    ...stopClock(atWork, unpublished, RULE, LOOK),
    { ...EVERY_EVENT.MessageIntended, ...notice },
    { ...EVERY_EVENT.MessageSent, message: notice.message },
  ]);
  expect(recounts(look(stopped, whole, LOOK).events)).toEqual([]);
  const resumed = since(stopped, MONDAY, resumeClock(stopped, unpublished, 'decide', MONDAY));
  expect(decide(resumed).uncertain).toBe(true);
  const { ticket } = look(resumed, whole, MONDAY);
  expect(decide(ticket).uncertain).toBeUndefined();
  expect(explainClock(ticket, decide(ticket), whole).agrees).toBe(true);
  const at = since(stopped, MONDAY, resumeClock(stopped, whole, 'decide', MONDAY));
  expect(decide(at).dueAt).toBe(decide(ticket).dueAt);
});

test.for<[string, Ticket, Desk]>([
  ['that is closed', since(atWork, START, [EVERY_EVENT.Closed]), desk(published(NEW_YEAR))],
  ['that is withdrawn', since(atWork, START, [EVERY_EVENT.Withdrawn]), desk(published(NEW_YEAR))],
  [
    'under a pack that was not in force',
    atWork,
    desk(published(NEW_YEAR), { ...EU, effective: { ...EU.effective, from: '2027-01-01' } }),
  ],
  ['whose calendar has another year', atWork, desk({ ...published(), published: { from: 2026, until: 2026 } })],
])('nothing is recounted on a ticket %s', ([, ticket, by]) => {
  expect(recounts(look(ticket, by, LOOK).events)).toEqual([]);
});

test('whatever the day and the year’s holidays, what is recounted is what would have been counted', () => {
  const day = fc.integer({ min: 0, max: 39 });
  const off = fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 8 });
  const seen = { moved: 0, stays: 0 };
  const dateOf = (from: string, days: number) => new Date(Date.parse(from) + days * 86_400_000).toISOString();
  fc.assert(
    fc.property(day, off, (nth, days) => {
      const startsAt = dateOf('2026-11-22T10:00:00.000Z', nth);
      const holidays = [...new Set(days)].map((one): ExceptionRow => {
        const date = dateOf('2027-01-01T00:00:00.000Z', one).slice(0, 10);
        return [`day ${one}`, date, date, []];
      });
      const calendar = published(...holidays);
      const guessed = begun(BEFORE, startsAt);
      const { ticket } = look(guessed, desk(calendar), startsAt);
      expect([decide(ticket).dueAt, decide(ticket).uncertain]).toEqual([
        decide(begun(calendar, startsAt)).dueAt,
        undefined,
      ]);
      seen[decide(ticket).dueAt === decide(guessed).dueAt ? 'stays' : 'moved'] += 1;
    }),
    { numRuns: 300 },
  );
  expect(Math.min(seen.moved, seen.stays)).toBeGreaterThan(5);
});
