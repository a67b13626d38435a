import { expect, test } from 'vitest';
import { judge } from '../../bench/year/verdict.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { clock, digestOf } from '../domain/a-ticket.ts';
import { EVERY_EVENT } from '../domain/every-event.ts';

const DUE = '2026-12-07T16:00:00.000Z';
const LATER = '2026-12-22T16:00:00.000Z';
const END = '2027-03-01T00:00:00.000Z';

type Item = readonly [at: string, ...events: TicketEvent[]];
const log = (...items: readonly Item[]) =>
  items.map(([at, ...events]) => ({ v: 1 as const, at, by: 'desk', events, prev: digestOf('0'), hash: digestOf('0') }));
const judged = (...items: readonly Item[]) =>
  judge(log(['2026-11-22T02:00:00.000Z', clock({ dueAt: DUE })], ...items), END).map(({ verdict }) => verdict);

const replied = (at: string): Item => [at, EVERY_EVENT.Replied];
const overdue = (at: string): Item => [at, EVERY_EVENT.Overdue];
const raised = (at: string): Item => [at, { ...EVERY_EVENT.MessageIntended, purpose: 'date-passed' }];
const approved = (at: string): Item => [at, EVERY_EVENT.ExtensionApproved];
const stopped = (at: string): Item => [at, EVERY_EVENT.ClockStopped];
const resumed = (at: string, dueAt: string): Item => [at, { ...EVERY_EVENT.ClockResumed, dueAt }];
const recounted = (at: string, dueAt: string): Item => [at, { ...EVERY_EVENT.ClockRecounted, from: DUE, dueAt }];
const extended = (at: string): Item => [at, EVERY_EVENT.MessageSent, EVERY_EVENT.ClockExtended];

test.for<[string, Item[], string]>([
  ['a reply before the date', [replied('2026-12-07T15:59:59.000Z')], 'met'],
  ['a reply at the first late instant that nobody saw', [replied(DUE)], 'unobserved'],
  ['no reply and nobody saw', [], 'unobserved'],
  ['a breach recorded but told to nobody', [overdue(DUE), replied(LATER)], 'unobserved'],
  ['a breach raised two minutes late', [overdue(DUE), raised('2026-12-07T16:02:00.000Z')], 'unobserved'],
  [
    'a breach raised at once',
    [overdue(DUE), raised('2026-12-07T16:00:30.000Z'), replied(LATER)],
    'breached-and-raised',
  ],
  [
    'an extension approved and told in time',
    [approved('2026-12-01T00:00:00.000Z'), extended('2026-12-01T00:00:01.000Z'), replied('2026-12-20T00:00:00.000Z')],
    'extended-and-met',
  ],
  ['an extension nobody approved', [extended('2026-12-01T00:00:01.000Z'), replied(DUE)], 'bad-extension'],
  [
    'an extension told too late',
    [approved('2026-12-01T00:00:00.000Z'), extended(DUE), replied(LATER)],
    'bad-extension',
  ],
  ['a reply while the clock stands', [stopped('2026-12-01T00:00:00.000Z'), replied(LATER)], 'met'],
  [
    'a reply in time after it stood',
    [stopped('2026-12-01T00:00:00.000Z'), resumed(DUE, LATER), replied('2026-12-20T00:00:00.000Z')],
    'met',
  ],
  [
    'a later date after it stood, that nobody saw pass',
    [stopped('2026-12-01T00:00:00.000Z'), resumed(DUE, LATER), replied(LATER)],
    'unobserved',
  ],
  ['a date that had passed before it stood', [stopped(DUE), replied(LATER)], 'unobserved'],
  [
    'a date that the calendar, once published, makes later',
    [recounted('2026-12-01T00:00:00.000Z', LATER), replied(DUE)],
    'met',
  ],
  [
    'a date that the calendar makes earlier, and that nobody saw pass',
    [recounted('2026-12-06T02:00:00.000Z', '2026-12-05T16:00:00.000Z'), replied('2026-12-07T00:00:00.000Z')],
    'unobserved',
  ],
  [
    'a date that had passed when the calendar came, raised then',
    [
      recounted('2026-12-06T02:00:00.000Z', '2026-12-05T16:00:00.000Z'),
      overdue('2026-12-06T02:00:00.000Z'),
      raised('2026-12-06T02:00:30.000Z'),
    ],
    'breached-and-raised',
  ],
  [
    'a breach of a date that was a guess, and none of the one that it is',
    [overdue(DUE), raised(DUE), recounted('2026-12-08T00:00:00.000Z', LATER)],
    'unobserved',
  ],
  ['a withdrawal before the date', [['2026-12-01T00:00:00.000Z', EVERY_EVENT.Withdrawn]], 'ended'],
])('%s is %s', ([, items, verdict]) => {
  expect(judged(...items)).toEqual([verdict]);
});

test('a date that has not come yet is running', () => {
  expect(judge(log(['2026-11-22T02:00:00.000Z', clock({ dueAt: DUE })]), '2026-12-01T00:00:00.000Z')).toMatchObject([
    { verdict: 'running' },
  ]);
});
