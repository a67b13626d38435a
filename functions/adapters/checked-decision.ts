import { Decision } from '../domain/ticket-event.ts';

const KNOWN_AT_MOST = 1_000;
const known = new Map<string, Decision>();

/** A log is read again with each thing that happens to its ticket: what was checked once, to the letter, is not checked again. */
export function checked(item: Decision): Decision {
  const text = JSON.stringify(item);
  const decision = known.get(text) ?? Decision.parse(item);
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(text, decision);
  return decision;
}
