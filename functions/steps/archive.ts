import { archive } from '../adapters/archive.ts';
import { canonical, sha256 } from '../adapters/digest.ts';
import { env } from '../adapters/env.ts';
import { signingKey } from '../adapters/signing-key.ts';
import { OfTicket, step } from '../adapters/step.ts';
import { stores } from '../adapters/stores.ts';
import { waitsForOther } from '../domain/ended.ts';
import { pinnedPack } from '../domain/pinned-pack.ts';
import type { Manifest } from '../domain/record.ts';
import { LogMovedOn } from '../domain/refusals.ts';
import { retainUntil } from '../domain/retention.ts';
import { PACKS } from '../rules/packs/packs.ts';
import { POLICY } from '../rules/policy.ts';

const { log, files } = stores();
const { ARCHIVE_BUCKET, ARCHIVE_KEY, ARCHIVE_LOCK, SIGNING_KEY } = env(
  'ARCHIVE_BUCKET',
  'ARCHIVE_KEY',
  'ARCHIVE_LOCK',
  'SIGNING_KEY',
);
const store = archive(ARCHIVE_BUCKET, ARCHIVE_LOCK);
const key = signingKey(SIGNING_KEY);

/** Seals the ticket: its events, its personal part encrypted, a manifest of all their hashes, and last its signature. */
export const handler = step(OfTicket, async ({ ticket: id, execution }, now) => {
  const ticket = await log.read(id, execution);
  // What is merged is sealed once, with the answer of the other.
  if (ticket.archived || waitsForOther(ticket)) return;

  const until = retainUntil(ticket, pinnedPack(PACKS, ticket.received?.pack ?? ''), POLICY);
  const events = ticket.decisions.map((decision, i) => `${canonical({ seq: i + 1, ...decision })}\n`).join('');
  const personal = canonical(await store.encrypt(canonical(await files.all(id)), id, ARCHIVE_KEY));
  const manifest: Manifest = {
    kind: 'manifest',
    v: 1,
    ticket: id,
    keyId: SIGNING_KEY,
    length: ticket.length,
    head: ticket.head,
    hashes: ticket.decisions.map(({ hash }) => hash),
    closedAt: ticket.closed?.at,
    retainUntil: until,
    files: { 'events.jsonl': sha256(events), 'personal.json.enc': sha256(personal) },
  };
  const sealed = canonical(manifest);
  await store.putKey(await key.publicKey(), until);
  const isHeld = ticket.holds.length > 0;
  const lay = (file: string, content: string) => store.put(`${id}/${file}`, content, until, isHeld);
  await lay('events.jsonl', events);
  await lay('personal.json.enc', personal);
  await lay('manifest.json', sealed);
  await lay('signature.json', canonical(await key.sign('manifest.json', sealed)));

  await log.decide(ticket, { at: now.toISOString(), by: 'archive' }, ({ archived, head }) => {
    if (archived) return [];
    // What is sealed is what was read: whoever wrote meanwhile makes this step seal again.
    if (head !== ticket.head) throw new LogMovedOn(id);
    return [{ type: 'Archived', folder: `${id}/`, manifest: sha256(sealed), retainUntil: until }];
  });
});
