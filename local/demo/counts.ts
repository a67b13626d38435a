import { canonical, sha256 } from '../../functions/adapters/digest.ts';
import type { Logged } from '../../functions/adapters/ticket-log.ts';
import { maskPost } from '../../functions/domain/mask-post.ts';
import type { Played, Sent } from './play.ts';

export type Fate = 'accepted' | 'refused' | 'duplicates' | 'conflicts';
export type Counts = Readonly<
  { posted: number } & Record<Fate, number> & {
      closed: number;
      parked: number;
      lost: number;
      overdue: number;
      sms: Readonly<{ messages: number; parts: number }>;
    }
>;

export const ticketsOf = ({ sent, desk }: Played): Promise<Logged[]> =>
  Promise.all([...new Set(sent.map(({ ticket }) => ticket))].map((ticket) => desk.log.find(ticket)));

/** What became of the posts and of their tickets. `tickets`: every number that a post could have begun. */
export function countsOf({ sent, desk }: Played, tickets: readonly Logged[]): Counts {
  const { sms, busEvents, now } = desk.cloud;
  const refusals = new Set(
    busEvents.flatMap(({ event }) =>
      event['detail-type'] === 'ComplaintRefused' ? [(event.detail as { refusal: string }).refusal] : [],
    ),
  );
  const fates = fatesOf(sent, refusals);
  const begun = tickets.filter(({ id, length }) => length > 0 || fates.accepted.has(id));
  const open = begun.filter(({ archived }) => !archived);
  const isOverdue = ({ clocks, replied, declined }: Logged) =>
    Object.values(clocks).some(
      (clock) => clock.overdue || (!replied && !declined && clock.dueAt < now().toISOString()),
    );
  return {
    posted: sent.length,
    accepted: fates.accepted.size,
    refused: fates.refused,
    duplicates: fates.duplicates,
    conflicts: fates.conflicts,
    closed: begun.length - open.length,
    parked: open.filter((ticket) => owed(ticket).some(({ work }) => work === 'route' || work === 'parked')).length,
    lost: open.filter((ticket) => owed(ticket).length === 0).length,
    overdue: begun.filter(isOverdue).length,
    sms: { messages: sms.length, parts: sms.reduce((sum, { parts }) => sum + parts, 0) },
  };
}

const owed = ({ tasks }: Logged) => Object.values(tasks).filter(({ closed }) => !closed);

/**
 * The first post of a ticket that is taken is the accepted one. HTTP says what it did with a post; a post on the bus is
 * refused if its refusal was told there, and else compared with the first: a post of which nothing is heard counts as
 * accepted, so that its ticket shows as lost.
 */
function fatesOf(sent: readonly Sent[], refusals: ReadonlySet<string>) {
  const accepted = new Map<string, Sent>();
  const counts = { refused: 0, duplicates: 0, conflicts: 0 };
  for (const one of sent) {
    const { ticket, status } = one;
    const first = accepted.get(ticket);
    if (status === undefined ? refusals.has(refusalOf(one)) : ![202, 409].includes(status)) counts.refused++;
    else if (!first) accepted.set(ticket, one);
    else if (canonical(first.post.body) === canonical(one.post.body)) counts.duplicates++;
    else counts.conflicts++;
  }
  return { accepted, ...counts };
}

/** The id under which a post that cannot be taken is kept: it follows from its masked content. */
const refusalOf = ({ post }: Sent): string => sha256(canonical(maskPost(post.body))).slice(0, 24);
