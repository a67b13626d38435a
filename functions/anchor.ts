import { anchors } from './adapters/anchors.ts';
import { archive } from './adapters/archive.ts';
import { documents } from './adapters/clients.ts';
import { canonical } from './adapters/digest.ts';
import { env } from './adapters/env.ts';
import { heads } from './adapters/heads.ts';
import { signingKey } from './adapters/signing-key.ts';
import { addDays, localDate } from './domain/local-time.ts';
import type { Anchor, Head } from './domain/record.ts';
import { longestKept } from './domain/retention.ts';
import { PACKS } from './rules/packs/packs.ts';
import { POLICY } from './rules/policy.ts';

const { TICKETS_TABLE, ARCHIVE_BUCKET, ARCHIVE_LOCK, SIGNING_KEY, BANK_ZONE } = env(
  'TICKETS_TABLE',
  'ARCHIVE_BUCKET',
  'ARCHIVE_LOCK',
  'SIGNING_KEY',
  'BANK_ZONE',
);
const { noted, head } = heads(documents(), TICKETS_TABLE);
const { newest, lay } = anchors(ARCHIVE_BUCKET, ARCHIVE_LOCK);
const { putKey } = archive(ARCHIVE_BUCKET, ARCHIVE_LOCK);
const key = signingKey(SIGNING_KEY);

/** Heads that are read at one time. */
const AT_ONCE = 20;
const LOOK_BACK_DAYS = 40;

/** Once a day, when it is over: the heads of all logs that changed, signed, in the locked bucket. Missed days first. */
export const handler = async (): Promise<{ anchored: readonly string[] }> => {
  const now = new Date();
  const today = localDate(now.toISOString(), BANK_ZONE);
  const retainUntil = longestKept(now, PACKS, POLICY);
  let previous = await newest(addDays(today, -LOOK_BACK_DAYS));
  const anchored: string[] = [];
  for (const [date, tickets] of await noted(previous?.date, addDays(today, -1))) {
    const read: Head[] = [];
    for (let from = 0; from < tickets.length; from += AT_ONCE)
      read.push(...(await Promise.all(tickets.slice(from, from + AT_ONCE).map(head))));
    const anchor: Anchor = { kind: 'anchor', v: 1, date, keyId: SIGNING_KEY, previous, heads: read };
    const signature = await key.sign('anchor', canonical(anchor));
    await putKey(await key.publicKey(), retainUntil);
    // Somebody else is at it, and lays the days after it, too; if not, tomorrow's run does.
    if (!(await lay({ anchor, signature }, retainUntil))) break;
    previous = { date, sha256: signature.sha256 };
    anchored.push(date);
  }
  return { anchored };
};
