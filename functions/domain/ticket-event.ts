import * as z from 'zod/mini';
import { CLOCK_EVENTS } from './clock-events.ts';
import { Channel, IdentityLevel, Kind, Locale, Money, Standing, Tier, Way } from './complaint-posted.ts';
import {
  At,
  Because,
  BY_PERSON,
  Count,
  Digest,
  event,
  Id,
  Lane,
  Minor,
  Purpose,
  Severity,
  Work,
} from './event-words.ts';
import { RECORD_EVENTS } from './record-events.ts';
import { REACHING_EVENTS, ROUND_EVENTS } from './round-events.ts';

/** Everything that can be decided about a ticket. Codes, ids, amounts and salted digests only: text lives in the case file. */
export const TicketEvent = z.discriminatedUnion('type', [
  ...CLOCK_EVENTS,
  ...ROUND_EVENTS,
  ...REACHING_EVENTS,
  ...RECORD_EVENTS,
  // intake
  event('ComplaintReceived', {
    kind: Kind,
    channel: Channel,
    referenceDigest: Digest,
    /** By which the channel knows its post in public events; see docs/events/README.md. */
    referenceHash: z.optional(Digest),
    bodyDigest: Digest,
    pack: z.string(),
    locale: Locale,
    zone: z.string(),
    preferredWay: Way,
    standing: Standing,
    identity: IdentityLevel,
    tier: Tier,
    category: z.optional(z.string()),
    /** Of tickets received before it was left to the case file. */
    amount: z.optional(Money),
    passedOnBy: z.optional(z.string()),
    publicPost: z.boolean(),
    /** The person on the roster who must not handle it. */
    recused: z.optional(Id),
    /** Required particulars the post did not hold; to be asked for, never a reason to refuse. */
    missing: z.array(z.string()),
  }),
  event('PostConflicted', { bodyDigest: Digest, referenceHash: z.optional(Digest) }),
  event('Declined', { reason: z.literal('no-standing') }),
  // triage and routing
  event('Triaged', {
    category: z.string(),
    severity: Severity,
    urgent: z.boolean(),
    lane: Lane,
    lead: Id,
    supporting: z.array(Id),
    /** The answer library's entry, in the on-the-spot lane. */
    answer: z.optional(z.string()),
    because: z.array(Because),
  }),
  event('Routed', {
    task: Id,
    lead: Id,
    supporting: z.array(Id),
    category: z.string(),
    severity: Severity,
    ...BY_PERSON,
  }),
  // messages: the intent before, the result after
  event('MessageIntended', {
    message: Id,
    purpose: Purpose,
    template: z.string(),
    way: Way,
    /** `complainant`, or a roster id. */
    to: Id,
    locale: Locale,
    /** SHA-256 of the link's token. */
    link: z.optional(Digest),
    task: z.optional(Id),
    possibleDuplicate: z.optional(z.literal(true)),
    /** The how manieth time it is tried by every way, from the second on. */
    time: z.optional(Count),
  }),
  event('MessageSent', { message: Id, way: Way, providerId: z.string(), parts: z.optional(z.int()) }),
  event('MessageFailed', { message: Id, way: Way, reason: z.string() }),
  // tasks
  event('TaskOpened', {
    task: Id,
    work: Work,
    department: z.optional(Id),
    level: z.optional(Id),
    /** Whose task it is: a roster id, or `complainant`, `core-banking`. */
    person: Id,
    /** The absent person whose deputy this is. */
    actingFor: z.optional(Id),
    /** What is put before the person: the digest of the proposal. */
    proposal: z.optional(Digest),
    dueAt: z.optional(At),
  }),
  event('Reminded', { task: Id }),
  /** The person left, or is away: another takes the task, and the links of the one before open nothing more. */
  event('TaskReassigned', {
    task: Id,
    from: Id,
    to: Id,
    because: z.optional(z.enum(['absent', 'left', 'delegated', 'escalated'])),
    /** The deputy's or delegate's principal, named in the record. */
    actingFor: z.optional(Id),
    ...BY_PERSON,
  }),
  event('Transferred', { task: Id, from: Id, to: Id, reason: Digest, ...BY_PERSON }),
  event('FindingsFiled', { task: Id, findings: Digest, totalMinor: Minor, ...BY_PERSON }),
  event('AnswerGiven', { task: Id, answer: Digest, ...BY_PERSON }),
  event('ProposalMade', {
    version: z.int(),
    proposal: Digest,
    totalMinor: Minor,
    levels: z.array(z.string()),
    because: Because,
    remedies: z.array(z.strictObject({ remedy: Id, kind: z.string(), amountMinor: Minor })),
  }),
  event('Approved', { task: Id, proposal: Digest, ...BY_PERSON }),
  event('Returned', { task: Id, reason: Digest, ...BY_PERSON }),
  /** By a link of that person somebody guessed at codes, or asked for more than are sent: told once a day for each reason. */
  event('CodesRefused', {
    task: z.optional(Id),
    person: Id,
    link: Digest,
    why: z.enum(['wrong-codes', 'codes-of-link', 'codes-of-person']),
  }),
  // core banking
  event('CommandOrdered', { command: Id, action: z.string(), task: Id, amountMinor: z.optional(Minor) }),
  event('CommandCarriedOut', { command: Id }),
  event('CommandFailed', { command: Id, reason: z.string() }),
  event('NothingToCarryOut', { task: Id }),
  event('DutyCalled', { task: Id }),
  // reply
  event('ReplyGateRefused', { lacks: z.array(z.string()) }),
  event('ReplyPrepared', { letter: Digest, sendAt: At, heldFor: z.optional(z.literal('contact-hours')) }),
  event('Replied', {
    message: Id,
    way: Way,
    inTime: z.boolean(),
    /** When it was sent or dialled, where this log learned of it later. */
    givenAt: z.optional(At),
  }),
  // survey
  event('SurveyAnswered', {
    task: Id,
    score: z.int().check(z.minimum(1), z.maximum(5)),
    reason: z.optional(z.string()),
    comment: z.optional(Digest),
  }),
  event('SurveyExpired', { task: Id }),
  // when things go wrong
  event('Parked', { task: Id, state: z.string(), error: z.string() }),
  event('Resumed', { task: Id, reason: Digest, ...BY_PERSON }),
  event('ExecutionLost', { execution: z.string(), status: z.string() }),
  // the end
  event('Closed', { outcome: z.string() }),
  event('Archived', { folder: z.string(), manifest: Digest, retainUntil: At }),
]);
export type TicketEvent = z.infer<typeof TicketEvent>;

/** One item of the log: what was decided at one instant by one person or part of the system; all of it or none. */
export const Decision = z.strictObject({
  v: z.literal(1),
  at: At,
  by: Id,
  events: z.array(TicketEvent).check(z.minLength(1)),
  prev: Digest,
  hash: Digest,
});
export type Decision = z.infer<typeof Decision>;
