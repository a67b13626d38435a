import * as z from 'zod/mini';
import { Channel } from './complaint-posted.ts';
import { At, BY_PERSON, Count, Digest, event, Id } from './event-words.ts';

export const About = z.enum(['question', 'evidence', 'new-facts', 'withdrawal', 'objection']);
export type About = z.infer<typeof About>;

/** What happens to a ticket beside its own way: it is taken up again, joined to another, withdrawn, or part of something larger. */
export const ROUND_EVENTS = [
  event('AppealAsked', {
    /** The survey in which it was asked for. */
    task: z.optional(Id),
    via: z.optional(z.enum(['survey', 'letter', 'channel'])),
    grounds: z.optional(Digest),
  }),
  event('AppealRefused', { because: z.enum(['last-round', 'too-late']) }),
  /** Other people begin again; what the round before found and said stays readable. */
  event('RoundOpened', {
    round: Count,
    because: z.enum(['appeal', 'reputation', 'principle']),
    reason: z.optional(Digest),
    ...BY_PERSON,
  }),
  /** A word that comes later, from the complainant or a channel. */
  event('FollowUpReceived', {
    followUp: Id,
    about: About,
    text: z.optional(Digest),
    channel: z.optional(Channel),
    attachments: z.int(),
  }),
  event('Withdrawn', { followUp: Id }),
  // the same matter of the same cardholder
  event('MergedInto', { other: Id, rule: Id }),
  event('MergedFrom', { other: Id, rule: Id }),
  /** `reason`: what a person wrote; none where one of the two was withdrawn. */
  event('MergeUndone', { other: Id, reason: z.optional(Digest), ...BY_PERSON }),
  // a matter of many, or of the public
  event('IncidentRaised', { incident: Id, rule: Id, tickets: Count }),
  event('IncidentJoined', { incident: Id, rule: Id }),
  event('PlanFiled', { task: Id, plan: Digest, ...BY_PERSON }),
] as const;

/** How a message finds its hour and its way, and how a task finds its person. */
export const REACHING_EVENTS = [
  /** It waits for the hours in which the complainant may be disturbed, and goes before its deadline all the same. */
  event('MessageHeld', { message: Id, until: At, heldFor: z.literal('contact-hours') }),
  /** The desk dialled: that is the act, whoever answers. */
  event('Called', {
    task: Id,
    message: Id,
    dialledAt: At,
    outcome: z.enum(['reached', 'no-answer', 'wrong-number', 'declined-to-talk']),
    ...BY_PERSON,
  }),
  /** Beside the person whose task it is, somebody higher may do it now. */
  event('Escalated', { task: Id, to: Id, level: Id, rule: Id }),
  /** Somebody of this level, or above, has agreed to this proposal already, in another's place: by that task. */
  event('LevelCovered', { task: Id, by: Id }),
] as const;
