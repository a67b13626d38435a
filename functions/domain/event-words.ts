import * as z from 'zod/mini';

/** The words that events are written in. */

export const Id = z.string().check(z.minLength(1), z.maxLength(120));
export const At = z.iso.datetime();
export const Digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export const Minor = z.int().check(z.nonnegative());
export const Count = z.int().check(z.positive());

export const Severity = z.enum(['simple', 'complex', 'major']);
export type Severity = z.infer<typeof Severity>;

/** The way a ticket takes. `desk`: no rule can route it, so people at the triage desk do. */
export const Lane = z.enum(['urgent', 'standard', 'on-the-spot', 'light', 'desk']);
export type Lane = z.infer<typeof Lane>;

/** The kinds of work a ticket waits for. One open task is one thing that somebody, or some system, still owes. */
export const Work = z.enum([
  'protect',
  'route',
  'investigate',
  'answer',
  'approve',
  'remedies',
  'survey',
  'parked',
  // beside the way: the ticket goes on meanwhile
  'extend',
  'call',
  'plan',
]);
export type Work = z.infer<typeof Work>;

/** What people of the bank are told, but for their codes. */
export const TO_STAFF = [
  'work-link',
  'work-reminder',
  'duty-call',
  'desk-link',
  'approval-link',
  'acting-for-link',
  'escalation',
  'date-near',
  'date-passed',
  'extension-link',
  'call-link',
  'follow-up',
  'incident',
] as const;

export const Purpose = z.enum([
  // to the complainant
  'acknowledgement',
  'security-advice',
  'declined',
  'card-protected',
  'still-working',
  'extension-notice',
  'clock-stopped',
  'clock-restarted',
  'merged',
  'withdrawn',
  'reply',
  'survey',
  'survey-reminder',
  ...TO_STAFF,
  'code',
]);
export type Purpose = z.infer<typeof Purpose>;

/** How it was made sure that the person decided, and not whoever held their link: a code sent to their phone. */
export const Confirmed = z.enum(['code']);
export type Confirmed = z.infer<typeof Confirmed>;

/** Of an event that somebody of the bank causes at a page. What came before codes were asked for it has none. */
export const BY_PERSON = { confirmed: z.optional(Confirmed) };

/** Why a table answered as it did: the rule that matched, and those above it that did not. */
export const Because = z.strictObject({
  question: z.string(),
  table: z.string(),
  version: z.string(),
  rule: z.string(),
  passedOver: z.array(z.string()),
});
export type Because = z.infer<typeof Because>;

export const event = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });
