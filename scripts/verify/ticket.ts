import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Manifest, Signature, TicketNumber } from '../../functions/domain/record.ts';
import { type Anchored, NOTHING_ANCHORED } from './anchors.ts';
import { checkEvents, type FirstBad } from './events.ts';
import { BadFile, readPlain, sha256Of, statOf } from './files.ts';
import { checkSignature, type Keys, readCanonical } from './keys.ts';

export type Verdict = Readonly<{ ticket: string; ok: boolean; firstBad: FirstBad | null }>;

export type Against = Readonly<{
  keys: Keys;
  anchoredOf: (ticket: string) => Anchored | undefined;
  /** The personal part may be gone: it was erased when its time was over. */
  personalErased?: boolean;
}>;

export const PARTS = ['events.jsonl', 'manifest.json', 'signature.json', 'personal.json.enc'] as const;
const [EVENTS, MANIFEST, SIGNATURE, PERSONAL] = PARTS;

const bad = (ticket: string, firstBad: FirstBad): Verdict => ({ ticket, ok: false, firstBad });

/** The manifest as far as it can be relied on, and the first thing that is wrong with the seal, if anything is. */
type Seal = Readonly<{ manifest?: Manifest; bytes?: Buffer; isSigned: boolean; fault?: string }>;

/** One ticket's folder. The first decision that is wrong is named; only if none is, what else is. */
export function verifyTicket(folder: string, against: Against): Verdict {
  const name = basename(folder);
  if (!statOf(folder)?.isDirectory()) return bad(name, { seq: 0, reason: 'it is no plain folder' });
  const seal = readSeal(folder, against.keys);
  // A copy may be called anything; a number is what the folder must hold.
  const isNumber = TicketNumber.safeParse(name).success;
  const ticket = isNumber ? name : (seal.manifest?.ticket ?? name);
  if (!TicketNumber.safeParse(ticket).success) return bad(ticket, { seq: 0, reason: `${name} is no ticket's number` });

  const isOther = seal.manifest && seal.manifest.ticket !== ticket;
  const anchored = against.anchoredOf(ticket) ?? NOTHING_ANCHORED;
  const hashes = seal.isSigned && !isOther ? seal.manifest?.hashes : undefined;
  try {
    if (!statOf(join(folder, EVENTS))) return bad(ticket, { seq: 1, reason: `${EVENTS} is missing` });
    const { firstBad, sha256 } = checkEvents(join(folder, EVENTS), { ticket, hashes, anchored });
    if (firstBad) return bad(ticket, firstBad);
    const fault =
      seal.fault ??
      (isOther ? `${MANIFEST} is that of ${seal.manifest?.ticket}` : undefined) ??
      faultOfParts(folder, seal, sha256, against) ??
      faultOfAnchored(seal, anchored) ??
      faultOfOthers(folder);
    return fault ? bad(ticket, { seq: 0, reason: fault }) : { ticket, ok: true, firstBad: null };
  } catch (error) {
    if (error instanceof BadFile) return bad(ticket, { seq: 0, reason: `${EVENTS} ${error.message}` });
    throw error;
  }
}

function readSeal(folder: string, keys: Keys): Seal {
  const read = (part: string) => named(part, () => readPlain(join(folder, part)));
  let found: Seal = { isSigned: false };
  try {
    const bytes = read(MANIFEST);
    const manifest = named(MANIFEST, () => readCanonical(bytes, Manifest));
    found = { bytes, manifest, isSigned: false };
    named(SIGNATURE, () =>
      checkSignature(
        MANIFEST,
        bytes,
        manifest.keyId,
        readCanonical(readPlain(join(folder, SIGNATURE)), Signature),
        keys,
      ),
    );
    const { length, head, hashes } = manifest;
    if (hashes.length !== length || hashes.at(-1) !== head) throw new BadFile(`${MANIFEST} contradicts itself`);
    return { bytes, manifest, isSigned: true };
  } catch (error) {
    if (error instanceof BadFile) return { ...found, fault: error.message };
    throw error;
  }
}

function named<T>(part: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw cause instanceof BadFile ? new BadFile(`${part} ${cause.message}`, { cause }) : cause;
  }
}

function faultOfParts(folder: string, { manifest }: Seal, events: string | undefined, { personalErased }: Against) {
  if (!manifest) return undefined;
  if (events !== manifest.files[EVENTS]) return `${EVENTS} is not as it was sealed`;
  if (personalErased && !statOf(join(folder, PERSONAL))) return undefined;
  try {
    const isSealed = sha256Of(readPlain(join(folder, PERSONAL))) === manifest.files[PERSONAL];
    return isSealed ? undefined : `${PERSONAL} is not as it was sealed`;
  } catch (error) {
    if (error instanceof BadFile) return `${PERSONAL} ${error.message}`;
    throw error;
  }
}

/** As long as the newest seal that was anchored, and yet another: an older one was put in its place. */
function faultOfAnchored({ manifest, bytes }: Seal, { sealed }: Anchored): string | undefined {
  if (!manifest || !bytes || manifest.length !== sealed?.length || sha256Of(bytes) === sealed.manifest)
    return undefined;
  return `${MANIFEST} is not the one in the anchor of ${sealed.date}`;
}

function faultOfOthers(folder: string): string | undefined {
  const parts: readonly string[] = PARTS;
  const others = readdirSync(folder).filter((name) => !name.startsWith('.') && !parts.includes(name));
  return others.length > 0 ? `${others[0]} was never sealed` : undefined;
}
