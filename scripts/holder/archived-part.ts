import { createDecipheriv } from 'node:crypto';
import { DecryptCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutObjectLegalHoldCommand,
} from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import type { Place } from './place.ts';

const Sealed = z.object({ dataKey: z.string(), iv: z.string(), tag: z.string(), ciphertext: z.string() });

export const personalPart = (ticket: string) => `${ticket}/personal.json.enc`;

export type Version = Readonly<{ key: string; version: string; keptUntil?: string; onHold: boolean }>;

/** Every version of what lies there, with what still locks it. */
export async function versions({ s3, names: { archive: Bucket } }: Place, Prefix: string): Promise<Version[]> {
  const found: Version[] = [];
  let KeyMarker: string | undefined;
  let VersionIdMarker: string | undefined;
  do {
    const page = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix, KeyMarker, VersionIdMarker }));
    for (const { Key: key = '', VersionId: version = '' } of page.Versions ?? []) {
      const head = await s3.send(new HeadObjectCommand({ Bucket, Key: key, VersionId: version }));
      const keptUntil = head.ObjectLockRetainUntilDate?.toISOString();
      found.push({ key, version, onHold: head.ObjectLockLegalHoldStatus === 'ON', ...(keptUntil && { keptUntil }) });
    }
    [KeyMarker, VersionIdMarker] = [page.NextKeyMarker, page.NextVersionIdMarker];
  } while (KeyMarker);
  return found;
}

export async function remove({ s3, names: { archive: Bucket } }: Place, { key, version }: Version): Promise<void> {
  await s3.send(new DeleteObjectCommand({ Bucket, Key: key, VersionId: version }));
}

/** Nobody deletes what is held, whoever they are and however old it is. */
export async function hold({ s3, names: { archive: Bucket } }: Place, one: Version, isHeld: boolean): Promise<void> {
  const LegalHold = { Status: isHeld ? 'ON' : 'OFF' } as const;
  const ChecksumAlgorithm = 'CRC32';
  await s3.send(
    new PutObjectLegalHoldCommand({ Bucket, Key: one.key, VersionId: one.version, LegalHold, ChecksumAlgorithm }),
  );
}

/** The newest sealed personal part, opened; nothing where there is none. */
export async function openPart({ s3, names: { archive: Bucket } }: Place, ticket: string): Promise<unknown> {
  const [newest] = await versions({ s3, names: { archive: Bucket } } as Place, personalPart(ticket));
  if (!newest) return undefined;
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: newest.key, VersionId: newest.version }));
  const { dataKey, iv, tag, ciphertext } = Sealed.parse(JSON.parse((await Body?.transformToString()) ?? ''));
  const bytes = (base64: string) => Buffer.from(base64, 'base64');
  const key = await new KMSClient({}).send(
    new DecryptCommand({ CiphertextBlob: bytes(dataKey), EncryptionContext: { ticket } }),
  );
  const decipher = createDecipheriv('aes-256-gcm', key.Plaintext ?? '', bytes(iv))
    .setAAD(Buffer.from(ticket))
    .setAuthTag(bytes(tag));
  return JSON.parse(Buffer.concat([decipher.update(bytes(ciphertext)), decipher.final()]).toString('utf8'));
}
