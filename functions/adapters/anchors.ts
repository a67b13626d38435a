import { createHash } from 'node:crypto';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { type Anchor, SignedAnchor } from '../domain/record.ts';
import { canonical } from './digest.ts';
import { unlogged } from './unlogged.ts';

export type Laid = NonNullable<Anchor['previous']>;

const FOLDER = 'anchors/';
const keyOf = (date: string) => `${FOLDER}${date}.json`;

/** The anchors in the locked bucket. The bucket alone says which was the last: no table can make us forget one. */
export const anchors = (Bucket: string, ObjectLockMode: 'GOVERNANCE' | 'COMPLIANCE') => {
  const s3 = unlogged(new S3Client({}));

  /** The newest, looked for from a day on, so that the list stays short; if there is none, among all. */
  async function newest(since: string): Promise<Laid | undefined> {
    const key = (await lastKey(keyOf(since))) ?? (await lastKey(FOLDER));
    if (!key) return undefined;
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: key }));
    const { anchor, signature } = SignedAnchor.parse(JSON.parse((await Body?.transformToString()) ?? ''));
    return { date: anchor.date, sha256: signature.sha256 };
  }

  async function lastKey(StartAfter: string): Promise<string | undefined> {
    let last: string | undefined;
    let after = StartAfter;
    for (;;) {
      const list = { Bucket, Prefix: FOLDER, StartAfter: after };
      const { Contents = [], IsTruncated } = await s3.send(new ListObjectsV2Command(list));
      last = Contents.at(-1)?.Key ?? last;
      if (!IsTruncated || !last) return last;
      after = last;
    }
  }

  /** Lays an anchor down, unless its day has one: then another run is at it, and false is the answer. */
  async function lay(signed: SignedAnchor, retainUntil: string): Promise<boolean> {
    const Body = canonical(signed);
    const ContentMD5 = createHash('md5').update(Body).digest('base64');
    const lock = { ObjectLockMode, ObjectLockRetainUntilDate: new Date(retainUntil) };
    const put = { Bucket, Key: keyOf(signed.anchor.date), Body, ContentMD5, IfNoneMatch: '*', ...lock };
    try {
      await s3.send(new PutObjectCommand(put));
      return true;
    } catch (error) {
      if ((error as Error).name === 'PreconditionFailed') return false;
      throw error;
    }
  }

  return { newest, lay };
};
