import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../functions/domain/mark.ts';
import { nobodyToTell } from '../../functions/domain/marks/untold.ts';
import { isTellingOwed, marks } from '../../functions/domain/marks.ts';
import type { Ticket } from '../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { POLICY } from '../../functions/rules/policy.ts';
import { DESK } from './a-desk.ts';
import { after, clock, given, minutes, received, type Told } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';
import { since } from './extension/a-clock.ts';

const DUE = minutes(60);
const acknowledged: Told[] = [
  { ...EVERY_EVENT.MessageIntended, message: 'r1-acknowledgement' },
  { ...EVERY_EVENT.MessageSent, message: 'r1-acknowledgement' },
];
const late = given(received(), ...acknowledged, clock({ startsAt: minutes(59), dueAt: DUE }));
const breached = since(late, DUE, [{ type: 'Overdue', clock: 'decide', dueAt: DUE }]);
/** The alerts of the breach, of which this one fails. */
const ALERT = `decide-M5-${DUE}-supervisor`;
/** What the desk owes then is told of by its own messages. */
const OF_DESK = ['desk-link', 'escalation'];
const of = (ticket: Ticket, message = ALERT): Mark[] =>
  marks(ticket, DESK).filter(
    ({ act }) => act.do === 'record' || (act.tell.message.startsWith(message) && !OF_DESK.includes(act.tell.purpose)),
  );

/** One telling goes out, and comes to this. */
function told(ticket: Ticket, { at, act }: Mark, isSent = false, to = 'supervisor-1'): Ticket {
  if (act.do === 'record') return since(ticket, at, act.events, 'watch');
  const { message, purpose, time, events = [] } = act.tell;
  const meant: TicketEvent = { ...EVERY_EVENT.MessageIntended, message, purpose, to, ...(time && { time }) };
  const result = isSent ? EVERY_EVENT.MessageSent : EVERY_EVENT.MessageFailed;
  return since(ticket, at, [...events.filter(({ type }) => type !== 'TaskOpened'), meant, { ...result, message }]);
}

/** Lets the earliest happen, so often. */
function failing(ticket: Ticket, times: number): Ticket {
  let next = ticket;
  for (let nth = 0; nth < times; nth += 1) {
    const [first] = of(next);
    if (first) next = told(next, first);
  }
  return next;
}
const minutesAfter = (at = '') => (Date.parse(at) - Date.parse(DUE)) / 60_000;

describe('an alert that no way could deliver', () => {
  test('is told again, each time after twice as long', () => {
    const waits = [1, 2].map((times) => of(failing(breached, times))[0]);
    expect(waits.map((mark) => minutesAfter(mark?.at))).toEqual([15, 45]);
    expect(waits).toMatchObject([{ act: { tell: { time: 2 } } }, { act: { tell: { time: 3 } } }]);
  });

  test('goes then, at once, to somebody else of the role or above', () => {
    const [mark] = of(failing(breached, POLICY.tellAtMost));
    expect(mark?.at).toBe(minutes(105));
    expect(mark?.act).toMatchObject({
      tell: { message: `${ALERT}-instead`, to: { role: 'supervisor' }, notTo: ['supervisor-1'], page: 'proof' },
    });
  });

  test('and when they cannot be told either, it is the triage desk’s', () => {
    const failed = failing(breached, 2 * POLICY.tellAtMost);
    expect(of(failed)).toMatchObject([
      { act: { events: [{ type: 'Parked', task: `${ALERT}-instead-untold`, error: 'NobodyTold' }] } },
    ]);
    const parked = failing(failed, 1);
    expect(of(parked)).toEqual([]);
    expect(parked.messages[ALERT]?.attempts).toHaveLength(POLICY.tellAtMost);
  });

  test('keeps the ticket from being closed until somebody has heard, and no longer', () => {
    const others = marks(breached, DESK).filter(({ act }) => act.do === 'tell' && act.tell.message !== ALERT);
    const rest = others.reduce((ticket, mark) => told(ticket, mark, true), breached);
    const isOwed = (ticket: Ticket) => isTellingOwed(ticket, DESK, new Date(minutes(600)));
    const counts = Array.from({ length: 2 * POLICY.tellAtMost + 2 }, (_, times) => isOwed(failing(rest, times)));
    expect(counts).toEqual([...Array.from({ length: 2 * POLICY.tellAtMost + 1 }, () => true), false]);
    const [again] = of(failing(rest, 1));
    expect(again && isOwed(told(failing(rest, 1), again, true))).toBe(false);
  });

  test('that left no result twice is told again too', () => {
    const meant: TicketEvent = { ...EVERY_EVENT.MessageIntended, message: ALERT, purpose: 'date-passed' };
    const stuck = since(breached, DUE, [meant, { ...meant, possibleDuplicate: true }]);
    expect(of(stuck)).toMatchObject([{ at: minutes(75), act: { tell: { message: ALERT, time: 2 } } }]);
  });
});

test('a complainant whom no way reaches is the desk’s to reach, where they have a right to know', () => {
  const withdrawn = after(given(received(), ...acknowledged), EVERY_EVENT.Withdrawn);
  const failed = failing(withdrawn, 0);
  let next = failed;
  for (let nth = 0; nth < POLICY.tellAtMost; nth += 1) {
    const [mark] = of(next, 'withdrawn');
    if (mark) next = told(next, mark);
  }
  expect(of(next, 'withdrawn')).toMatchObject([
    { act: { events: [{ task: 'withdrawn-untold', error: 'NobodyTold' }] } },
  ]);
});

describe('where the roster has nobody', () => {
  const [alert] = of(breached);
  const telling = alert?.act.do === 'tell' ? alert.act.tell : undefined;
  const nobody = telling ? (nobodyToTell(breached, telling) ?? []) : [];

  test('that is on record, and the ticket can close', () => {
    expect(nobody).toEqual([{ type: 'Parked', task: `${ALERT}-untold`, state: ALERT, error: 'NobodyOnRoster' }]);
    expect(of(since(breached, DUE, nobody))).toEqual([]);
  });

  test('it is told as soon as the desk says that there is somebody', () => {
    const resumed: TicketEvent = { ...EVERY_EVENT.Resumed, task: `${ALERT}-untold` };
    expect(of(since(breached, DUE, [...nobody, resumed]))).toMatchObject([{ act: { tell: { message: ALERT } } }]);
  });

  test('what passed is on record with it, and what would be the desk’s own is a fault', () => {
    const passed = { ...EVERY_EVENT.ClockMarked };
    const escalated = { ...EVERY_EVENT.Escalated };
    const other = telling && nobodyToTell(breached, { ...telling, events: [passed, escalated] });
    expect(other?.map(({ type }) => type)).toEqual(['ClockMarked', 'Parked']);
    const parked = since(breached, DUE, nobody);
    const ofDesk = { message: 'm', purpose: 'desk-link', to: { person: 'triage-desk' } } as const;
    expect(nobodyToTell(parked, { ...ofDesk, task: `${ALERT}-untold` })).toBeUndefined();
  });
});

/** But for what those above hear again, for as long as the desk does nothing. */
const once = (ticket: Ticket) => marks(ticket, DESK).filter(({ act }) => act.do === 'record' || !act.tell.again);

test('whatever fails, it comes to an end, nothing is told too often, and every breach was heard of or is the desk’s', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 120, maxLength: 120 }), (results) => {
      let ticket = late;
      for (const isSent of results) {
        const [mark] = once(ticket);
        if (!mark) break;
        ticket = told(ticket, mark, isSent);
      }
      expect(once(ticket)).toEqual([]);
      for (const { attempts } of Object.values(ticket.messages))
        expect(attempts.length).toBeLessThanOrEqual(POLICY.tellAtMost);
      const heard = Object.values(ticket.messages).filter(
        ({ purpose, state }) => purpose === 'date-passed' && state === 'sent',
      );
      const isDesks = Object.values(ticket.tasks).some(({ error }) => error === 'NobodyTold');
      expect(heard.length > 0 || isDesks).toBe(true);
    }),
  );
});
