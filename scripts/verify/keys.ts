import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod/mini';
import { canonical } from '../../functions/adapters/digest.ts';
import type { Signature } from '../../functions/domain/record.ts';
import { BadFile, readPlain, sha256Of, statOf, textOf } from './files.ts';

/**
 * By fingerprint. `areTrusted`: they come from whoever asks, and not out of what is checked. `faults`: what lies among them
 * and is none; it hinders nobody from checking with the others.
 */
export type Keys = Readonly<{
  byFingerprint: ReadonlyMap<string, KeyObject>;
  areTrusted: boolean;
  faults: readonly string[];
}>;

class NoKey extends Error {
  override readonly name = 'NoKey';
}

/** Files as `aws kms get-public-key` and openssl write them: PEM, or DER. */
export const trustedKeys = (files: readonly string[]): Keys => ({
  byFingerprint: new Map(files.map((file) => keyed(readFileSync(file), file))),
  ...{ areTrusted: true, faults: [] },
});

/** Those that lie in the archive, if any do, each under its fingerprint. */
export function archivedKeys(folder: string): Keys {
  const byFingerprint = new Map<string, KeyObject>();
  const faults: string[] = [];
  const found = statOf(folder);
  if (found && !found.isDirectory()) faults.push('keys: it is no plain folder');
  for (const name of found?.isDirectory() ? readdirSync(folder).sort() : []) {
    try {
      const [fingerprint, key] = keyed(readPlain(join(folder, name)), 'it');
      if (name !== `${fingerprint}.pem`) throw new NoKey(`it is not called by its fingerprint ${fingerprint}`);
      byFingerprint.set(fingerprint, key);
    } catch (error) {
      if (!(error instanceof BadFile || error instanceof NoKey)) throw error;
      faults.push(`keys: ${name} is passed over: ${error.message}`);
    }
  }
  return { byFingerprint, areTrusted: false, faults };
}

function keyed(bytes: Buffer, file: string): [fingerprint: string, key: KeyObject] {
  try {
    const key = bytes.includes('-----BEGIN')
      ? createPublicKey(bytes)
      : createPublicKey({ key: bytes, format: 'der', type: 'spki' });
    if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new NoKey('not of the curve P-256');
    return [fingerprintOf(key), key];
  } catch (cause) {
    throw new NoKey(`${file} holds no public key: ${(cause as Error).message}`, { cause });
  }
}

const fingerprintOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }))
    .digest('hex');

/** A file of ours: what it says, in the one way in which it can be written, and of the form that it must have. */
export function readCanonical<T>(bytes: Buffer, schema: z.ZodMiniType<T>): T {
  let value: unknown;
  try {
    const text = textOf(bytes);
    value = JSON.parse(text);
    if (canonical(value) !== text) throw new BadFile('is not the canonical JSON of what it says');
  } catch (cause) {
    throw cause instanceof BadFile ? cause : new BadFile('is no JSON', { cause });
  }
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  throw new BadFile(`has not the form of one: ${error.issues[0]?.path.join('.')} ${error.issues[0]?.message}`);
}

/** Throws BadFile unless the signature is one over these bytes, by one of the keys. `keyId`: as they name it. */
export function checkSignature(signed: string, bytes: Buffer, keyId: string, one: Signature, keys: Keys): void {
  if (one.signed !== signed) throw new BadFile(`signs ${one.signed}`);
  if (one.sha256 !== sha256Of(bytes)) throw new BadFile(`is not over ${signed} as it is here`);
  if (one.keyId !== keyId) throw new BadFile(`is by ${one.keyId}, and not by ${keyId}`);
  const der = Buffer.from(one.signature, 'base64');
  if (der.toString('base64') !== one.signature || !verify('sha256', bytes, keyOf(one, keys), der))
    throw new BadFile('does not verify');
}

function keyOf({ fingerprint, publicKey }: Signature, { byFingerprint, areTrusted }: Keys): KeyObject {
  const carried = carriedKey(publicKey, fingerprint);
  if (byFingerprint.has(fingerprint)) return carried;
  if (areTrusted) throw new BadFile(`is by the key ${fingerprint}, which was not given as trusted`);
  if (byFingerprint.size > 0) throw new BadFile(`is by the key ${fingerprint}, which is none of the archive's`);
  return carried;
}

const carried = new Map<string, KeyObject>();

/** One key signs most of an archive: it is read once. */
function carriedKey(pem: string, fingerprint: string): KeyObject {
  const known = carried.get(`${fingerprint} ${pem}`);
  if (known) return known;
  try {
    const [own, key] = keyed(Buffer.from(pem), 'it');
    if (own !== fingerprint || pem !== key.export({ format: 'pem', type: 'spki' }))
      throw new BadFile('is not by its own key');
    carried.set(`${fingerprint} ${pem}`, key);
    return key;
  } catch (cause) {
    throw cause instanceof BadFile ? cause : new BadFile('names no public key', { cause });
  }
}
