import { createHash } from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';
import { AwsError, unsupported } from '../protocol/aws-error.ts';
import { type Key, privateKeyOf } from './kms-keys.ts';

/** Whether KMS hashes what it is given, or is given the hash. */
export type MessageType = 'RAW' | 'DIGEST';

const DIGEST_BYTES = 32;
/** What is given is hashed already; node:crypto would hash it once more. */
const HOW = { prehash: false, lowS: false, format: 'der' } as const;

/** ECDSA on P-256, in DER, as KMS and openssl write it. */
export const signature = (key: Key, message: Buffer, type?: MessageType): Buffer =>
  Buffer.from(p256.sign(digestOf(message, type), scalarOf(key), HOW));

export function verifies(key: Key, message: Buffer, given: Buffer, type?: MessageType): boolean {
  try {
    return p256.verify(given, digestOf(message, type), p256.getPublicKey(scalarOf(key)), HOW);
  } catch (error) {
    if (error instanceof AwsError) throw error;
    return false;
  }
}

function digestOf(message: Buffer, type: MessageType = 'RAW'): Buffer {
  if (type === 'RAW') return createHash('sha256').update(message).digest();
  if (type !== 'DIGEST') throw unsupported(`the message type ${type}`);
  if (message.length !== DIGEST_BYTES) {
    throw new AwsError(
      'ValidationException',
      `Digest is invalid length for algorithm ECDSA_SHA_256: ${message.length}`,
    );
  }
  return message;
}

const scalarOf = (key: Key): Buffer => Buffer.from(privateKeyOf(key).export({ format: 'jwk' }).d ?? '', 'base64url');
