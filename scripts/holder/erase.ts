import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { matterKey } from '../../functions/adapters/matters.ts';
import type { Logged } from '../../functions/adapters/ticket-log.ts';
import { Complaint } from '../../functions/domain/case-file.ts';
import { erase } from '../../functions/domain/erase.ts';
import { matterOf } from '../../functions/domain/incident.ts';
import { StillRetained } from '../../functions/domain/refusals.ts';
import { MAJOR } from '../../functions/rules/major.ts';
import { personalPart, remove, type Version, versions } from './archived-part.ts';
import { refusedLike } from './find.ts';
import type { Place } from './place.ts';

type Key = Readonly<{ pk: string; sk: string }>;

/** What goes, in the order in which it does. */
export type Going = Readonly<{ archived: readonly Version[]; ofTickets: readonly Key[]; ofCases: readonly Key[] }>;

/** Refused, before anything is gone, while its retention runs, while it is held, or while the archive locks it. */
export async function going(place: Place, ticket: Logged, now: Date): Promise<Going> {
  const { id, receivedAt, closed, triage, routed } = ticket;
  erase(ticket, now.toISOString());
  const archived = await versions(place, personalPart(id));
  for (const { key, onHold, keptUntil = '' } of archived) {
    if (onHold) throw new StillRetained(`a legal hold lies on ${key} in the archive: release it first`);
    if (keptUntil > now.toISOString()) throw new StillRetained(`the archive locks ${key} until ${keptUntil}`);
  }
  const parts = await place.files.all(id);
  const complaint = parts.complaint ? Complaint.parse(parts.complaint) : undefined;
  // One that came later is kept for its own time.
  const refused = complaint ? await refusedLike(place, [complaint]) : [];
  const until = closed?.at ?? receivedAt;
  const likeness = complaint?.likeness ?? {};
  const matter = matterOf(MAJOR, routed?.category ?? triage?.category ?? 'unclear', likeness);
  const sk = `${receivedAt}#${id}`;
  return {
    archived,
    ofTickets: [
      ...(likeness.holder ? [{ pk: `HOLDER#${likeness.holder}`, sk }] : []),
      ...(matter ? [{ pk: `MATTER#${matterKey(matter)}`, sk }] : []),
    ],
    // The complaint last: while it is there, whoever begins again after a crash still knows what belongs to it.
    ofCases: [
      ...refused.filter(({ at }) => at <= until).map(({ id: pk }) => ({ pk, sk: 'REFUSED' })),
      ...Object.keys(parts)
        .sort((a, b) => Number(a === 'complaint') - Number(b === 'complaint'))
        .map((part) => ({ pk: `CASE#${id}`, sk: part })),
    ],
  };
}

export type Erasing = Readonly<{ by: string; now: Date }>;

/** Everything goes, and then the log says so; begun again after a crash, it goes on where it stopped. */
export async function eraseAll(place: Place, { id }: Logged, gone: Going, { by, now }: Erasing): Promise<void> {
  const { db, names, log } = place;
  for (const version of gone.archived) await remove(place, version);
  for (const Key of gone.ofTickets) await db.send(new DeleteCommand({ TableName: names.tickets, Key }));
  for (const Key of gone.ofCases) await db.send(new DeleteCommand({ TableName: names.caseFiles, Key }));
  const at = now.toISOString();
  await log.decide(id, { at, by }, (ticket) => erase(ticket, at));
}
