import type { Text } from '../domain/case-file.ts';
import { type FollowUp, followUp } from '../domain/follow-up.ts';
import { FollowUpPosted, type FollowUpPosted as Posted } from '../domain/follow-up-posted.ts';
import { maskPost } from '../domain/mask-post.ts';
import { foreignChannel, type PostRefusal, postRefusals } from '../domain/post-refusals.ts';
import type { Read } from '../domain/read-json.ts';
import { letGo } from '../domain/take-apart.ts';
import { deskTables } from './desk-tables.ts';
import { digest } from './digest.ts';
import type { IntakeCaps, PutOffUntil } from './intake-caps.ts';
import { referenceHash } from './reference-hash.ts';
import type { RefusedPosts, Sender } from './refused-posts.ts';
import type { Stores } from './stores.ts';
import type { Logged } from './ticket-log.ts';

/** `ticket`: where it was put, which is another than was named if that one was merged into it. */
export type FollowUpAnswer =
  | Readonly<{ kind: 'accepted'; ticket: string }>
  | PutOffUntil
  | Readonly<{ kind: 'refused'; refusal: string; fields: readonly PostRefusal[] }>;

const UNKNOWN: PostRefusal = {
  field: 'ticket',
  why: 'no such ticket',
  do: 'send the number that the channel was answered',
};

type Behind = Pick<Stores, 'log' | 'files'> & Readonly<{ refused: RefusedPosts; caps: IntakeCaps }>;

/** Masks, checks and keeps a word that comes later: the same reference is taken once, however often it is sent. */
export const acceptFollowUp = ({ log, files, refused, caps }: Behind, zone: string) => {
  const tables = deskTables(zone);

  return async ({ raw, faults: unread }: Read, from: Sender, now: Date): Promise<FollowUpAnswer> => {
    const masked = maskPost(raw);
    const parsed = FollowUpPosted.safeParse(masked);
    const foreign = from.source === undefined ? [] : foreignChannel(masked, from.source);
    const wrong = [...foreign, ...postRefusals(parsed.error?.issues ?? [], masked)];
    const fields = unread.length > 0 ? unread : wrong;
    const ticket = parsed.success && fields.length === 0 ? await whereItGoes(parsed.data) : undefined;
    if (!parsed.success || !ticket) {
      const faults = fields.length > 0 ? fields : [UNKNOWN];
      const refusal = await refused.keep(masked, faults, { ...from, referenceHash: referenceHash(raw, masked) }, now);
      return { kind: 'refused', refusal, fields: faults };
    }
    return (await take(ticket, parsed.data, now)) ?? { kind: 'accepted', ticket: ticket.id };
  };

  /** The ticket of that number, or the one that it was merged into. A withdrawal is meant for its own number alone. */
  async function whereItGoes({ ticket: id, about }: Pick<Posted, 'ticket' | 'about'>): Promise<Logged | undefined> {
    const ticket = await log.find(id);
    if (ticket.length === 0 || ticket.erased) return undefined;
    const other = about === 'withdrawal' ? undefined : ticket.mergedInto?.other;
    return other ? whereItGoes({ ticket: other, about }) : ticket;
  }

  /** The text first, then the decision that names it. Its id is a digest of the channel's reference under the ticket's salt. */
  async function take(ticket: Logged, posted: Posted, now: Date): Promise<PutOffUntil | undefined> {
    const { channel, channelReference: reference, about, attachments } = posted;
    const { salt } = await files.complaint(ticket.id);
    const id = `f-${digest(salt, { channel, reference }).slice(0, 12)}`;
    const isKnown = ticket.followUps.some(({ followUp: known }) => known === id);
    const over = isKnown ? undefined : await caps.over('follow-ups of a ticket', ticket.id, channel, now);
    if (over) return over;
    const content = contentOf(posted);
    const text = content && (await files.write(ticket.id, salt, content));
    const at = now.toISOString();
    const said: FollowUp = {
      followUp: id,
      ...{ about, channel, attachments: attachments.length, at, ...(text && { text }) },
    };
    const who = { at, by: 'complainant' };
    const after = await log.decide(ticket, who, (current) => followUp(current, tables(current), said));
    // What is withdrawn is no part of the other any more, whose dates and letter it was in.
    const other = after.withdrawn && after.mergedInto?.other;
    if (other) await log.decide(other, who, (current) => letGo(current, ticket.id));
    return undefined;
  }
};

/** What was attached is named by its titles where nothing was written. */
function contentOf({ text, attachments }: Posted): Text | undefined {
  const titles = attachments.map(({ title, mediaType }) => title ?? mediaType).join('\n');
  const written = text ?? titles;
  return written ? { text: written, ...(attachments.length > 0 && { attachments }) } : undefined;
}
