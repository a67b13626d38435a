import type { Logged } from '../../functions/adapters/ticket-log.ts';
import { Complaint } from '../../functions/domain/case-file.ts';
import { provenNotices } from '../../functions/domain/proof/proven-notices.ts';
import { openPart } from './archived-part.ts';
import { refusedLike } from './find.ts';
import type { Place } from './place.ts';

const COMPLAINT = 'complaint';
const TEXT = 'text#';

/** All that is kept of one ticket about its complainant: the post, each text with the event that names it, every message. */
export async function exported(place: Place, ticket: Logged) {
  const { id, receivedAt, closed, archived, holds, erased, decisions } = ticket;
  const kept = await place.files.all(id);
  const from = kept[COMPLAINT] ? 'case file' : 'archive';
  const parts = kept[COMPLAINT] ? kept : ((await openPart(place, id)) as Record<string, unknown> | undefined);
  const complaint = parts?.[COMPLAINT] ? Complaint.parse(parts[COMPLAINT]) : undefined;
  const texts = Object.entries(parts ?? {}).filter(([name]) => name.startsWith(TEXT));
  return {
    ...{
      ticket: id,
      receivedAt,
      closedAt: closed?.at,
      retainUntil: archived?.retainUntil,
      holds,
      erasedAt: erased?.at,
    },
    from,
    complaint: complaint ? complaint.post : undefined,
    texts: texts.map(([name, content]) => ({ ...namedBy(ticket, name.slice(TEXT.length)), content })),
    messages: provenNotices(ticket).filter(({ to }) => to === 'complainant'),
    refusedPosts: complaint ? await refusedLike(place, [complaint]) : [],
    events: decisions.flatMap(({ at, by, events }) => events.map(({ type }) => ({ at, by, type }))),
  };
}

/** The event that names a text by its digest: what it was, when, and who wrote it. */
function namedBy({ decisions }: Logged, name: string) {
  for (const { at, by, events } of decisions) {
    const event = events.find((one) => Object.values(one).includes(name));
    if (event) return { type: event.type, at, by };
  }
  return {};
}
