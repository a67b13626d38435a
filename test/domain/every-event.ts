import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { asked, at, clock, digestOf, minutes, opened, proposed, received, triaged } from './a-ticket.ts';

/** By which a channel knows its post: the one hash that other systems see. */
export const REFERENCE_HASH = digestOf('5');

const DUE = '2026-12-07T16:00:00.000Z';
const LATER = '2026-12-22T16:00:00.000Z';

/** An extension that is asked for. */
const FIRST_EXTENSION: TicketEvent = {
  ...({ type: 'ExtensionProposed', extension: 'x1', clock: 'decide', step: 1, rule: 'cn-decide-30' } as const),
  ...{ from: DUE, dueAt: LATER, level: 'department-head' },
};

/** One event of every type; a type without one does not compile. */
export const EVERY_EVENT: { readonly [T in TicketEvent['type']]: TicketEvent & { type: T } } = {
  ComplaintReceived: typed(
    'ComplaintReceived',
    received({ recused: 'handler-9', category: 'refund', referenceHash: REFERENCE_HASH }),
  ),
  ClockStarted: typed('ClockStarted', clock({ clock: 'transferred', rule: 'cn-transferred-15' })),
  PostConflicted: { type: 'PostConflicted', bodyDigest: digestOf('c'), referenceHash: REFERENCE_HASH },
  Declined: { type: 'Declined', reason: 'no-standing' },
  Triaged: typed('Triaged', triaged()),
  Routed: { type: 'Routed', task: 't', lead: 'marketing', supporting: [], category: 'points', severity: 'simple' },
  MessageIntended: {
    type: 'MessageIntended',
    message: 'm',
    purpose: 'reply',
    template: 'reply-1',
    way: 'sms',
    to: 'complainant',
    locale: 'zh-Hans',
    link: digestOf('d'),
  },
  MessageSent: { type: 'MessageSent', message: 'm', way: 'sms', providerId: 'p-1', parts: 1 },
  MessageFailed: { type: 'MessageFailed', message: 'm', way: 'sms', reason: 'OptedOutException' },
  TaskOpened: typed('TaskOpened', opened('t', 'handler-1')),
  TaskReassigned: { type: 'TaskReassigned', task: 't', from: 'handler-1', to: 'handler-2' },
  Reminded: { type: 'Reminded', task: 't' },
  Transferred: { type: 'Transferred', task: 't', from: 'accounting', to: 'technology', reason: digestOf('e') },
  FindingsFiled: { type: 'FindingsFiled', task: 't', findings: digestOf('f'), totalMinor: 42_050 },
  AnswerGiven: { type: 'AnswerGiven', task: 't', answer: digestOf('f') },
  ProposalMade: typed('ProposalMade', proposed(1)),
  Approved: { type: 'Approved', task: 't', proposal: digestOf('1') },
  Returned: { type: 'Returned', task: 't', reason: digestOf('e') },
  CodesRefused: {
    ...{ type: 'CodesRefused', task: 't', person: 'lead-1', link: digestOf('d'), why: 'wrong-codes' },
  },
  CommandOrdered: { type: 'CommandOrdered', command: 'c', action: 'fee-waiver', task: 't', amountMinor: 42_050 },
  CommandCarriedOut: { type: 'CommandCarriedOut', command: 'c' },
  CommandFailed: { type: 'CommandFailed', command: 'c', reason: 'account-closed' },
  NothingToCarryOut: { type: 'NothingToCarryOut', task: 't' },
  DutyCalled: { type: 'DutyCalled', task: 't' },
  ReplyGateRefused: { type: 'ReplyGateRefused', lacks: ['facts'] },
  ReplyPrepared: { type: 'ReplyPrepared', letter: digestOf('9'), sendAt: at },
  Replied: { type: 'Replied', message: 'm', way: 'sms', inTime: true },
  SurveyAnswered: { type: 'SurveyAnswered', task: 't', score: 2, reason: 'too-slow', comment: digestOf('8') },
  SurveyExpired: { type: 'SurveyExpired', task: 't' },
  AppealAsked: { type: 'AppealAsked', task: 't', grounds: digestOf('7') },
  Parked: { type: 'Parked', task: 'parked-1', state: 'Triage', error: 'NobodyOnRoster' },
  Resumed: { type: 'Resumed', task: 't', reason: digestOf('e') },
  ExecutionLost: { type: 'ExecutionLost', execution: '0123456789AB-r1-a1', status: 'TIMED_OUT' },
  Overdue: { type: 'Overdue', clock: 'decide', dueAt: '2026-12-07T16:00:00.000Z' },
  ClockMarked: { type: 'ClockMarked', clock: 'decide', dueAt: DUE, mark: 'half', rule: 'M1' },
  ClockStopped: { type: 'ClockStopped', clock: 'decide', reason: 'mediation', rule: 'cn-stop-mediation' },
  ClockResumed: { type: 'ClockResumed', clock: 'decide', dueAt: LATER, rule: 'cn-stop-mediation' },
  ClockExtended: {
    ...{ type: 'ClockExtended', clock: 'decide', extension: 'x1', step: 1, rule: 'cn-decide-30', from: DUE },
    dueAt: LATER,
  },
  ClockRestarted: {
    ...{ type: 'ClockRestarted', clock: 'decide', startsAt: minutes(4), dueAt: LATER, rule: 'cn-decide-15' },
    followUp: 'f-2',
  },
  ClockRecounted: {
    ...{ type: 'ClockRecounted', clock: 'decide', from: DUE, dueAt: LATER, rule: 'cn-decide-15', calendar: 'cn-2' },
  },
  ExtensionProposed: {
    ...{ type: 'ExtensionProposed', extension: 'x2', clock: 'decide', step: 2, rule: 'cn-decide-60', from: LATER },
    ...{ dueAt: '2027-01-21T16:00:00.000Z', level: 'head-office', reason: digestOf('e') },
  },
  ExtensionApproved: { type: 'ExtensionApproved', extension: 'x1', task: 't', reason: digestOf('e') },
  ExtensionRefused: { type: 'ExtensionRefused', extension: 'x1', task: 't', reason: digestOf('e') },
  ExtensionVoid: { type: 'ExtensionVoid', extension: 'x1', because: 'too-late' },
  MessageHeld: { type: 'MessageHeld', message: 'm', until: minutes(60), heldFor: 'contact-hours' },
  Called: { type: 'Called', task: 't', message: 'm', dialledAt: minutes(3), outcome: 'reached' },
  Escalated: { type: 'Escalated', task: 't', to: 'head-1', level: 'department-head', rule: 'E2' },
  LevelCovered: { type: 'LevelCovered', task: 't', by: 'r1-v1-a0' },
  AppealRefused: { type: 'AppealRefused', because: 'last-round' },
  RoundOpened: { type: 'RoundOpened', round: 2, because: 'appeal', reason: digestOf('e') },
  FollowUpReceived: {
    ...{ type: 'FollowUpReceived', followUp: 'f-1', about: 'question', text: digestOf('4'), channel: 'app' },
    attachments: 0,
  },
  Withdrawn: { type: 'Withdrawn', followUp: 'f-1' },
  MergedInto: { type: 'MergedInto', other: 'AAAAAAAAAAAA', rule: 'S1' },
  MergedFrom: { type: 'MergedFrom', other: 'BBBBBBBBBBBB', rule: 'S1' },
  MergeUndone: { type: 'MergeUndone', other: 'AAAAAAAAAAAA', reason: digestOf('e') },
  IncidentRaised: { type: 'IncidentRaised', incident: 'i-1', rule: 'J1', tickets: 20 },
  IncidentJoined: { type: 'IncidentJoined', incident: 'i-1', rule: 'J1' },
  PlanFiled: { type: 'PlanFiled', task: 't', plan: digestOf('f') },
  Closed: { type: 'Closed', outcome: 'rated-2' },
  Archived: { type: 'Archived', folder: '0123456789AB/', manifest: digestOf('6'), retainUntil: at },
  LegalHoldSet: { type: 'LegalHoldSet', reason: 'litigation' },
  LegalHoldLifted: { type: 'LegalHoldLifted', reason: 'audit' },
  Erased: { type: 'Erased', retainUntil: at },
};

/** A ticket that waits for everything `EVERY_EVENT` speaks of. */
export const AWAITING_ALL = [
  EVERY_EVENT.ComplaintReceived,
  clock(),
  asked('t', 'lead-1'),
  EVERY_EVENT.CommandOrdered,
  EVERY_EVENT.MessageIntended,
  FIRST_EXTENSION,
] as const;

function typed<T extends TicketEvent['type']>(type: T, event: TicketEvent): TicketEvent & { type: T } {
  if (event.type !== type) throw new Error(`the sample of ${type} is a ${event.type}`);
  return event as TicketEvent & { type: T };
}
