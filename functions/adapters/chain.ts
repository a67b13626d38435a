import type { Decision, TicketEvent } from '../domain/ticket-event.ts';
import { canonical, sha256 } from './digest.ts';

export type Draft = Readonly<{ at: string; by: string; events: readonly TicketEvent[] }>;

/** What the first decision of a ticket points back to. */
export const genesis = (ticket: string): string => sha256(`ticket:${ticket}`);

/** A decision with its link in the chain: SHA-256 over the canonical JSON of all of it, with the hash before. */
export function chained(draft: Draft, prev: string): Decision {
  const body = { v: 1 as const, at: draft.at, by: draft.by, events: [...draft.events], prev };
  return { ...body, hash: sha256(canonical(body)) };
}

/** Whether a decision is what was hashed, and follows the one before. */
export function holds({ hash, ...body }: Decision, prev: string): boolean {
  return body.prev === prev && sha256(canonical(body)) === hash;
}
