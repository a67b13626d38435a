import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { asked, at, clock, digestOf, opened, proposed, received, triaged } from './a-ticket.ts';

/** By which a channel knows its post: the one hash that other systems see. */
export const REFERENCE_HASH = digestOf('5');

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
  Closed: { type: 'Closed', outcome: 'rated-2' },
  Archived: { type: 'Archived', folder: '0123456789AB/', manifest: digestOf('6'), retainUntil: at },
};

/** A ticket that waits for everything `EVERY_EVENT` speaks of. */
export const AWAITING_ALL = [
  EVERY_EVENT.ComplaintReceived,
  clock(),
  asked('t', 'lead-1'),
  EVERY_EVENT.CommandOrdered,
  EVERY_EVENT.MessageIntended,
] as const;

function typed<T extends TicketEvent['type']>(type: T, event: TicketEvent): TicketEvent & { type: T } {
  if (event.type !== type) throw new Error(`the sample of ${type} is a ${event.type}`);
  return event as TicketEvent & { type: T };
}
