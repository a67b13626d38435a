import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { AwsError } from '../protocol/aws-error.ts';
import type { Key, Keys } from './kms-keys.ts';

export type Context = Readonly<Record<string, string>>;

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM; the blob begins with the key's id, since whoever opens it need not say which it was. */
export function seal(key: Key, plaintext: Buffer, context: Context = {}): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key.material, nonce).setAAD(bound(context));
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  const id = Buffer.from(key.id);
  return Buffer.concat([Buffer.from([id.length]), id, nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

export function open(keys: Keys, blob: string, context: Context = {}): Readonly<{ key: Key; plaintext: Buffer }> {
  const bytes = Buffer.from(blob, 'base64');
  let place = 0;
  const take = (length: number) => {
    place += length;
    return bytes.subarray(place - length, place);
  };
  try {
    const key = keys.find(take(take(1).readUInt8()).toString());
    const decipher = createDecipheriv('aes-256-gcm', key.material, take(NONCE)).setAAD(bound(context));
    decipher.setAuthTag(take(TAG));
    return { key, plaintext: Buffer.concat([decipher.update(bytes.subarray(place)), decipher.final()]) };
  } catch (cause) {
    throw Object.assign(new AwsError('InvalidCiphertextException', ''), { cause });
  }
}

/** The context is bound in, in no order. */
const bound = (context: Context) =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(context).sort()))
    .digest();
