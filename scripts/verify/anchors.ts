import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { canonical } from '../../functions/adapters/digest.ts';
import { type Anchor, type Head, SignedAnchor } from '../../functions/domain/record.ts';
import { BadFile, readPlain, statOf } from './files.ts';
import { checkSignature, type Keys, readCanonical } from './keys.ts';

/** What the anchors say of one ticket: hashes by number, and the newest seal. */
export type Anchored = {
  readonly heads: Map<number, Readonly<{ hash: string; date: string }>[]>;
  sealed?: Readonly<NonNullable<Head['sealed']> & { date: string }>;
};

/**
 * `faults`: what is wrong with the anchors themselves; a faulty one proves nothing, and is not used. `folder`: where they
 * were looked for. `first`, `last`: their days.
 */
export type Anchors = Readonly<{
  ofTicket: ReadonlyMap<string, Anchored>;
  count: number;
  faults: readonly string[];
  folder?: string;
  first?: string;
  last?: string;
}>;
type Before = Readonly<{ date: string; sha256: string }>;

export const NO_ANCHORS: Anchors = { ofTicket: new Map(), count: 0, faults: [] };
export const NOTHING_ANCHORED: Anchored = { heads: new Map() };

const DATED = /^\d{4}-\d{2}-\d{2}\.json$/;

/**
 * Reads the anchors of a folder, each with its signature and its tie to the one before. Whoever asks for anchors is told
 * that there are none, and that they do not begin at the beginning; `since`: or on which day they may.
 */
export function readAnchors(folder: string, keys: Keys, since?: string): Anchors {
  const ofTicket = new Map<string, Anchored>();
  const found = statOf(folder);
  if (!found?.isDirectory()) {
    const fault = found ? `${folder} is no plain folder` : `there is no folder ${folder}`;
    return { ofTicket, count: 0, folder, faults: [`anchors: ${fault}`] };
  }
  const all = readdirSync(folder).sort();
  const names = all.filter((name) => DATED.test(name));
  const faults = all.filter((name) => !names.includes(name)).map((name) => `anchors: ${name} is no anchor`);
  if (!names.some((name) => dateOf(name) >= (since ?? ''))) {
    faults.push(`anchors: there is none${since ? ` since ${since}` : ''} in ${folder}`);
  }
  let before: Before | undefined;
  for (const name of names) {
    try {
      const date = dateOf(name);
      const { anchor, sha256 } = checked(date, readPlain(join(folder, name)), keys);
      const fault = before ? notBehind(anchor, before) : notFirst(anchor, since);
      if (fault) faults.push(`anchors: ${name} ${fault}`);
      before = { date, sha256 };
      for (const head of anchor.heads) note(ofTicket, head, date);
    } catch (error) {
      if (!(error instanceof BadFile)) throw error;
      faults.push(`anchors: ${name} ${error.message}`);
    }
  }
  const [first, last] = [names[0], names.at(-1)].map((name) => name && dateOf(name));
  return { ofTicket, count: names.length, faults, folder, first, last };
}

const dateOf = (name: string): string => name.replace('.json', '');

function notBehind({ previous }: Anchor, before: Before): string | undefined {
  if (previous?.date === before.date && previous.sha256 === before.sha256) return undefined;
  return `follows the anchor of ${previous?.date ?? 'no day'}, not that of ${before.date} as it is here`;
}

/** The first of all has none before it. With the one before are gone the heads and the seals that it held. */
function notFirst({ previous }: Anchor, since: string | undefined): string | undefined {
  if (!previous || (since && previous.date < since)) return undefined;
  return `follows the anchor of ${previous.date}, which is missing`;
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
