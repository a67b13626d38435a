import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Work } from '../../functions/domain/event-words.ts';
import { fold } from '../../functions/domain/evolve.ts';
import { isTellingOwed, marks, nextMark } from '../../functions/domain/marks.ts';
import type { Ticket } from '../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { DESK as WITH_PROGRESS } from './a-desk.ts';
import { after, asked, at, clock, decisions, filed, given, minutes, opened, received, returned } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';
import { eventsOf, sentBy } from './passed-marks.ts';

/** What complainants are told on the way has tests of its own. */
const DESK = { ...WITH_PROGRESS, progress: { ...WITH_PROGRESS.progress, rows: [] } };
const DAY = 24 * 60;
const dueAt = minutes(15 * DAY);
const acknowledged: TicketEvent[] = [
  { ...EVERY_EVENT.MessageIntended, message: 'r1-acknowledgement', purpose: 'acknowledgement' },
  { ...EVERY_EVENT.MessageSent, message: 'r1-acknowledgement' },
];
const told = given(received(), ...acknowledged);
/** The next decision is at minute 3: what it opens is due two days later. */
const task = (work: Work, id = 't') => opened(id, 'handler-1', { work, dueAt: minutes(3 + 2 * DAY) });
const survey = opened('r1-survey', 'complainant', { work: 'survey', dueAt: minutes(3 + 7 * DAY) });
const events = (ticket: Ticket) => marks(ticket, DESK).map((mark) => [mark.at, eventsOf(mark)[0]?.type]);
const owed = (ticket: Ticket) => marks(ticket, DESK).map((mark) => ({ at: mark.at, events: eventsOf(mark) }));

test('a complaint whose receipt nobody was told of goes to the triage desk, after ten minutes', () => {
  const parked = { type: 'Parked', task: 'r1-unacknowledged', state: 'Acknowledge', error: 'NotAcknowledged' };
  const failed = after(given(received()), EVERY_EVENT.MessageIntended, EVERY_EVENT.MessageFailed);
  for (const ticket of [given(received()), failed])
    expect(owed(ticket)).toEqual([{ at: minutes(10), events: [parked] }]);
});

test.for<[string, Ticket]>([
  ['told', told],
  ['declined', given(received({ standing: 'none' }), EVERY_EVENT.Declined)],
])('nobody is called about a complainant who was %s', ([, ticket]) => expect(marks(ticket, DESK)).toEqual([]));

test('a ticket that was parked where no step could tell the desk is told to the desk at once, and once', () => {
  const parked = given(received(), { ...EVERY_EVENT.Parked, task: 'r1-unacknowledged' });
  const [mark] = marks(parked, DESK);
  expect(mark).toMatchObject({
    at: parked.tasks['r1-unacknowledged']?.openedAt,
    act: { tell: { to: { person: 'triage-desk' }, events: [{ type: 'Reminded', task: 'r1-unacknowledged' }] } },
  });
  expect(events(after(parked, { type: 'Reminded', task: 'r1-unacknowledged' })).map(([, type]) => type)).toEqual([
    'Escalated',
    'Escalated',
  ]);
});

/** A task has two working days, of which each person above hears as the table says. */
test.for([
  ['route', ['Reminded', 'Escalated']],
  ['call', ['Reminded', 'Escalated', 'Escalated']],
  ['investigate', ['Reminded', 'Escalated', 'Escalated']],
  ['answer', ['Reminded', 'Escalated', 'Escalated']],
  ['approve', ['Reminded', 'Escalated']],
  ['extend', ['Reminded', 'Escalated']],
] as const)('who has to %s is reminded once, at half the time, and those above hear of it after', ([work, types]) => {
  const open = after(told, task(work));
  expect(events(open).map(([, type]) => type)).toEqual(types);
  expect(marks(open, DESK)[0]?.at).toBe(minutes(3 + DAY));
  expect(events(after(open, EVERY_EVENT.Reminded)).map(([, type]) => type)).toEqual(types.slice(1));
});

test('who must decide on longer time hears of it again, then the level above, then the head of complaint work', () => {
  const asked = opened('x1-ask', 'head-1', { work: 'extend', level: 'department-head', dueAt: minutes(3 + DAY) });
  const open = after(told, asked);
  const levels = marks(open, DESK).map(({ at, act }) => [
    at,
    act.do === 'tell' && act.tell.to,
    act.do === 'tell' && act.tell.page,
  ]);
  const department = 'complaint-desk';
  expect(levels).toEqual([
    [minutes(3 + DAY / 2), { person: 'head-1' }, 'extension'],
    [minutes(3 + DAY), { role: 'head-office', department }, 'extension'],
    [minutes(3 + 1.5 * DAY), { role: 'head-of-complaint-work', department }, 'extension'],
  ]);
});

test('nobody is told twice because two rows lead to one level', () => {
  const asked = opened('a', 'office-1', { work: 'approve', level: 'head-office', dueAt: minutes(3 + 2 * DAY) });
  const high: TicketEvent = {
    type: 'Escalated',
    task: 'a',
    to: 'chief-1',
    level: 'head-of-complaint-work',
    rule: 'E8',
  };
  const above = (of: Ticket) => events(of).filter(([, type]) => type === 'Escalated').length;
  expect([above(after(told, asked)), above(after(told, asked, high))]).toEqual([2, 1]);
});

test('a desk that was told of a parked ticket by its step is reminded after four hours, and then those above hear', () => {
  const asked: TicketEvent = { ...EVERY_EVENT.MessageIntended, message: 'parked-1-asked', purpose: 'desk-link' };
  expect(events(after(told, EVERY_EVENT.Parked, asked))).toEqual([
    [minutes(3 + 4 * 60), 'Reminded'],
    [minutes(3 + 6 * 60), 'Escalated'],
    [minutes(3 + 8 * 60), 'Escalated'],
  ]);
});

test('a remedy of which core banking says nothing goes to the triage desk at its date, once', () => {
  const waiting = after(told, task('remedies', 'core'));
  const [mark] = marks(waiting, DESK);
  const passed = mark ? eventsOf(mark) : [];
  expect(passed).toMatchObject([{ type: 'Parked', state: 'Carry out remedies', error: 'NotCarriedOut' }]);
  expect(events(after(waiting, ...passed)).map(([, type]) => type)).not.toContain('Parked');
});

test('systems are not reminded, nor is anybody without a date, or who is done', () => {
  const systems = (['protect'] as const).map((work) => task(work, work));
  expect(marks(after(told, ...systems, opened('u', 'handler-1')), DESK)).toEqual([]);
  expect(marks(after(told, task('investigate'), filed('t', 'handler-1')), DESK)).toEqual([]);
});

test('a survey is reminded of after three days and expires after seven, reminded or not', () => {
  const open = after(told, survey);
  expect(events(open)).toEqual([
    [minutes(3 + 3 * DAY), 'Reminded'],
    [minutes(3 + 7 * DAY), 'SurveyExpired'],
  ]);
  const reminded = after(open, { type: 'Reminded', task: 'r1-survey' });
  expect(events(reminded)).toEqual([[minutes(3 + 7 * DAY), 'SurveyExpired']]);
  expect(events(after(open, { ...EVERY_EVENT.SurveyAnswered, task: 'r1-survey' }))).toEqual([]);
});

test('nothing happens by the clock to a ticket that is closed, whatever is still open', () => {
  const open = after(given(received()), clock({ dueAt }), task('investigate'), survey);
  expect(marks(open, DESK).length).toBeGreaterThan(5);
  expect(marks(after(open, EVERY_EVENT.Closed), DESK)).toEqual([]);
  expect(nextMark(after(open, EVERY_EVENT.Closed), DESK)).toBeUndefined();
});

const happening = fc.constantFrom(
  ...[...acknowledged, clock({ dueAt }), clock({ clock: 'transferred', dueAt: at }), survey, EVERY_EVENT.Parked],
  ...(['investigate', 'answer', 'approve', 'remedies'] as const).map((work) => task(work, work)),
  ...[asked('a', 'lead-1'), returned('approve', 'lead-1'), filed('investigate', 'handler-1'), EVERY_EVENT.Replied],
);

/** But for what is said again for as long as nobody does it. */
const once = (ticket: Ticket) =>
  marks(ticket, DESK).filter(({ act }) => act.do === 'record' || act.tell.again === undefined);

test('no mark comes twice: each is gone for good once its event is in the log, and in the end none is left', () => {
  fc.assert(
    fc.property(fc.uniqueArray(happening, { maxLength: 14 }), (story) => {
      const possible = [received(), ...story].filter((_, i, all) => isTold(all.slice(0, i + 1)));
      let ticket = given(...possible);
      const passed: string[] = [];
      for (let next = once(ticket)[0]; next; next = once(ticket)[0]) {
        expect(passed).not.toContain(JSON.stringify(next.act));
        passed.push(JSON.stringify(next.act));
        ticket = after(ticket, ...eventsOf(next), ...sentBy(next));
        expect(marks(ticket, DESK)).not.toContainEqual(next);
      }
      expect(once(ticket)).toEqual([]);
      expect(passed.length).toBeLessThan(60);
    }),
  );
});

/** Whether a log can be told at all: it speaks of nothing it never opened. */
function isTold(story: Parameters<typeof decisions>[0]): boolean {
  try {
    return Boolean(fold(decisions(story)));
  } catch {
    return false;
  }
}

test('what keeps a closed ticket from the archive still reaches the desk, until it is sealed', () => {
  const stuck = after(told, EVERY_EVENT.Closed, { ...EVERY_EVENT.Parked, task: 'lost-a3', state: 'Execution' });
  expect(events(stuck).map(([, type]) => type)).toEqual(['Reminded', 'Escalated', 'Escalated']);
  expect(marks(after(stuck, EVERY_EVENT.Archived), DESK)).toEqual([]);
});

test('a message that was meant to go out and has no result is owed once more, a little later, and then like one that failed', () => {
  const meant: TicketEvent = { ...EVERY_EVENT.MessageIntended, message: 't-reminder', purpose: 'work-reminder' };
  const stuck = after(told, task('investigate'), { type: 'Reminded', task: 't' }, meant);
  const again = marks(stuck, DESK).find(({ act }) => act.do === 'tell' && act.tell.message === 't-reminder');
  expect(again).toMatchObject({ act: { tell: { message: 't-reminder' } } });
  expect(again && eventsOf(again)).toEqual([]);
  expect(Date.parse(again?.at ?? '')).toBeGreaterThan(Date.parse(minutes(5)));
  const twice = marks(after(stuck, { ...meant, possibleDuplicate: true }), DESK);
  expect(twice[0]).toMatchObject({ act: { tell: { message: 't-reminder', time: 2 } } });
});

test('nothing is closed while a breach is not on record', () => {
  const late = after(given(received(), clock({ dueAt: minutes(1) })), EVERY_EVENT.Replied);
  expect(isTellingOwed(late, DESK, new Date(minutes(9)))).toBe(true);
});
