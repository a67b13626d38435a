import { expect, test } from 'vitest';
import { Decision, TicketEvent } from '../../functions/domain/ticket-event.ts';
import { at, digestOf } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';

const decision = (...events: unknown[]) => ({
  ...{ v: 1, at, by: 'desk', prev: digestOf('0'), hash: digestOf('1') },
  events,
});

test.for(Object.values(EVERY_EVENT))('$type is an event of the log, whole and unchanged', (event) => {
  expect(TicketEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
});

test.for(Object.values(EVERY_EVENT))('$type has no room for anything more', (event) => {
  expect(TicketEvent.safeParse({ ...event, narrative: 'my card was stolen' }).success).toBe(false);
});

test.for([
  ['a type nobody knows', { type: 'Forgiven', task: 't' }],
  ['a text where a digest belongs', { ...EVERY_EVENT.Returned, reason: 'too expensive' }],
  ['a task without a name', { ...EVERY_EVENT.Reminded, task: '' }],
  ['an amount in yuan', { ...EVERY_EVENT.FindingsFiled, totalMinor: 420.5 }],
  ['an amount below nothing', { ...EVERY_EVENT.FindingsFiled, totalMinor: -1 }],
  ['no star', { ...EVERY_EVENT.SurveyAnswered, score: 0 }],
  ['a sixth star', { ...EVERY_EVENT.SurveyAnswered, score: 6 }],
  ['a local time', { ...EVERY_EVENT.Overdue, dueAt: '2026-12-08 00:00' }],
] as const)('%s is no event', ([, event]) => {
  expect(TicketEvent.safeParse(event).success).toBe(false);
});

test('a decision holds one event or more, and nothing beside what is hashed', () => {
  expect(Decision.safeParse(decision(EVERY_EVENT.Declined)).success).toBe(true);
  expect(Decision.safeParse(decision()).success).toBe(false);
  expect(Decision.safeParse({ ...decision(EVERY_EVENT.Declined), token: 'secret' }).success).toBe(false);
  expect(Decision.safeParse({ ...decision(EVERY_EVENT.Declined), v: 2 }).success).toBe(false);
});
