import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { PublicKey } from './signing-key.ts';
import { unlogged } from './unlogged.ts';

/** AES-256-GCM under a data key of its own, which only the archive's KMS key can open; all in base64. */
export type Sealed = Readonly<{
  algorithm: 'AES-256-GCM';
  dataKey: string;
  iv: string;
  tag: string;
  ciphertext: string;
}>;

/** The locked bucket: objects can be added, and read by auditors, but not changed before their retention ends. */
export const archive = (Bucket: string, ObjectLockMode: 'GOVERNANCE' | 'COMPLIANCE') => {
  const s3 = unlogged(new S3Client({}));
  const kms = unlogged(new KMSClient({}));
  let keyUntil = '';

  /** `isHeld`: under a legal hold as well, which nothing but its release ends. */
  async function put(Key: string, Body: string, retainUntil: string, isHeld = false): Promise<void> {
    const hold = isHeld ? ({ ObjectLockLegalHoldStatus: 'ON' } as const) : {};
    const lock = { ObjectLockMode, ObjectLockRetainUntilDate: new Date(retainUntil), ...hold };
    const ContentMD5 = createHash('md5').update(Body).digest('base64');
    await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentMD5, ...lock }));
  }

  /** The public key beside what it signed, kept longer than was asked for: what is signed this month needs no other. */
  async function putKey({ fingerprint, pem }: PublicKey, retainUntil: string): Promise<void> {
    if (retainUntil <= keyUntil) return;
    const until = new Date(Date.parse(retainUntil) + MONTH).toISOString();
    await put(`keys/${fingerprint}.pem`, pem, until);
    keyUntil = until;
  }

  /** `ticket` is bound in: the part of one ticket does not open as another's. */
  async function encrypt(text: string, ticket: string, keyId: string): Promise<Sealed> {
    const context = { EncryptionContext: { ticket } };
    const key = await kms.send(new GenerateDataKeyCommand({ KeyId: keyId, KeySpec: 'AES_256', ...context }));
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key.Plaintext ?? '', iv).setAAD(Buffer.from(ticket));
    const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
    return {
      algorithm: 'AES-256-GCM',
      dataKey: Buffer.from(key.CiphertextBlob ?? '').toString('base64'),
      iv: iv.toString('base64'),
      tag: cipher.getAuthTag().toString('base64'),
      ciphertext,
    };
  }

  return { put, putKey, encrypt };
};

const MONTH = 30 * 86_400_000;
