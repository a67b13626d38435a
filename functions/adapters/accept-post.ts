import { randomBytes } from 'node:crypto';
import { ComplaintPosted, type ComplaintPosted as Post } from '../domain/complaint-posted.ts';
import { maskPost } from '../domain/mask-cards.ts';
import { type PostRefusal, postRefusals } from '../domain/post-refusals.ts';
import { type Arrival, receive } from '../domain/receive.ts';
import { LogMovedOn } from '../domain/refusals.ts';
import { CN } from '../rules/packs/cn.ts';
import { POLICY } from '../rules/policy.ts';
import { digest } from './digest.ts';
import { normalPhone } from './phone.ts';
import type { RefusedPosts } from './refused-posts.ts';
import type { Stores } from './stores.ts';
import { ticketId } from './ticket-id.ts';
import type { Logged } from './ticket-log.ts';

/** What a channel is told about its post. `dueAt`: by when an answer is due, where a statutory clock runs. */
export type Answer =
  | Readonly<{
      kind: 'accepted';
      ticket: string;
      dueAt: string | undefined;
      missing: readonly string[];
      repeated: boolean;
    }>
  | Readonly<{ kind: 'conflict'; ticket: string }>
  | Readonly<{ kind: 'refused'; refusal: string; fields: readonly PostRefusal[] }>;

type Bank = Readonly<{ zone: string; country: string }>;

/** Masks, checks, numbers and stores one post: the same reference and body is the same ticket, however it arrives. */
export const acceptPost = ({ log, files }: Pick<Stores, 'log' | 'files'>, refused: RefusedPosts, bank: Bank) => {
  return async (raw: unknown, ticketKey: string, now: Date): Promise<Answer> => {
    const masked = maskPost(raw);
    const parsed = ComplaintPosted.safeParse(masked);
    if (!parsed.success) {
      const fields = postRefusals(parsed.error.issues, masked);
      return { kind: 'refused', refusal: await refused.keep(masked, fields, now), fields };
    }
    const post = normalPhone(parsed.data, bank.country);
    for (let tries = 1; ; tries++) {
      try {
        return await enter(post, ticketKey, now);
      } catch (error) {
        if (!(error instanceof LogMovedOn) || tries === 5) throw error;
      }
    }
  };

  async function enter(post: Post, ticketKey: string, now: Date): Promise<Answer> {
    const { id, salt, ticket } = await numbered(post, ticketKey, now);
    const arrival: Arrival = {
      post,
      bankZone: bank.zone,
      bodyDigest: digest(salt, post),
      referenceDigest: digest(salt, [post.channel, post.channelReference]),
    };
    const at = now.toISOString();
    const { answer, events } = receive(ticket, arrival, CN, at);
    const lookAt = ticket.length === 0 ? new Date(now.getTime() + POLICY.acknowledgeWithinMinutes * 60_000) : undefined;
    const after =
      events.length > 0
        ? await log.append(ticket, { at, by: 'intake', events }, { dueAt: lookAt?.toISOString() })
        : ticket;
    if (answer === 'conflict') return { kind: 'conflict', ticket: id };
    const dueAt = after.clocks.decide?.dueAt;
    return {
      kind: 'accepted',
      ticket: id,
      dueAt,
      missing: after.received?.missing ?? [],
      repeated: answer === 'known',
    };
  }

  /** The post's ticket and its salt. A number that belongs to another post's reference is a collision: the next counter. */
  async function numbered(post: Post, key: string, now: Date): Promise<{ id: string; salt: string; ticket: Logged }> {
    for (let counter = 0; ; counter++) {
      const id = ticketId(key, post.channel, post.channelReference, counter);
      const file = await files.open(id, { salt: randomBytes(16).toString('hex'), post }, now);
      const isSame = file.post.channel === post.channel && file.post.channelReference === post.channelReference;
      if (isSame) return { id, salt: file.salt, ticket: await log.find(id) };
    }
  }
};
