import * as z from 'zod/mini';
import { At, event } from './event-words.ts';

/** Why records are kept beyond their time. A code: what the matter is lies with whoever asked for it. */
export const HoldReason = z.enum(['litigation', 'regulator', 'investigation', 'audit']);
export type HoldReason = z.infer<typeof HoldReason>;

/** What happens to the record itself, after everything else. */
export const RECORD_EVENTS = [
  event('LegalHoldSet', { reason: HoldReason }),
  event('LegalHoldLifted', { reason: HoldReason }),
  /** The retention was over, and nothing personal is left: what stays are the events, with digests that nobody can open. */
  event('Erased', { retainUntil: At }),
] as const;
