import { expect, test } from 'vitest';
import { judge } from '../../bench/year/verdict.ts';
import type { Decision, TicketEvent } from '../../functions/domain/ticket-event.ts';
import { clock, digestOf, received, at as START } from '../domain/a-ticket.ts';
import { EVERY_EVENT } from '../domain/every-event.ts';

const DUE = '2026-12-07T16:00:00.000Z';
const LATER = '2026-12-22T16:00:00.000Z';
const END = '2027-03-01T00:00:00.000Z';

const NEVER = '2027-05-20T00:00:00.000Z';
const ON_THE_1ST = '2026-12-01T00:00:00.000Z';
const ON_THE_2ND = '2026-12-02T00:00:00.000Z';
const ON_THE_3RD = '2026-12-03T00:00:00.000Z';
const SOON = '2026-12-07T16:00:30.000Z';

type Item = readonly [at: string, ...events: TicketEvent[]];
const log = (...items: readonly Item[]): Decision[] =>
  items.map(([at, ...events]) => ({ v: 1, at, by: 'head-1', events, prev: digestOf('0'), hash: digestOf('0') }));
const begun = log([START, received(), clock({ dueAt: DUE })]);
const judged = (...items: readonly Item[]) => judge([...begun, ...log(...items)], END).map(({ verdict }) => verdict);

const replied = (at: string): Item => [at, EVERY_EVENT.Replied];
const overdue = (at: string, dueAt = DUE): Item => [at, { ...EVERY_EVENT.Overdue, dueAt }];

const toHead = `decide-M5-${DUE}-supervisor`;
const meant = (message = toHead): TicketEvent => ({ ...EVERY_EVENT.MessageIntended, message, purpose: 'date-passed' });
const sent = (message = toHead): TicketEvent => ({ ...EVERY_EVENT.MessageSent, message });
const failed = (message = toHead): TicketEvent => ({ ...EVERY_EVENT.MessageFailed, message });
const parked = (message: string): TicketEvent => ({
  ...{ type: 'Parked', task: `${message}-untold`, state: message, error: 'NobodyTold' },
});
const raised = (at: string, message = toHead): Item => [at, meant(message), sent(message)];

const proposed: TicketEvent = {
  ...({ type: 'ExtensionProposed', extension: 'x1', clock: 'decide', step: 1, rule: 'cn-decide-30' } as const),
  ...{ from: DUE, dueAt: LATER, level: 'department-head' },
};
const asked = (level = 'department-head', person = 'head-1'): TicketEvent => ({
  ...({ type: 'TaskOpened', task: 'x1-ask', work: 'extend' } as const),
  ...{ person, level },
});
const agreed: TicketEvent = { ...EVERY_EVENT.ExtensionApproved, task: 'x1-ask' };
const approved = (at: string, ...before: TicketEvent[]): Item => [
  at,
  ...(before.length > 0 ? before : [proposed, asked()]),
  agreed,
];
const extended = (at: string, notice = 'x1-notice', dueAt = LATER): Item => [
  at,
  sent(notice),
  { ...EVERY_EVENT.ClockExtended, dueAt },
];

const stopping = { ...EVERY_EVENT.ClockStopped, notice: 'decide-stop-1' };
const stopped = (at: string, facts: Partial<typeof stopping> = {}): Item => [at, { ...stopping, ...facts }];
const toldOfStop = (at: string): Item => [at, sent('decide-stop-1')];
const standing = [stopped(ON_THE_1ST), toldOfStop(ON_THE_2ND)] as const;
const resumed = (at: string, dueAt: string): Item => [at, { ...EVERY_EVENT.ClockResumed, dueAt }];

const recounted = (at: string, dueAt: string): Item => [at, { ...EVERY_EVENT.ClockRecounted, from: DUE, dueAt }];
const newFacts = (at: string): Item => [at, { ...EVERY_EVENT.FollowUpReceived, followUp: 'f-2', about: 'new-facts' }];
const restarted = (at: string, dueAt = LATER): Item => [at, { ...EVERY_EVENT.ClockRestarted, dueAt }];
const merged = (at: string): Item => [at, EVERY_EVENT.MergedInto];
const parted = (at: string): Item => [at, EVERY_EVENT.MergeUndone];
const withdrawn = (at: string, ...before: TicketEvent[]): Item => [at, ...before, EVERY_EVENT.Withdrawn];
const callAsked = (at: string): Item => [
  at,
  { ...({ type: 'TaskOpened', task: 't', work: 'call' } as const), person: 'desk' },
];
const called = (at: string, dialledAt: string, ...after: TicketEvent[]): Item => [
  at,
  { ...EVERY_EVENT.Called, dialledAt },
  ...after,
];

test.for<[string, Item[], string]>([
  ['a reply before the date', [replied('2026-12-07T15:59:59.000Z')], 'met'],
  ['a reply at the first late instant that nobody saw', [replied(DUE)], 'unobserved'],
  [
    'a reply a second late, raised by the next run',
    [replied('2026-12-07T16:00:01.000Z'), overdue(SOON), raised(SOON)],
    'breached-and-raised',
  ],
  ['no reply and nobody saw', [], 'unobserved'],
  [
    'a reply that was dialled in time',
    [callAsked(ON_THE_1ST), called(LATER, '2026-12-07T15:59:00.000Z', EVERY_EVENT.Replied)],
    'met',
  ],
  ['a reply that was dialled too late', [callAsked(ON_THE_1ST), called(LATER, DUE, EVERY_EVENT.Replied)], 'unobserved'],
  [
    'a call that reached them in time, written down after a withdrawal',
    [callAsked(ON_THE_1ST), withdrawn(DUE), called(LATER, ON_THE_2ND)],
    'met',
  ],
  [
    'a call that was dialled after the withdrawal',
    [callAsked(ON_THE_1ST), withdrawn(DUE), called(LATER, LATER)],
    'unobserved',
  ],

  // recorded and raised
  ['a breach recorded but told to nobody', [overdue(DUE), replied(LATER)], 'unobserved'],
  ['a breach told of and not recorded', [raised(DUE), replied(LATER)], 'unobserved'],
  ['a breach raised two minutes late', [overdue(DUE), raised('2026-12-07T16:02:00.000Z')], 'unobserved'],
  ['a breach raised at once', [overdue(DUE), raised(SOON), replied(LATER)], 'breached-and-raised'],
  ['a breach that somebody was to be told of', [overdue(DUE), [SOON, meant()]], 'unobserved'],
  ['a breach that no way told anybody of', [overdue(DUE), [SOON, meant(), failed()]], 'unobserved'],
  [
    'a breach that the next one up was told of',
    [overdue(DUE), [SOON, meant(), failed()], raised(LATER, `${toHead}-instead`)],
    'breached-and-raised',
  ],
  [
    'a breach that the triage desk has at last',
    [overdue(DUE), [SOON, meant(), failed()], [LATER, parked(toHead)]],
    'breached-and-raised',
  ],
  [
    'a breach that was raised for another clock',
    [overdue(DUE), raised(SOON, `transferred-M5-${DUE}-supervisor`)],
    'unobserved',
  ],
  [
    'a breach that was raised for another date',
    [overdue(DUE), raised(SOON, `decide-M5-${LATER}-supervisor`)],
    'unobserved',
  ],

  // longer time
  [
    'an extension approved and told in time',
    [approved(ON_THE_1ST), extended(ON_THE_2ND), replied('2026-12-20T00:00:00.000Z')],
    'extended-and-met',
  ],
  [
    'an extension approved by somebody higher, to whom it was escalated',
    [
      approved(ON_THE_1ST, proposed, asked('department-head', 'lead-1'), {
        ...EVERY_EVENT.Escalated,
        task: 'x1-ask',
        level: 'head-office',
      }),
      extended(ON_THE_2ND),
      replied(ON_THE_3RD),
    ],
    'extended-and-met',
  ],
  ['an extension nobody approved', [extended(ON_THE_1ST), replied(DUE)], 'bad-extension'],
  ['an extension told too late', [approved(ON_THE_1ST), extended(DUE), replied(LATER)], 'bad-extension'],
  [
    'an extension told of by another message',
    [approved(ON_THE_1ST), extended(ON_THE_2ND, 'decide-progress'), replied(ON_THE_3RD)],
    'bad-extension',
  ],
  [
    'an extension told of before it was approved',
    [[ON_THE_1ST, sent('x1-notice')], approved(ON_THE_2ND), [ON_THE_3RD, EVERY_EVENT.ClockExtended]],
    'bad-extension',
  ],
  [
    'an extension to another date than was proposed',
    [approved(ON_THE_1ST), extended(ON_THE_2ND, 'x1-notice', NEVER), replied(LATER)],
    'bad-extension',
  ],
  [
    'an extension approved below its level',
    [approved(ON_THE_1ST, proposed, asked('team-lead')), extended(ON_THE_2ND), replied(ON_THE_3RD)],
    'bad-extension',
  ],
  [
    'an extension approved by somebody who was not asked',
    [approved(ON_THE_1ST, proposed, asked('department-head', 'head-2')), extended(ON_THE_2ND), replied(ON_THE_3RD)],
    'bad-extension',
  ],
  [
    'an extension proposed at a level that the pack does not name',
    [
      approved(ON_THE_1ST, { ...proposed, level: 'team-lead' } as TicketEvent, asked('team-lead')),
      extended(ON_THE_2ND),
      replied(ON_THE_3RD),
    ],
    'bad-extension',
  ],
  [
    'an extension that was refused after all',
    [approved(ON_THE_1ST), [ON_THE_2ND, EVERY_EVENT.ExtensionVoid], extended(ON_THE_3RD)],
    'bad-extension',
  ],

  // a clock that stands still
  ['a reply while the clock stands', [...standing, replied(LATER)], 'met'],
  ['a reply in time after it stood', [...standing, resumed(DUE, LATER), replied('2026-12-20T00:00:00.000Z')], 'met'],
  [
    'a later date after it stood, that nobody saw pass',
    [...standing, resumed(DUE, LATER), replied(LATER)],
    'unobserved',
  ],
  ['a date that had passed before it stood', [stopped(DUE), toldOfStop(DUE), replied(LATER)], 'unobserved'],
  ['a stop that nobody was told of', [stopped(ON_THE_1ST), replied(NEVER)], 'unobserved'],
  [
    'a stop without a notice, where the pack wants one',
    [stopped(ON_THE_1ST, { notice: undefined }), replied(NEVER)],
    'unobserved',
  ],
  ['a stop that was told of after the date', [stopped(ON_THE_1ST), toldOfStop(DUE), replied(LATER)], 'unobserved'],
  [
    'a stop that was told of before it was decided',
    [toldOfStop(START), stopped(ON_THE_1ST), replied(LATER)],
    'unobserved',
  ],
  [
    'a stop for a reason that the pack does not name',
    [stopped(ON_THE_1ST, { rule: 'cn-stop-holidays' }), toldOfStop(ON_THE_1ST), replied(LATER)],
    'unobserved',
  ],
  [
    'a later date from a stop that nobody was told of',
    [stopped(ON_THE_1ST), resumed(ON_THE_3RD, LATER), replied('2026-12-20T00:00:00.000Z')],
    'unobserved',
  ],
  ['a clock that stands to the end', [...standing], 'running'],

  // a date that becomes certain
  [
    'a date that had passed when it was counted anew though it was certain',
    [recounted(ON_THE_1ST, LATER), replied(DUE)],
    'unobserved',
  ],

  // new facts
  ['new facts in time', [newFacts(ON_THE_1ST), restarted(ON_THE_2ND), replied('2026-12-20T00:00:00.000Z')], 'met'],
  [
    'a restart that nobody gave a reason for',
    [restarted(ON_THE_2ND), replied('2026-12-20T00:00:00.000Z')],
    'unobserved',
  ],

  // merged
  ['merged, and answered with the other in time', [merged(ON_THE_1ST), replied(ON_THE_2ND)], 'met'],
  ['merged, and answered with the other months late', [merged(ON_THE_1ST), replied(NEVER)], 'unobserved'],
  ['merged, and nobody answered', [merged(ON_THE_1ST)], 'unobserved'],
  ['merged and parted again, and nobody answered', [merged(ON_THE_1ST), parted(ON_THE_2ND)], 'unobserved'],
  [
    'merged and parted again, and answered in time',
    [merged(ON_THE_1ST), parted(ON_THE_2ND), replied(ON_THE_3RD)],
    'met',
  ],
  [
    'parted after the other was answered, and not answered itself',
    [merged(ON_THE_1ST), replied(ON_THE_2ND), parted(ON_THE_3RD)],
    'unobserved',
  ],
  [
    'parted after its date from one that was answered in time, and raised then',
    [merged(ON_THE_1ST), replied(ON_THE_2ND), parted(LATER), overdue(LATER), raised(LATER)],
    'breached-and-raised',
  ],
  [
    'withdrawn by the other alone, and parted again',
    [merged(ON_THE_1ST), withdrawn(ON_THE_2ND), parted(ON_THE_3RD)],
    'unobserved',
  ],

  // the end
  ['a withdrawal before the date', [withdrawn(ON_THE_1ST)], 'ended'],
  ['a withdrawal after the date', [withdrawn(SOON)], 'unobserved'],
  [
    'a withdrawal after the date that was raised all the same',
    [withdrawn(SOON), overdue(SOON), raised(SOON)],
    'breached-and-raised',
  ],
  [
    'a complaint that was declined, and closed',
    [
      [ON_THE_1ST, EVERY_EVENT.Declined],
      [ON_THE_2ND, EVERY_EVENT.Closed],
    ],
    'ended',
  ],
  ['one that was closed without a reply', [[ON_THE_2ND, EVERY_EVENT.Closed]], 'unobserved'],
])('%s is %s', ([, items, verdict]) => {
  expect(judged(...items)).toEqual([verdict]);
});

test.for<[string, Item[], string[]]>([
  [
    'a restart after a breach that nobody saw',
    [
      newFacts(ON_THE_1ST),
      restarted('2027-01-05T00:00:00.000Z', '2027-02-01T00:00:00.000Z'),
      replied('2027-01-06T00:00:00.000Z'),
    ],
    ['unobserved', 'met'],
  ],
  [
    'a second start over a breach that nobody saw',
    [[LATER, clock({ dueAt: NEVER })], replied('2026-12-23T00:00:00.000Z')],
    ['unobserved', 'met'],
  ],
  [
    'a second start over a date that is still to come, answered between the two',
    [[ON_THE_1ST, clock({ dueAt: LATER })], replied(DUE)],
    ['unobserved', 'met'],
  ],
  [
    'a further round after a reply, without a clock',
    [replied(ON_THE_1ST), [ON_THE_2ND, EVERY_EVENT.RoundOpened]],
    ['no-clock', 'met'],
  ],
  [
    'a further round after a reply, answered too late',
    [
      replied(ON_THE_1ST),
      [ON_THE_2ND, EVERY_EVENT.RoundOpened, clock({ clock: 'verification', startsAt: ON_THE_2ND, dueAt: LATER })],
      replied(NEVER),
    ],
    ['met', 'unobserved'],
  ],
  [
    'a round that is put away unanswered, and a call of it that was written down late',
    [
      callAsked(ON_THE_1ST),
      [ON_THE_3RD, EVERY_EVENT.RoundOpened],
      called(LATER, ON_THE_2ND, EVERY_EVENT.Replied, clock({ startsAt: ON_THE_3RD, dueAt: NEVER })),
    ],
    ['met', 'running'],
  ],
])('%s is seen', ([, items, verdicts]) => {
  expect(judged(...items)).toEqual(verdicts);
});

test.for<[string, Item[], string]>([
  ['a date that the calendar, once published, makes later', [recounted(ON_THE_1ST, LATER), replied(DUE)], 'met'],
  [
    'a date that the calendar makes earlier, and that nobody saw pass',
    [recounted('2026-12-06T02:00:00.000Z', '2026-12-05T16:00:00.000Z'), replied('2026-12-07T00:00:00.000Z')],
    'unobserved',
  ],
  [
    'a date that had passed when the calendar came, raised then',
    [
      recounted('2026-12-06T02:00:00.000Z', '2026-12-05T16:00:00.000Z'),
      overdue('2026-12-06T02:00:00.000Z', '2026-12-05T16:00:00.000Z'),
      raised('2026-12-06T02:00:30.000Z', 'decide-M5-2026-12-05T16:00:00.000Z-supervisor'),
    ],
    'breached-and-raised',
  ],
  [
    'a breach of a date that was a guess, and none of the one that it is',
    [overdue(DUE), raised(DUE), recounted('2026-12-08T00:00:00.000Z', LATER)],
    'unobserved',
  ],
])('of a date that was a guess: %s is %s', ([, items, verdict]) => {
  const guessed = log([START, received(), clock({ dueAt: DUE, uncertain: true })], ...items);
  expect(judge(guessed, END).map((one) => one.verdict)).toEqual([verdict]);
});

test.for<[string, TicketEvent[], string[]]>([
  ['a complaint without a clock', [received()], ['no-clock']],
  [
    'one that was passed on, without the clock of that',
    [received({ passedOnBy: 'pboc' }), clock({ dueAt: NEVER })],
    ['no-clock', 'running'],
  ],
  ['an inquiry, which has no date by law', [received({ kind: 'inquiry' })], []],
])('%s is seen', ([, events, verdicts]) => {
  expect(judge(log([START, ...events]), END).map(({ verdict }) => verdict)).toEqual(verdicts);
});

test('one that was merged is answered when the other was, whenever that is written down', () => {
  const items = log([START, received(), clock({ dueAt: DUE })], merged(ON_THE_1ST), replied(LATER));
  const of = (...other: Item[]) => judge(items, END, () => log(...other)).map(({ verdict }) => verdict);
  expect(of(replied(ON_THE_2ND))).toEqual(['met']);
  expect(of(callAsked(ON_THE_1ST), called(LATER, ON_THE_2ND, EVERY_EVENT.Replied))).toEqual(['met']);
  expect(of([ON_THE_2ND, EVERY_EVENT.ReplyPrepared])).toEqual(['unobserved']);
});

test('the desk that reached the complainant let the ticket go on: that is the reply', () => {
  const told: TicketEvent = { ...EVERY_EVENT.MessageSent, way: 'phone', providerId: 'desk:t' };
  expect(judged([ON_THE_2ND, EVERY_EVENT.Resumed], [SOON, told, EVERY_EVENT.Replied])).toEqual(['met']);
});

test('a date that passed before the watch could look once is not judged yet', () => {
  expect(judge(begun, SOON)).toMatchObject([{ verdict: 'running' }]);
});

test('a date that has not come yet is running', () => {
  expect(judge(begun, ON_THE_1ST)).toMatchObject([{ verdict: 'running' }]);
});

test.for([
  ['when somebody dialled', ON_THE_1ST, ['met']],
  ['at another instant', ON_THE_2ND, ['wrong-record', 'met']],
] as const)('a reply is on record as given %s', ([, givenAt, verdicts]) => {
  const { message } = EVERY_EVENT.Replied;
  const called: TicketEvent = { ...EVERY_EVENT.Called, message, dialledAt: ON_THE_1ST };
  expect(judged([ON_THE_3RD, called, { ...EVERY_EVENT.Replied, givenAt }])).toEqual(verdicts);
});
