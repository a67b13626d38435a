import * as z from 'zod/mini';
import { At, BY_PERSON, Count, Digest, event, Id } from './event-words.ts';

/** The date counts days of a year that nobody has published: to be looked at again. */
const Uncertain = z.optional(z.literal(true));

/** What happens to the dates of a ticket. A stop or an extension of one clock never moves another. */
export const CLOCK_EVENTS = [
  event('ClockStarted', {
    clock: Id,
    startsAt: At,
    dueAt: At,
    rule: z.string(),
    uncertain: Uncertain,
  }),
  /** A mark of the clock has passed, and those whom the table names are told. The same mark comes again with a new date. */
  event('ClockMarked', { clock: Id, dueAt: At, mark: Id, rule: Id }),
  event('Overdue', { clock: Id, dueAt: At }),
  /** Only for a reason that the pack names. */
  event('ClockStopped', {
    clock: Id,
    reason: Id,
    rule: Id,
    /** The message by which the complainant is told, where the rule wants it: it counts from when that went out. */
    notice: z.optional(Id),
    ...BY_PERSON,
  }),
  event('ClockResumed', {
    clock: Id,
    dueAt: At,
    rule: Id,
    uncertain: Uncertain,
    /** From when the stop counted, where the complainant was told later than it began. */
    from: z.optional(At),
    /** They were not told in time: it counted for nothing. */
    untold: z.optional(z.literal(true)),
    ...BY_PERSON,
  }),
  /** The date moves: the extension was approved and told before the old date. */
  event('ClockExtended', {
    clock: Id,
    extension: Id,
    step: Count,
    rule: Id,
    from: At,
    dueAt: At,
    uncertain: Uncertain,
  }),
  /** New facts, as a person found (`reason`: salted digest of what they wrote): the clock runs anew from them. */
  event('ClockRestarted', {
    clock: Id,
    startsAt: At,
    dueAt: At,
    rule: Id,
    followUp: Id,
    reason: z.optional(Digest),
    uncertain: Uncertain,
    ...BY_PERSON,
  }),
  /** A year that nobody had published when it was counted is published now: the date is certain, and may be another. */
  event('ClockRecounted', {
    clock: Id,
    from: At,
    dueAt: At,
    rule: Id,
    /** With its version: `eu-2`. */
    calendar: Id,
  }),
  // an extension, from its proposal to the date that moves, or to nothing
  event('ExtensionProposed', {
    extension: Id,
    clock: Id,
    step: Count,
    rule: Id,
    from: At,
    dueAt: At,
    uncertain: Uncertain,
    /** Who must agree, by the pack. */
    level: Id,
    /** Salted digest of the reason. The watch gives none but the date. */
    reason: z.optional(Digest),
    ...BY_PERSON,
  }),
  event('ExtensionApproved', { extension: Id, task: Id, reason: z.optional(Digest), ...BY_PERSON }),
  event('ExtensionRefused', { extension: Id, task: Id, reason: z.optional(Digest), ...BY_PERSON }),
  /**
   * It came to nothing, and the date stands. `moved`: the clock has another date by now; `lost`: its executions ended too
   * often before anybody could be asked, or told.
   */
  event('ExtensionVoid', {
    extension: Id,
    because: z.enum(['too-late', 'not-told', 'replied', 'closed', 'moved', 'stopped', 'lost']),
  }),
] as const;
