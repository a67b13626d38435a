import { expect, test } from 'vitest';
import { approveExtension, refuseExtension } from '../../../functions/domain/extension/decide.ts';
import { extensionMarks } from '../../../functions/domain/marks/extensions.ts';
import { openRoundByDesk } from '../../../functions/domain/open-round.ts';
import { resumeClock, stopClock } from '../../../functions/domain/stop-clock.ts';
import type { Ticket } from '../../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../../functions/domain/ticket-event.ts';
import { DESK } from '../a-desk.ts';
import { digestOf, opened } from '../a-ticket.ts';
import { EVERY_EVENT } from '../every-event.ts';
import { bankOf, decide, running, START, since } from './a-clock.ts';

/** Twelve of the fifteen days have passed. */
const MARK = '2026-12-04T13:12:00.000Z';
const DUE = '2026-12-07T16:00:00.000Z';
const ROUND = '2026-12-05T02:00:00.000Z';

/** What the watch would ask for by an instant, and from when on. */
const proposed = (ticket: Ticket, by = DUE) =>
  extensionMarks(ticket, DESK).flatMap(({ at, act }) =>
    act.do === 'record' && at < by
      ? act.events.flatMap((event) => (event.type === 'ExtensionProposed' ? { at, event } : []))
      : [],
  );
const events = (ticket: Ticket, by = DUE): TicketEvent[] => proposed(ticket, by).map(({ event }) => event);

const atWork = (round: number) => opened(`r${round}-v1-s0-0`, `handler-${round}`);
/** The watch has asked, and a head of department is to decide. */
const begun = since(running(), START, [atWork(1)]);
const asked = since(begun, MARK, [...events(begun), opened('x1-ask', 'head-1', { work: 'extend' })], 'watch');
const deciding = { task: 'x1-ask', by: 'head-1', at: MARK };
const approved = since(asked, MARK, approveExtension(asked, deciding), 'head-1');
const refused = since(asked, MARK, refuseExtension(asked, { ...deciding, reason: digestOf('e') }), 'head-1');
const voided = (because: 'closed' | 'replied' | 'moved' | 'lost' | 'not-told') =>
  since(asked, MARK, [{ type: 'ExtensionVoid', extension: 'x1', because }]);
const nextRound = (ticket: Ticket, at = ROUND) =>
  since(ticket, at, [...openRoundByDesk(ticket, DESK, { because: 'principle', at }), atWork(ticket.round + 1)]);

test('the watch asks once for each date', () => {
  expect(proposed(begun)).toMatchObject([{ at: MARK, event: { extension: 'x1', step: 1, from: DUE } }]);
  expect(proposed(asked)).toEqual([]);
});

test.for<[string, Ticket]>([
  ['nobody has decided on', asked],
  ['the complainant was not told of yet', approved],
  ['was void because the ticket was closed', voided('closed')],
])('longer time that %s is asked for again in the next round, for the date that runs on, and once', ([, ticket]) => {
  const next = nextRound(ticket);
  expect(next.extensions.x1?.state).toBe('void');
  expect(proposed(next)).toMatchObject([{ event: { extension: 'x2', clock: 'decide', step: 1, from: DUE } }]);
  expect(proposed(next)[0]?.at).toBe(MARK);
  const again = since(next, ROUND, events(next), 'watch');
  expect(again.extensions.x2?.state).toBe('proposed');
  expect(proposed(again)).toEqual([]);
});

test.for<[string, Ticket]>([
  ['was refused', refused],
  ['was lost, of which the supervisor hears', voided('lost')],
  ['could not be told, of which the supervisor hears', voided('not-told')],
])('longer time that %s is not asked for again for that date, whatever begins anew', ([, ticket]) => {
  expect(proposed(ticket)).toEqual([]);
  expect(proposed(nextRound(ticket))).toEqual([]);
});

test('nothing is asked for before others are at work, or once the date has passed', () => {
  const opening = openRoundByDesk(asked, DESK, { because: 'principle', at: ROUND });
  expect(proposed(since(asked, ROUND, opening))).toEqual([]);
  const late = nextRound(since(asked, DUE, [{ type: 'ExtensionVoid', extension: 'x1', because: 'too-late' }]), DUE);
  expect(proposed(late, 'ever')).toEqual([]);
});

test('what was void as the ticket was merged is asked for again when it goes alone', () => {
  const merged = since(asked, ROUND, [EVERY_EVENT.MergedInto]);
  expect(proposed(merged)).toEqual([]);
  const alone = since(merged, ROUND, [EVERY_EVENT.MergeUndone, opened('r1-v1-s1-0', 'handler-2')]);
  expect(proposed(alone)).toMatchObject([{ event: { extension: 'x2', from: DUE } }]);
});

test('what a stop made void is asked for again at the mark of the later date, and not while the clock stands', () => {
  const bank = bankOf();
  const stopped = since(asked, ROUND, stopClock(asked, bank, 'cn-stop-mediation', ROUND));
  const notice = { message: 'decide-stop-1', way: 'sms' } as const;
  const told = since(stopped, ROUND, [
    { ...EVERY_EVENT.MessageIntended, ...notice },
    { ...EVERY_EVENT.MessageSent, ...notice },
  ]);
  expect(told.extensions.x1).toMatchObject({ state: 'void', void: { because: 'stopped' } });
  expect(proposed(told, 'ever')).toEqual([]);
  const ON = '2026-12-20T02:00:00.000Z';
  const resumed = since(told, ON, resumeClock(told, bank, 'decide', ON));
  const { dueAt } = decide(resumed);
  expect(proposed(resumed, dueAt)).toMatchObject([{ event: { extension: 'x2', step: 1, from: dueAt } }]);
  expect(proposed(since(resumed, ON, events(resumed, dueAt)), dueAt)).toEqual([]);
});

test('where the clock is stopped while the notice of a longer time is on its way, the supervisor hears of it', () => {
  const stopped = since(approved, ROUND, stopClock(approved, bankOf(), 'cn-stop-mediation', ROUND));
  const told = since(stopped, ROUND, [
    { ...EVERY_EVENT.MessageIntended, message: 'x1-notice' },
    { ...EVERY_EVENT.MessageSent, message: 'x1-notice' },
  ]);
  const raised = (ticket: Ticket) =>
    extensionMarks(ticket, DESK).filter(({ act }) => act.do === 'tell' && act.tell.message === 'x1-raised');
  expect([raised(stopped), raised(told)].map(({ length }) => length)).toEqual([0, 1]);
});
