import * as z from 'zod/mini';
import { Attachment, ComplaintPosted } from './complaint-posted.ts';
import { Likeness } from './likeness.ts';

/**
 * The case file: cardholder data and all free text of a ticket, apart from its log.
 * The complaint is part `complaint`; every other text is a part under its salted digest, by which the log names it.
 */

/** Part `complaint`: the masked post as it was accepted, the salt of every digest the log holds of this ticket, and
 * an HMAC of channel and reference as they were written. `likeness`: by what it is compared; files of before have none. */
export const Complaint = z.strictObject({
  salt: z.string(),
  pair: z.string(),
  post: ComplaintPosted,
  likeness: z.optional(Likeness),
});
export type Complaint = z.infer<typeof Complaint>;

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

export const Liability = z.enum(['bank', 'customer', 'third-party', 'shared', 'none']);
export type Liability = z.infer<typeof Liability>;
export const EvidenceKind = z.enum([
  'transaction-record',
  'system-log',
  'customer-file',
  'marketing-material',
  'call-recording',
  'other',
]);
export const BasisKind = z.enum(['law', 'regulator', 'internal-rule', 'contract']);
export const RemedyKind = z.enum(['account-adjustment', 'fee-waiver', 'apology', 'process-fix', 'coaching']);
export type RemedyKind = z.infer<typeof RemedyKind>;
export const Verdict = z.enum(['accept', 'part', 'reject']);
export const RootCause = z.enum(['process', 'system', 'staff', 'product', 'third-party', 'customer', 'none']);

/** What a department found, as it filed it. Its limits keep the proposal of seven departments under what one item holds. */
export const Findings = z.strictObject({
  facts: text(3_000),
  evidence: z
    .array(z.strictObject({ kind: EvidenceKind, reference: text(200) }))
    .check(z.minLength(1), z.maxLength(20)),
  liability: Liability,
  basis: z.array(z.strictObject({ kind: BasisKind, citation: text(300) })).check(z.minLength(1), z.maxLength(10)),
  /** One for each demand of the complaint, in its order. */
  answers: z.array(z.strictObject({ verdict: Verdict, reason: text(1_000) })),
  remedies: z
    .array(z.strictObject({ kind: RemedyKind, amountMinor: z.int().check(z.nonnegative(), z.maximum(1e12)) }))
    .check(z.maxLength(10)),
  rootCause: RootCause,
});
export type Findings = z.infer<typeof Findings>;

/** What goes before the managers, with the findings it rests on, lead first. */
export const Proposal = z.strictObject({
  version: z.int(),
  currency: z.string(),
  totalMinor: z.int(),
  findings: z.array(z.strictObject({ task: z.string(), department: z.string(), by: z.string(), findings: Findings })),
});
export type Proposal = z.infer<typeof Proposal>;

/** What somebody wrote: an answer, a reason, a note; and what a channel says was attached to it. */
export const Text = z.strictObject({
  text: text(4_000),
  attachments: z.optional(z.array(Attachment)),
});
export type Text = z.infer<typeof Text>;

/** The reply, in the cardholder's locale, ready to be shown and sealed. */
export const Letter = z.strictObject({
  locale: z.string(),
  writtenAt: z.iso.datetime(),
  facts: z.array(z.string()),
  basis: z.array(z.string()),
  answers: z.array(z.strictObject({ demand: z.string(), verdict: Verdict, reason: z.string() })),
  remedies: z.array(z.strictObject({ kind: RemedyKind, amountMinor: z.int(), state: z.enum(['done', 'under-way']) })),
  /** Ids of the ways open to a customer who does not agree, from the pack. */
  furtherWays: z.array(z.string()),
});
export type Letter = z.infer<typeof Letter>;
