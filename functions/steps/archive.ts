import { archive } from '../adapters/archive.ts';
import { canonical, sha256 } from '../adapters/digest.ts';
import { env } from '../adapters/env.ts';
import { OfTicket, step } from '../adapters/step.ts';
import { stores } from '../adapters/stores.ts';
import { waitsForOther } from '../domain/ended.ts';
import { pinnedPack } from '../domain/pinned-pack.ts';
import { LogMovedOn } from '../domain/refusals.ts';
import { retainUntil } from '../domain/retention.ts';
import { PACKS } from '../rules/packs/packs.ts';
import { POLICY } from '../rules/policy.ts';

const { log, files } = stores();
const { ARCHIVE_BUCKET, ARCHIVE_KEY, ARCHIVE_LOCK } = env('ARCHIVE_BUCKET', 'ARCHIVE_KEY', 'ARCHIVE_LOCK');
const store = archive(ARCHIVE_BUCKET, ARCHIVE_KEY, ARCHIVE_LOCK);

/** Seals the ticket: its events, its personal part encrypted, and a manifest of their hashes, put last. */
export const handler = step(OfTicket, async ({ ticket: id, execution }, now) => {
  const ticket = await log.read(id, execution);
  // What is merged is sealed once, with the answer of the other.
  if (ticket.archived || waitsForOther(ticket)) return;

  const until = retainUntil(ticket, pinnedPack(PACKS, ticket.received?.pack ?? ''), POLICY);
  const personal = await store.encrypt(canonical(await files.all(id)), id);
  const parts = {
    'events.jsonl': `${ticket.decisions.map(canonical).join('\n')}\n`,
    'personal.json.enc': canonical(personal),
  };
  const manifest = canonical({
    ticket: id,
    length: ticket.length,
    head: ticket.head,
    closedAt: ticket.closed?.at,
    retainUntil: until,
    files: Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, sha256(content)])),
  });
  for (const [name, content] of Object.entries({ ...parts, 'manifest.json': manifest })) {
    await store.put(`${id}/${name}`, content, until);
  }
  await log.decide(ticket, { at: now.toISOString(), by: 'archive' }, ({ archived, head }) => {
    if (archived) return [];
    // What is sealed is what was read: whoever wrote meanwhile makes this step seal again.
    if (head !== ticket.head) throw new LogMovedOn(id);
    return [{ type: 'Archived', folder: `${id}/`, manifest: sha256(manifest), retainUntil: until }];
  });
});
