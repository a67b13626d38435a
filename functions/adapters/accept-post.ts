import { randomBytes } from 'node:crypto';
import type { Law } from '../domain/clocks.ts';
import { ComplaintPosted, type ComplaintPosted as Post } from '../domain/complaint-posted.ts';
import { hoursAfter } from '../domain/later.ts';
import { localDate } from '../domain/local-time.ts';
import { maskPost } from '../domain/mask-post.ts';
import { packFor } from '../domain/pinned-pack.ts';
import { foreignChannel, type PostRefusal, postRefusals } from '../domain/post-refusals.ts';
import type { Read } from '../domain/read-json.ts';
import { type Arrival, receive } from '../domain/receive.ts';
import { LogMovedOn } from '../domain/refusals.ts';
import type { TicketEvent } from '../domain/ticket-event.ts';
import { BANK_CLOCKS } from '../rules/bank-clocks.ts';
import { COUNTED } from '../rules/calendars/counted.ts';
import { PACKS } from '../rules/packs/packs.ts';
import { POLICY } from '../rules/policy.ts';
import { digest } from './digest.ts';
import type { IntakeCaps, PutOffUntil } from './intake-caps.ts';
import { likenessOf } from './likeness.ts';
import { normalPhone } from './phone.ts';
import { referenceHash } from './reference-hash.ts';
import type { RefusedPosts, Sender } from './refused-posts.ts';
import type { Stores } from './stores.ts';
import { pairOf, ticketId } from './ticket-id.ts';
import type { Logged } from './ticket-log.ts';

/** What a channel is told about its post. `dueAt`: by when an answer is due, where a statutory clock runs. */
export type Answer =
  | Readonly<{
      kind: 'accepted';
      ticket: string;
      dueAt: string | undefined;
      missing: readonly string[];
    }>
  | Readonly<{ kind: 'conflict'; ticket: string }>
  | PutOffUntil
  | Readonly<{ kind: 'refused'; refusal: string; fields: readonly PostRefusal[] }>;

type Behind = Pick<Stores, 'log' | 'files'> & Readonly<{ refused: RefusedPosts; caps: IntakeCaps }>;
type Bank = Readonly<{ zone: string; country: string; jurisdiction: string }>;

/** When the clock of the acknowledgement is first spoken of: no mark is earlier, and the relay need not move the look. */
const FIRST_LOOK_HOURS =
  (POLICY.acknowledgeWithinMinutes / 60) *
  Math.min(1, ...BANK_CLOCKS.marks.hours.flatMap((row) => ('share' in row ? row.share : [])));

/** Masks, checks, numbers and stores one post: the same reference and body is the same ticket, however it arrives. */
export const acceptPost = ({ log, files, refused, caps }: Behind, bank: Bank) => {
  return async ({ raw, faults }: Read, from: Sender, ticketKey: string, now: Date): Promise<Answer> => {
    const masked = maskPost(raw);
    const parsed = ComplaintPosted.safeParse(masked);
    const hash = referenceHash(raw, masked);
    const foreign = from.source === undefined ? [] : foreignChannel(masked, from.source);
    if (!parsed.success || foreign.length > 0) {
      const fields = faults.length > 0 ? faults : [...foreign, ...postRefusals(parsed.error?.issues ?? [], masked)];
      const refusal = await refused.keep(masked, fields, { ...from, referenceHash: hash }, now);
      return { kind: 'refused', refusal, fields };
    }
    const post = normalPhone(parsed.data, bank.country);
    const reference = writtenReference(raw) ?? post.channelReference;
    for (let tries = 1; ; tries++) {
      try {
        return await enter({ post, reference, hash }, ticketKey, now);
      } catch (error) {
        if (!(error instanceof LogMovedOn) || tries === 5) throw error;
      }
    }
  };

  async function enter(posted: Posted, ticketKey: string, now: Date): Promise<Answer> {
    const { id, file, ticket } = await numbered(posted, ticketKey, now);
    const arrival: Arrival = {
      // What lies in the case file is what was received, even if the post that laid it there died before its first event.
      post: file.post,
      filedDigest: digest(file.salt, file.post),
      bodyDigest: digest(file.salt, posted.post),
      referenceDigest: digest(file.salt, file.pair),
      referenceHash: posted.hash,
    };
    const at = now.toISOString();
    const { answer, events } = receive(ticket, arrival, lawOn(localDate(at, bank.zone)), at);
    const over = ticket.length === 0 ? await caps.ofPost(file.post, now) : await capped(ticket, posted, events, now);
    if (over) return over;
    // Before the event that names it: a conflict whose body nobody could read would be no record of what was claimed.
    if (events.some(({ type }) => type === 'PostConflicted')) await files.write(id, file.salt, posted.post);
    const dueAt = ticket.length === 0 ? hoursAfter(now, FIRST_LOOK_HOURS) : undefined;
    const after = events.length > 0 ? await log.append(ticket, { at, by: 'intake', events }, { dueAt }) : ticket;
    if (answer === 'conflict') return { kind: 'conflict', ticket: id };
    const { clocks, received } = after;
    return { kind: 'accepted', ticket: id, dueAt: clocks.decide?.dueAt, missing: received?.missing ?? [] };
  }

  /** What is put on record of a ticket that is there already. */
  async function capped({ id }: Logged, { post }: Posted, events: readonly TicketEvent[], now: Date) {
    return events.length > 0 ? caps.over('other bodies of a post', id, post.channel, now) : undefined;
  }

  /** The law as it is on the day of receipt: the ticket keeps it, whatever comes later. */
  function lawOn(day: string): Law {
    const pack = packFor(PACKS, bank.jurisdiction, day);
    return { pack, bankClocks: BANK_CLOCKS, zone: bank.zone, calendar: COUNTED[pack.calendar] };
  }

  /** The post's ticket and file. A number that belongs to another pair of channel and reference is a collision: the next counter. */
  async function numbered({ post, reference }: Posted, key: string, now: Date) {
    const pair = pairOf(key, post.channel, reference);
    for (let counter = 0; ; counter++) {
      const id = ticketId(key, post.channel, reference, counter);
      const likeness = likenessOf(post, key, bank.zone);
      const file = await files.open(id, { salt: randomBytes(16).toString('hex'), pair, post, likeness }, now);
      if (file.pair !== pair) continue;
      const ticket = await log.find(id);
      // Of one that was erased nobody can tell any more what it was about: the reference begins anew.
      if (!ticket.erased) return { id, file, ticket };
    }
  }
};

/** `reference` as the channel wrote it: masking could make two of them alike, and only their HMAC is kept. */
type Posted = Readonly<{ post: Post; reference: string; hash: string | undefined }>;

function writtenReference(raw: unknown): string | undefined {
  const { channelReference } = raw as { channelReference?: unknown };
  return typeof channelReference === 'string' ? channelReference.trim() : undefined;
}
