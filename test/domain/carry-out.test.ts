import { expect, test } from 'vitest';
import { carryOut, isCarriedOut } from '../../functions/domain/carry-out.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { after, given, minutes, proposed, received, type Told } from './a-ticket.ts';

const dueAt = minutes(60);
const remedies = [
  { remedy: 'm1', kind: 'account-adjustment', amountMinor: 42_050 },
  { remedy: 'm2', kind: 'fee-waiver', amountMinor: 1_000 },
  { remedy: 'm3', kind: 'apology', amountMinor: 0 },
  { remedy: 'm4', kind: 'fee-waiver', amountMinor: 0 },
];
const agreed = given(received(), proposed(1, { remedies }));
const ordered = after(agreed, ...carryOut(agreed, dueAt).events);
const done = (command: string): TicketEvent => ({ type: 'CommandCarriedOut', command });
const failed = (command: string): TicketEvent => ({ type: 'CommandFailed', command, reason: 'account-closed' });
const kinds = (events: readonly TicketEvent[]) => events.map(({ type }) => type);

test('what moves money is ordered from core banking, one command a remedy, and nothing else is', () => {
  const task = 'r1-remedies-1';
  expect(carryOut(agreed, dueAt)).toEqual({
    task,
    events: [
      { type: 'TaskOpened', task, work: 'remedies', person: 'core-banking', dueAt },
      { type: 'CommandOrdered', command: 'm1-1', action: 'account-adjustment', task, amountMinor: 42_050 },
      { type: 'CommandOrdered', command: 'm2-1', action: 'fee-waiver', task, amountMinor: 1_000 },
    ],
  });
});

test.for([
  ['no proposal', given(received())],
  ['nothing proposed', given(received(), proposed(1))],
  ['words only', given(received(), proposed(1, { remedies: remedies.slice(2) }))],
  [
    'words only, to somebody nobody has verified',
    given(received({ identity: 'none' }), proposed(1, { remedies: remedies.slice(2) })),
  ],
] as const)('%s: there is nothing to carry out, and the task is done at once', ([, ticket]) => {
  const { task, events } = carryOut(ticket, dueAt);
  expect(kinds(events)).toEqual(['TaskOpened', 'NothingToCarryOut']);
  expect(after(ticket, ...events).tasks[task]?.closed?.outcome).toBe('done');
});

test('the newest proposal counts, not the one that was sent back', () => {
  const newer = after(agreed, proposed(2, { remedies: remedies.slice(1) }));
  expect(carryOut(newer, dueAt).events).toMatchObject([{ type: 'TaskOpened' }, { command: 'm2-1' }]);
});

test.for<[string, Told[]]>([
  ['while core banking works on it', []],
  ['when half of it is done', [done('m1-1')]],
  ['when all is done', [done('m1-1'), done('m2-1')]],
])('nothing is ordered twice %s', ([, events]) => {
  expect(carryOut(after(ordered, ...events), dueAt)).toEqual({ task: 'r1-remedies-1', events: [] });
});

test('after a failure only what is not done is tried again, in a task of its own', () => {
  const half = after(ordered, done('m1-1'), failed('m2-1'));
  const again = carryOut(half, dueAt);
  expect(again.task).toBe('r1-remedies-2');
  expect(again.events).toMatchObject([{ type: 'TaskOpened', task: 'r1-remedies-2' }, { command: 'm2-2' }]);
  const whole = after(half, ...again.events, done('m2-2'));
  expect(['m1', 'm2', 'm3', 'm10'].map((remedy) => isCarriedOut(whole, remedy))).toEqual([true, true, false, false]);
  expect(carryOut(whole, dueAt).events).toEqual([]);
});

test('no money moves for somebody nobody has verified, until the desk has', () => {
  const unverified = given(received({ identity: 'none' }), proposed(1, { remedies }));
  const refused = expect.objectContaining({ name: 'IdentityNotVerified' });
  const parked = (error: string) =>
    after(unverified, { type: 'Parked', task: 'parked-1', state: 'Carry out remedies', error });
  const goesOn: TicketEvent = { type: 'Resumed', task: 'parked-1', reason: 'e'.repeat(64) };
  expect(() => carryOut(unverified, dueAt)).toThrow(refused);
  expect(() => carryOut(parked('IdentityNotVerified'), dueAt)).toThrow(refused);
  expect(() => carryOut(after(parked('States.Timeout'), goesOn), dueAt)).toThrow(refused);
  expect(kinds(carryOut(after(parked('IdentityNotVerified'), goesOn), dueAt).events)).toEqual([
    ...['TaskOpened', 'CommandOrdered', 'CommandOrdered'],
  ]);
});

test('a ticket that comes back to its own way orders what is not done, under the name it had', () => {
  const back = after(
    after(ordered, done('m1-1')),
    { type: 'MergedInto', other: '0123456789AB', rule: 'SM1' },
    { type: 'MergeUndone', other: '0123456789AB', reason: 'e'.repeat(64) },
  );
  const task = 'r1-remedies-2';
  const again = carryOut(back, dueAt);
  expect(again).toEqual({
    task,
    events: [
      { type: 'TaskOpened', task, work: 'remedies', person: 'core-banking', dueAt },
      { type: 'CommandOrdered', command: 'm2-1', action: 'fee-waiver', task, amountMinor: 1_000 },
    ],
  });
  expect(after(back, ...again.events, done('m2-1')).tasks[task]?.closed?.outcome).toBe('done');
});

test.for<[string, Told[], string[], boolean]>([
  ['nothing was ordered', [], ['r2-v1-m1-1'], false],
  ['it waits for core banking', [], ['r1-v1-m1-1'], true],
  ['it is done', [done('r1-v1-m1-1')], [], true],
  ['it failed', [failed('r1-v1-m1-1')], ['r2-v1-m1-1'], true],
])(
  'others who come to the same remedy order it anew only where it was not given: %s',
  ([, then, commands, isOrdered]) => {
    const [waiver] = [{ remedy: 'r1-v1-m1', kind: 'fee-waiver', amountMinor: 1_000 }];
    const first = given(received(), proposed(1, { remedies: [waiver] }));
    const begun = isOrdered ? after(first, ...carryOut(first, dueAt).events, ...then) : first;
    const principle: TicketEvent = { type: 'RoundOpened', round: 2, because: 'principle' };
    const next = after(begun, principle, proposed(1, { remedies: [{ ...waiver, remedy: 'r2-v1-m1' }] }));
    const { events } = carryOut(next, dueAt);
    expect(events.flatMap((event) => (event.type === 'CommandOrdered' ? event.command : []))).toEqual(commands);
    const settled = after(next, ...events, ...commands.map(done));
    expect(isCarriedOut(settled, 'r2-v1-m1')).toBe(true);
    expect(settled.tasks['r2-remedies-1']?.closed?.outcome).toBe('done');
  },
);

test('what was given in a round that was answered is no part of the next: asked for again, it is given again', () => {
  const waiver = { remedy: 'r1-v1-m1', kind: 'fee-waiver', amountMinor: 1_000 };
  const first = given(received(), proposed(1, { remedies: [waiver] }));
  const answered: TicketEvent = { type: 'Replied', message: 'r1-reply', way: 'sms', inTime: true };
  const given1 = after(first, ...carryOut(first, dueAt).events, done('r1-v1-m1-1'), answered);
  const appeal: TicketEvent = { type: 'RoundOpened', round: 2, because: 'appeal' };
  const next = after(given1, appeal, proposed(1, { remedies: [{ ...waiver, remedy: 'r2-v1-m1' }] }));
  expect(carryOut(next, dueAt).events).toMatchObject([{}, { command: 'r2-v1-m1-1' }]);
});
