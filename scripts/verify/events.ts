import { genesis } from '../../functions/adapters/chain.ts';
import { canonical, sha256 } from '../../functions/adapters/digest.ts';
import type { Anchored } from './anchors.ts';
import { linesOf, textOf } from './files.ts';

/** `seq`: the number of the first decision that is wrong, counted from 1; 0 where the fault is none of a decision. */
export type FirstBad = Readonly<{ seq: number; reason: string }>;

/** What is known of a ticket's decisions from elsewhere. `hashes`: of a manifest whose signature holds. */
export type Known = Readonly<{ ticket: string; hashes?: readonly string[]; anchored: Anchored }>;

export type EventsFound = Readonly<{ firstBad?: FirstBad; length: number; sha256?: string }>;

class Fault extends Error {}

/** Reads the decisions in order and stops at the first that cannot be the one that was made. */
export function checkEvents(path: string, known: Known): EventsFound {
  const lines = linesOf(path);
  try {
    return checkLines(lines, known);
  } finally {
    // Else the file of each bad ticket stays open, and a big archive has more of them than a process may open.
    lines.return('');
  }
}

function checkLines(lines: ReturnType<typeof linesOf>, known: Known): EventsFound {
  let [seq, before] = [0, genesis(known.ticket)];
  for (;;) {
    const { value, done } = lines.next();
    if (done) {
      const firstBad = missing(seq, known);
      return { length: seq, sha256: value, ...(firstBad && { firstBad }) };
    }
    seq += 1;
    try {
      if (!value.isWhole) throw new Fault('its line is cut off, or too long');
      before = checkLine(value.bytes, seq, before);
      checkKnown(before, seq, known);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return { length: seq, firstBad: { seq, reason: error.message } };
    }
  }
}

/** What stands at this place by itself: written as we write it, as it was hashed, and behind the one before it. */
function checkLine(bytes: Buffer, seq: number, before: string): string {
  const { seq: place, hash, ...body } = parsed(bytes);
  if (place !== seq) throw new Fault(`decision ${JSON.stringify(place)?.slice(0, 20)} stands in its place`);
  if (hash !== sha256(canonical(body))) throw new Fault('it is not what was hashed');
  if (body.prev !== before) {
    throw new Fault(seq === 1 ? 'it does not begin the log of this ticket' : `it does not follow decision ${seq - 1}`);
  }
  return hash;
}

function parsed(bytes: Buffer): Record<string, unknown> {
  try {
    const text = textOf(bytes);
    const value: unknown = JSON.parse(text);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new Fault('it is no JSON object');
    if (canonical(value) !== text) throw new Fault('it is not written as it was sealed');
    return value as Record<string, unknown>;
  } catch (cause) {
    // Also of what is nested deeper than anybody can follow.
    throw cause instanceof Fault ? cause : new Fault('it is no JSON', { cause });
  }
}

function checkKnown(hash: string, seq: number, { hashes, anchored }: Known): void {
  const signed = hashes?.[seq - 1];
  if (hashes && signed === undefined) throw new Fault(`only ${hashes.length} decisions were sealed`);
  if (hashes && signed !== hash) throw new Fault('it is not the one that was sealed');
  for (const other of anchored.heads.get(seq) ?? []) {
    if (other.hash !== hash) throw new Fault(`it is not the one in the anchor of ${other.date}`);
  }
}

/** The first decision behind the end of the file, if there must be one. */
function missing(length: number, { hashes, anchored: { heads, sealed } }: Known): FirstBad | undefined {
  const gone = (reason: string) => ({ seq: length + 1, reason: `it is missing: ${reason}` });
  if (hashes && hashes.length > length) return gone(`${hashes.length} decisions were sealed`);
  if (sealed && sealed.length > length)
    return gone(`the anchor of ${sealed.date} says that ${sealed.length} were sealed`);
  if (length === 0) return gone('there is no decision at all');
  // What was decided after the sealing is no part of it; without a signature nobody knows what was sealed.
  const isSealed = hashes !== undefined || sealed?.length === length;
  const [seq] = isSealed ? [] : [...heads.keys()].filter((one) => one > length).sort((a, b) => a - b);
  return seq === undefined ? undefined : gone(`the anchor of ${heads.get(seq)?.[0]?.date} holds decision ${seq}`);
}
