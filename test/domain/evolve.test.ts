import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { evolve, fold } from '../../functions/domain/evolve.ts';
import { nothingYet, type Ticket } from '../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { after, at, clock, decisions, digestOf, given, minutes, opened } from './a-ticket.ts';
import { AWAITING_ALL, EVERY_EVENT } from './every-event.ts';

const LATER = '2026-12-22T16:00:00.000Z';

const closed = (outcome: string, facts: object = {}) => ({
  tasks: { t: { ...facts, closed: { outcome, at: minutes(6), by: 'desk', seq: 7 } } },
});

/** It leaves nothing behind; see erase.test.ts. */
type Traceless = 'LegalHoldLifted';
type Leaving = Exclude<TicketEvent['type'], Traceless>;

/** What each event leaves on a ticket that waits for it. */
const LEAVES: Record<Leaving, object> = {
  ComplaintReceived: { received: { kind: 'complaint', recused: 'handler-9' }, receivedAt: minutes(6) },
  ClockStarted: { clocks: { transferred: { dueAt: '2026-12-07T16:00:00.000Z', overdue: false } } },
  PostConflicted: { conflicts: [digestOf('c')] },
  Declined: { declined: true },
  Triaged: { triage: { lane: 'standard', lead: 'accounting' } },
  Routed: { routed: { lead: 'marketing', severity: 'simple' }, ...closed('done') },
  MessageIntended: { messages: { m: { state: 'intended', way: 'sms', intents: 2, attempts: [], purpose: 'reply' } } },
  MessageSent: { messages: { m: { state: 'sent', attempts: [{ at: minutes(6), way: 'sms', providerId: 'p-1' }] } } },
  MessageFailed: { messages: { m: { state: 'failed', attempts: [{ way: 'sms', reason: 'OptedOutException' }] } } },
  TaskOpened: { tasks: { t: { person: 'handler-1', openedAt: minutes(6), seq: 7, reminded: false } } },
  TaskReassigned: { tasks: { t: { person: 'handler-2' } } },
  Reminded: { tasks: { t: { reminded: true } } },
  Transferred: closed('Transferred', { movedTo: 'technology', reason: digestOf('e') }),
  FindingsFiled: closed('filed', { findings: digestOf('f'), totalMinor: 42_050 }),
  AnswerGiven: closed('filed', { findings: digestOf('f') }),
  ProposalMade: { proposals: [{ version: 1, proposal: digestOf('1') }] },
  Approved: { returns: 0, ...closed('approved') },
  Returned: { returns: 1, ...closed('Returned', { reason: digestOf('e') }) },
  CodesRefused: { codesRefused: [{ why: 'wrong-codes' }] },
  CommandOrdered: { commands: { c: { action: 'fee-waiver', task: 't', orderedAt: minutes(6), state: 'ordered' } } },
  CommandCarriedOut: { commands: { c: { state: 'done' } }, ...closed('done') },
  CommandFailed: { commands: { c: { state: 'failed' } }, ...closed('CommandFailed') },
  NothingToCarryOut: closed('done'),
  DutyCalled: { tasks: { t: { reminded: true } } },
  ReplyGateRefused: { gateRefusals: [['facts']] },
  ReplyPrepared: { reply: { sendAt: at } },
  Replied: { replied: { way: 'sms', inTime: true, at: minutes(6) } },
  SurveyAnswered: { survey: { score: 2, at: minutes(6) }, ...closed('answered') },
  SurveyExpired: closed('expired'),
  AppealAsked: { appeal: { grounds: digestOf('7'), at: minutes(6) } },
  Parked: { tasks: { 'parked-1': { work: 'parked', level: 'Triage', error: 'NobodyOnRoster', reminded: false } } },
  Resumed: { attempt: 1, ...closed('done', { reason: digestOf('e') }) },
  ExecutionLost: { attempt: 2 },
  Overdue: { clocks: { decide: { overdue: true } } },
  ClockMarked: { clocks: { decide: { marks: ['half'] } } },
  ClockStopped: { clocks: { decide: { stops: [{ reason: 'mediation', at: minutes(6) }] } } },
  ClockResumed: { clocks: { decide: { dueAt: LATER, since: minutes(6), marks: [] } } },
  ClockExtended: { clocks: { decide: { dueAt: LATER, extended: 1 } }, extensions: { x1: { state: 'granted' } } },
  ClockRestarted: { clocks: { decide: { startsAt: minutes(4), dueAt: LATER, restarts: [{ followUp: 'f-2' }] } } },
  ClockRecounted: {
    clocks: { decide: { dueAt: LATER, since: minutes(6), recounts: [{ at: minutes(6) }] } },
  },
  ExtensionProposed: { extensions: { x2: { state: 'proposed', by: 'desk', at: minutes(6), attempt: 1 } } },
  ExtensionApproved: { extensions: { x1: { state: 'approved', decided: { by: 'desk' } } }, ...closed('approved') },
  ExtensionRefused: { extensions: { x1: { state: 'refused', decided: { by: 'desk' } } }, ...closed('refused') },
  ExtensionVoid: { extensions: { x1: { state: 'void' } } },
  MessageHeld: { held: { m: { until: minutes(60) } } },
  Called: {
    calls: [{ outcome: 'reached' }],
    messages: { m: { state: 'sent', attempts: [{ at: minutes(3), way: 'phone', providerId: 'desk:t' }] } },
    ...closed('done'),
  },
  Escalated: { tasks: { t: { escalated: [{ to: 'head-1', level: 'department-head', at: minutes(6) }] } } },
  LevelCovered: closed('approved'),
  AppealRefused: { appealRefused: { because: 'last-round' } },
  RoundOpened: {
    ...{ round: 2, attempt: 1, because: { because: 'appeal' }, earlier: [{ round: 1, clocks: {} }] },
    ...{ clocks: { decide: {} }, extensions: { x1: { state: 'void' } }, ...closed('void') },
  },
  FollowUpReceived: { followUps: [{ followUp: 'f-1', about: 'question', at: minutes(6) }] },
  Withdrawn: { attempt: 2, withdrawn: { followUp: 'f-1' }, ...closed('void') },
  MergedInto: { attempt: 2, mergedInto: { other: 'AAAAAAAAAAAA' }, ...closed('void') },
  MergedFrom: { merged: ['BBBBBBBBBBBB'] },
  MergeUndone: { parted: ['AAAAAAAAAAAA'] },
  IncidentRaised: { incidents: ['i-1'], raised: [{ incident: 'i-1' }] },
  IncidentJoined: { incidents: ['i-1'] },
  PlanFiled: closed('filed', { findings: digestOf('f') }),
  Closed: { closed: { outcome: 'rated-2', at: minutes(6) } },
  Archived: { archived: { folder: '0123456789AB/' } },
  LegalHoldSet: { holds: [{ reason: 'litigation', at: minutes(6), by: 'desk' }] },
  Erased: { erased: { at: minutes(6) } },
};
const TYPES = Object.keys(LEAVES) as Leaving[];

test.for(TYPES)('%s leaves its mark on the ticket', (type) => {
  const before = given(...AWAITING_ALL);
  expect(before).not.toMatchObject(LEAVES[type]);
  expect(after(before, EVERY_EVENT[type])).toMatchObject({ ...LEAVES[type], length: 7, head: digestOf('0') });
});

test.for(TYPES.filter((type) => 'task' in EVERY_EVENT[type] && closes(type)))(
  '%s of a task that was never opened is refused as a broken log',
  (type) => {
    expect(() => given(EVERY_EVENT.ComplaintReceived, EVERY_EVENT[type])).toThrow(/task t, which it never opened/);
  },
);

test.for([
  ['CommandCarriedOut', /command c, which it never ordered/],
  ['CommandFailed', /command c, which it never ordered/],
  ['MessageSent', /message m, which it never intended/],
  ['MessageFailed', /message m, which it never intended/],
] as const)('%s out of nothing is refused as a broken log', ([type, fault]) => {
  expect(() => given(EVERY_EVENT[type])).toThrow(fault);
});

test('a task of core banking ends when its last command is settled, and has failed if one has', () => {
  const order = (command: string): TicketEvent => ({ ...EVERY_EVENT.CommandOrdered, command });
  const ordered = given(opened('t', 'core-banking', { work: 'remedies' }), order('c'), order('d'));
  const failed = after(ordered, EVERY_EVENT.CommandFailed);
  expect(failed.tasks.t?.closed).toBeUndefined();
  expect(after(failed, { ...EVERY_EVENT.CommandCarriedOut, command: 'd' }).tasks.t?.closed?.outcome).toBe(
    'CommandFailed',
  );
});

test('only a ticket parked because its executions were lost begins another when it is resumed', () => {
  const parkedAt = (state: string): TicketEvent => ({ ...EVERY_EVENT.Parked, task: 't', state });
  expect(given(parkedAt('Execution'), EVERY_EVENT.Resumed).attempt).toBe(2);
  expect(given(parkedAt('Triage'), EVERY_EVENT.Resumed).attempt).toBe(1);
});

test('a round that was answered takes its clocks with it, and one that was not leaves them running', () => {
  const answered = given(clock(), EVERY_EVENT.Replied, EVERY_EVENT.Closed, EVERY_EVENT.RoundOpened);
  expect(answered).toMatchObject({ clocks: {}, earlier: [{ clocks: { decide: {} }, replied: { inTime: true } }] });
  expect([answered.replied, answered.closed]).toEqual([undefined, undefined]);
});

test('taken apart again, a ticket that was merged goes on by itself from the top', () => {
  const apart = given(
    clock(),
    EVERY_EVENT.MergedInto,
    EVERY_EVENT.Closed,
    EVERY_EVENT.Archived,
    EVERY_EVENT.MergeUndone,
  );
  expect(apart).toMatchObject({ attempt: 3, parted: ['AAAAAAAAAAAA'], clocks: { decide: { overdue: false } } });
  expect([apart.mergedInto, apart.closed, apart.archived]).toEqual([undefined, undefined, undefined]);
});

test('what comes after the seal opens it', () => {
  const later = given(EVERY_EVENT.Closed, EVERY_EVENT.Archived, EVERY_EVENT.FollowUpReceived);
  expect(later).toMatchObject({ attempt: 2, closed: { outcome: 'rated-2' } });
  expect(later.archived).toBeUndefined();
});

test('what comes between the end and the seal is told of before there is one', () => {
  const later = given(EVERY_EVENT.Closed, EVERY_EVENT.FollowUpReceived);
  expect(later).toMatchObject({ attempt: 2, closed: { outcome: 'rated-2' } });
});

test('an execution of an extension that is lost is not one of the ticket', () => {
  const lost = after(given(...AWAITING_ALL), { ...EVERY_EVENT.ExecutionLost, execution: '0123456789AB-x1-a1' });
  expect(lost).toMatchObject({ attempt: 1, extensions: { x1: { attempt: 2 } } });
});

test('what core banking still does after a ticket was withdrawn is on record, and opens nothing', () => {
  const late = after(given(...AWAITING_ALL, EVERY_EVENT.Withdrawn), EVERY_EVENT.CommandCarriedOut);
  expect(late).toMatchObject({ commands: { c: { state: 'done' } }, tasks: { t: { closed: { outcome: 'void' } } } });
});

const story = fc.array(fc.constantFrom(...TYPES), { maxLength: 30 });
const logOf = (types: readonly TicketEvent['type'][]) =>
  decisions([...AWAITING_ALL, ...types.map((type) => EVERY_EVENT[type])]);

test('reading a log twice, or in two pieces, or after a trip through JSON, gives the same ticket', () => {
  fc.assert(
    fc.property(story, fc.nat({ max: 35 }), (types, cut) => {
      const log = logOf(types);
      const ticket = fold(log);
      expect(fold(log)).toEqual(ticket);
      expect(fold(log.slice(cut), fold(log.slice(0, cut)))).toEqual(ticket);
      expect(fold(JSON.parse(JSON.stringify(log)))).toEqual(ticket);
      expect(JSON.parse(JSON.stringify(ticket))).toEqual(ticket);
    }),
  );
});

test('an event makes a new ticket and leaves the one before as it was', () => {
  for (const type of TYPES) {
    const before = frozen(given(...AWAITING_ALL));
    expect(() => evolve(before, EVERY_EVENT[type], { at, by: 'desk' })).not.toThrow();
  }
  expect(fold([])).toBe(nothingYet);
});

function closes(type: TicketEvent['type']): boolean {
  return !['TaskOpened', 'Parked', 'CommandOrdered', 'AppealAsked', 'CodesRefused'].includes(type);
}

function frozen(ticket: Ticket): Ticket {
  const freeze = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && Object.values(Object.freeze(value)).map(freeze);
  freeze(ticket);
  return ticket;
}
