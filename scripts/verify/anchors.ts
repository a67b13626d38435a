import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { canonical } from '../../functions/adapters/digest.ts';
import { type Anchor, type Head, SignedAnchor } from '../../functions/domain/record.ts';
import { BadFile, readPlain } from './files.ts';
import { checkSignature, type Keys, readCanonical } from './keys.ts';

/** What the anchors say of one ticket: hashes by number, and the newest seal. */
export type Anchored = {
  readonly heads: Map<number, Readonly<{ hash: string; date: string }>[]>;
  sealed?: Readonly<NonNullable<Head['sealed']> & { date: string }>;
};

/** `faults`: what is wrong with the anchors themselves; a faulty one proves nothing, and is not used. */
export type Anchors = Readonly<{ ofTicket: ReadonlyMap<string, Anchored>; count: number; faults: readonly string[] }>;

export const NO_ANCHORS: Anchors = { ofTicket: new Map(), count: 0, faults: [] };
export const NOTHING_ANCHORED: Anchored = { heads: new Map() };

const DATED = /^\d{4}-\d{2}-\d{2}\.json$/;

/** Reads the anchors of a folder, each with its signature and its tie to the one before. */
export function readAnchors(folder: string, keys: Keys): Anchors {
  const names = readdirSync(folder)
    .filter((name) => DATED.test(name))
    .sort();
  const ofTicket = new Map<string, Anchored>();
  const faults: string[] = [];
  let before: Readonly<{ date: string; sha256: string }> | undefined;
  for (const name of names) {
    try {
      const date = name.replace('.json', '');
      const { anchor, sha256 } = checked(date, readPlain(join(folder, name)), keys);
      const { previous } = anchor;
      if (before && (previous?.date !== before.date || previous.sha256 !== before.sha256)) {
        faults.push(
          `${name} follows the anchor of ${previous?.date ?? 'no day'}, not that of ${before.date} as it is here`,
        );
      }
      before = { date, sha256 };
      for (const head of anchor.heads) note(ofTicket, head, date);
    } catch (error) {
      if (!(error instanceof BadFile)) throw error;
      faults.push(`${name} ${error.message}`);
    }
  }
  return { ofTicket, count: names.length, faults };
}

function checked(date: string, bytes: Buffer, keys: Keys): Readonly<{ anchor: Anchor; sha256: string }> {
  const { anchor, signature } = readCanonical(bytes, SignedAnchor);
  checkSignature('anchor', Buffer.from(canonical(anchor)), anchor.keyId, signature, keys);
  if (anchor.date !== date) throw new BadFile(`is the anchor of ${anchor.date}`);
  return { anchor, sha256: signature.sha256 };
}

function note(ofTicket: Map<string, Anchored>, { ticket, seq, hash, sealed }: Head, date: string): void {
  const anchored: Anchored = ofTicket.get(ticket) ?? { heads: new Map() };
  anchored.heads.set(seq, [...(anchored.heads.get(seq) ?? []), { hash, date }]);
  if (sealed && sealed.length >= (anchored.sealed?.length ?? 0)) anchored.sealed = { ...sealed, date };
  ofTicket.set(ticket, anchored);
}
