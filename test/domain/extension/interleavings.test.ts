import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockDate } from '../../../functions/domain/clock-date.ts';
import { approveExtension, refuseExtension } from '../../../functions/domain/extension/decide.ts';
import { loseExtension } from '../../../functions/domain/extension/lost.ts';
import { afterNotice, noticeAt } from '../../../functions/domain/extension/tell.ts';
import { isOpen, proposeExtension } from '../../../functions/domain/extension.ts';
import { marks } from '../../../functions/domain/marks.ts';
import { confirmNewFacts } from '../../../functions/domain/restart-clock.ts';
import { standing } from '../../../functions/domain/running-clock.ts';
import { resumeClock, stopClock } from '../../../functions/domain/stop-clock.ts';
import type { Extension, Ticket } from '../../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../../functions/domain/ticket-event.ts';
import { POLICY } from '../../../functions/rules/policy.ts';
import { DESK } from '../a-desk.ts';
import { digestOf, opened } from '../a-ticket.ts';
import { bankOf, decide, running, START, since } from './a-clock.ts';

const HOUR = 3_600_000;
const bank = bankOf();
const reason = digestOf('e');
const ID = '0123456789AB';

/** Everything that people, steps and the watch may try at any instant, as they decide it; what is refused changes nothing. */
const TRIES: Readonly<Record<string, (ticket: Ticket, at: string) => TicketEvent[]>> = {
  propose: (ticket, at) => {
    const proposed = proposeExtension(ticket, bank, { clock: 'decide', by: 'handler-1', reason, at });
    const asks = proposed.flatMap((event) =>
      event.type === 'ExtensionProposed' ? [opened(`${event.extension}-ask`, 'head-1', { work: 'extend' })] : [],
    );
    return [...proposed, ...asks];
  },
  approve: (ticket, at) => approveExtension(ticket, { task: newest(ticket), by: 'head-1', at }),
  refuse: (ticket, at) => refuseExtension(ticket, { task: newest(ticket), by: 'head-1', at, reason }),
  told: (ticket, at) => noticed(ticket, at, true),
  untold: (ticket, at) => noticed(ticket, at, false),
  /** The result of a notice that was begun before, whatever happened meanwhile. */
  late: (ticket, at) => afterNotice(ticket, name(ticket), at, true),
  lose: (ticket) =>
    loseExtension(
      { ...ticket, id: ID },
      {
        execution: `${ID}-${name(ticket)}-a${ticket.extensions[name(ticket)]?.attempt}`,
        status: 'FAILED',
        attemptsAtMost: 2,
      },
    ),
  stop: (ticket, at) => stopClock(ticket, bank, 'cn-stop-mediation', at),
  resume: (ticket, at) => resumeClock(ticket, bank, 'decide', at),
  add: (ticket) => [
    { type: 'FollowUpReceived', followUp: `f-${ticket.followUps.length}`, about: 'new-facts', attachments: 0 },
  ],
  confirm: (ticket, at) =>
    confirmNewFacts(ticket, bank, { followUp: ticket.followUps.at(-1)?.followUp ?? '', reason, at }),
  reply: (ticket) => (ticket.replied ? [] : [{ type: 'Replied', message: 'm', way: 'sms', inTime: true }]),
  watch: (ticket, at) =>
    marks(ticket, DESK)
      .filter((mark) => mark.at <= at && !(mark.until && mark.until <= at))
      .flatMap(({ act }) => (act.do === 'record' ? act.events : []))
      .slice(0, 1),
};
const name = ({ extensions }: Ticket) => Object.keys(extensions).at(-1) ?? 'x0';
const newest = (ticket: Ticket) => `${name(ticket)}-ask`;
const noticed = (ticket: Ticket, at: string, isSent: boolean): TicketEvent[] =>
  noticeAt(ticket, name(ticket), POLICY, at) ? afterNotice(ticket, name(ticket), at, isSent) : [];

function attempt(ticket: Ticket, what: string, at: string): TicketEvent[] {
  try {
    return TRIES[what]?.(ticket, at) ?? [];
  } catch (error) {
    if (!(error instanceof Error) || error.constructor === Error || error.constructor === TypeError) throw error;
    return [];
  }
}

/** Single tries after any time, and between them the usual course of an extension. */
const hours = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 30 }) },
  fc.integer({ min: 30, max: 24 * 20 }),
);
const anything = fc.tuple(fc.constantFrom(...Object.keys(TRIES)), hours);
const course = fc.tuple(fc.constantFrom('propose', 'watch'), fc.constant('approve'), fc.constantFrom('told', 'late'));
const story = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: anything.map((one) => [one]) },
      fc.tuple(course, hours).map(([whats, each]) => whats.map((what): [string, number] => [what, Math.min(each, 9)])),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.flat());

test('in whatever order people, steps and the clock act, a date that runs moves only by an approval and a notice before the old one', () => {
  const seen = { granted: 0, void: 0, second: 0 };
  fc.assert(
    fc.property(story, (acts) => {
      let ticket = since(running(), START, [opened('r1-v1-s0-0', 'handler-1')]);
      let now = Date.parse(START);
      for (const [what, hours] of acts) {
        now += hours * HOUR;
        const at = new Date(now).toISOString();
        const before = ticket;
        const events = attempt(before, what, at);
        ticket = since(before, at, events, what === 'approve' || what === 'refuse' ? 'head-1' : 'handler-1');
        for (const event of events) holds(before, event, at);
        for (const id of Object.keys(before.extensions)) settledOnce(before.extensions[id], ticket.extensions[id]);
        expect(Object.values(ticket.extensions).filter(isOpen).length).toBeLessThanOrEqual(1);
        // whatever moved it, the date is the one that its facts give
        expect(decide(ticket).dueAt).toBe(clockDate(bank, decide(ticket), decide(ticket).extended).dueAt);
        // a date that has passed stays, and its breach with it
        if (at >= decide(before).dueAt && !standing(decide(before))) {
          expect([decide(ticket).dueAt, ...(decide(before).overdue ? [decide(ticket).overdue] : [])]).toEqual([
            decide(before).dueAt,
            ...(decide(before).overdue ? [true] : []),
          ]);
        }
        if (decide(before).dueAt !== decide(ticket).dueAt) {
          expect(events.map(({ type }) => type)).toContainEqual(
            expect.stringMatching(/^Clock(Extended|Resumed|Restarted)$/),
          );
        }
      }
      seen.granted += Object.values(ticket.extensions).filter(({ state }) => state === 'granted').length;
      seen.void += Object.values(ticket.extensions).filter(({ state }) => state === 'void').length;
      seen.second += decide(ticket).extended === 2 ? 1 : 0;
    }),
    { numRuns: 1500, seed: 7 },
  );
  // the stories come to all of it
  expect(Math.min(seen.granted, seen.void, seen.second)).toBeGreaterThan(5);
});

function holds(before: Ticket, event: TicketEvent, at: string): void {
  if (event.type !== 'ClockExtended') return;
  const { dueAt, overdue } = decide(before);
  expect([event.from, overdue, before.replied]).toEqual([dueAt, false, undefined]);
  expect(standing(decide(before)), 'a clock that stands is given no more time').toBeUndefined();
  const extension = before.extensions[event.extension];
  expect(extension?.state).toBe('approved');
  expect(extension?.decided && extension.decided.at < dueAt && extension.decided.by !== extension.by).toBe(true);
  expect(at < dueAt && event.dueAt > dueAt && event.step === decide(before).extended + 1).toBe(true);
}

/** Refused, granted or void: once it is one of them, it stays that. */
function settledOnce(before: Extension | undefined, after: Extension | undefined): void {
  if (before && !isOpen(before)) expect(after?.state).toBe(before.state);
}
