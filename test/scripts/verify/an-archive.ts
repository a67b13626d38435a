import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { genesis } from '../../../functions/adapters/chain.ts';
import { canonical, sha256 } from '../../../functions/adapters/digest.ts';

const KEY_ID = 'arn:aws:kms:local:000000000000:key/sample';
const AT = '2026-03-02T01:00:00.000Z';
const RETAIN_UNTIL = '2999-01-01T00:00:00.000Z';
export const DAYS = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-09'] as const;

/** The number of the nth ticket. */
export const numbered = (nth: number): string => `SAMPE0${String(nth).padStart(6, '0')}`;

/**
 * An archive as the desk leaves it, in a moment: tickets of three decisions each, and an anchor on each of the days, of which
 * each but the first seals its share of them. Returns the file with the public key.
 */
export function anArchive(folder: string, tickets: number): string {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signed = signing(publicKey, privateKey);
  const seals = Array.from({ length: tickets }, (_, nth) => seal(folder, numbered(nth), signed));
  anchor(folder, seals, signed);
  const pem = publicKey.export({ format: 'pem', type: 'spki' });
  const file = join(folder, 'keys', `${fingerprintOf(publicKey)}.pem`);
  mkdirSync(join(folder, 'keys'));
  writeFileSync(file, pem);
  return file;
}

type Head = Readonly<{ ticket: string; seq: number; hash: string; sealed: object }>;
type Signed = ReturnType<typeof signing>;

function signing(publicKey: KeyObject, privateKey: KeyObject) {
  const pem = publicKey.export({ format: 'pem', type: 'spki' });
  const fingerprint = fingerprintOf(publicKey);
  return (what: string, text: string) => ({
    ...{ v: 1, signed: what, algorithm: 'ECDSA_SHA_256', keyId: KEY_ID, fingerprint, publicKey: pem },
    ...{ sha256: sha256(text), signature: sign('sha256', Buffer.from(text), privateKey).toString('base64') },
  });
}

const fingerprintOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }))
    .digest('hex');

function seal(folder: string, ticket: string, signed: Signed): Head {
  const [hashes, lines]: [string[], string[]] = [[], []];
  for (const seq of [1, 2, 3]) {
    const body = { v: 1, at: AT, by: `person-${seq}`, events: [], prev: hashes.at(-1) ?? genesis(ticket) };
    hashes.push(sha256(canonical(body)));
    lines.push(canonical({ ...body, seq, hash: hashes.at(-1) }));
  }
  const [events, personal] = [lines.map((line) => `${line}\n`).join(''), 'enciphered'];
  const hash = hashes.at(-1) ?? '';
  const manifest = canonical({
    ...{ kind: 'manifest', v: 1, ticket, keyId: KEY_ID, length: 3, head: hash, hashes, retainUntil: RETAIN_UNTIL },
    files: { 'events.jsonl': sha256(events), 'personal.json.enc': sha256(personal) },
  });
  const at = join(folder, ticket);
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, 'events.jsonl'), events);
  writeFileSync(join(at, 'personal.json.enc'), personal);
  writeFileSync(join(at, 'manifest.json'), manifest);
  writeFileSync(join(at, 'signature.json'), canonical(signed('manifest.json', manifest)));
  return { ticket, seq: 3, hash, sealed: { length: 3, manifest: sha256(manifest), retainUntil: RETAIN_UNTIL } };
}

function anchor(folder: string, seals: readonly Head[], signed: Signed): void {
  mkdirSync(join(folder, 'anchors'));
  let previous: Readonly<{ date: string; sha256: string }> | undefined;
  for (const [nth, date] of DAYS.entries()) {
    const heads = seals.filter((_, which) => which % (DAYS.length - 1) === nth - 1);
    const text = { kind: 'anchor', v: 1, date, keyId: KEY_ID, heads, ...(previous && { previous }) };
    const signature = signed('anchor', canonical(text));
    writeFileSync(join(folder, 'anchors', `${date}.json`), canonical({ anchor: text, signature }));
    previous = { date, sha256: signature.sha256 };
  }
}
