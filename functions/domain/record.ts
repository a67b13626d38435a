import * as z from 'zod/mini';
import { At, Count, Digest } from './event-words.ts';

/** What is sealed of a ticket, as a third party reads it; docs/record.md says how to check it. */

export const TicketNumber = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{12}$/));

/** Signed. It names the hash of every decision, so that one that was changed is known by its number, whoever hashed anew. */
export const Manifest = z.strictObject({
  kind: z.literal('manifest'),
  v: z.literal(1),
  ticket: TicketNumber,
  /** The ARN of the key that signs it. */
  keyId: z.string(),
  length: Count,
  head: Digest,
  hashes: z.array(Digest),
  closedAt: z.optional(At),
  retainUntil: At,
  /** SHA-256 of each part. */
  files: z.strictObject({ 'events.jsonl': Digest, 'personal.json.enc': Digest }),
});
export type Manifest = z.infer<typeof Manifest>;

/** Over the bytes of what it names, which lies beside it. Whatever it says of its key, that says too, or the key itself. */
export const Signature = z.strictObject({
  v: z.literal(1),
  signed: z.string(),
  algorithm: z.literal('ECDSA_SHA_256'),
  keyId: z.string(),
  /** SHA-256 of the public key, in DER. */
  fingerprint: Digest,
  publicKey: z.string(),
  sha256: Digest,
  signature: z.string(),
});
export type Signature = z.infer<typeof Signature>;

/**
 * Signed. The heads of all logs that changed on a day, and what was sealed of them by then. Each anchor names the one
 * before, so that none can be taken out of their row.
 */
export const Anchor = z.strictObject({
  kind: z.literal('anchor'),
  v: z.literal(1),
  date: z.iso.date(),
  keyId: z.string(),
  previous: z.optional(z.strictObject({ date: z.iso.date(), sha256: Digest })),
  heads: z.array(
    z.strictObject({
      ticket: TicketNumber,
      seq: Count,
      hash: Digest,
      sealed: z.optional(z.strictObject({ length: Count, manifest: Digest, retainUntil: At })),
    }),
  ),
});
export type Anchor = z.infer<typeof Anchor>;

/** An anchor as it lies in the archive: one object, so that none is ever without its signature. */
export const SignedAnchor = z.strictObject({ anchor: Anchor, signature: Signature });
export type SignedAnchor = z.infer<typeof SignedAnchor>;
export type Head = Anchor['heads'][number];
