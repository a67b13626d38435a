import { ComplaintPosted } from '../../functions/domain/complaint-posted.ts';
import { maskPost } from '../../functions/domain/mask-post.ts';
import { postRefusals } from '../../functions/domain/post-refusals.ts';
import type { Sent } from './posts.ts';

export type Replayed = Readonly<{ reference: string; receivedAt: string; post: ComplaintPosted }>;

/** `leftOut`: a sentence for each post that becomes no ticket, never with what the post says. */
export type Tickets = Readonly<{ tickets: readonly Replayed[]; leftOut: readonly string[] }>;

/** What the door makes of the posts: masked and checked; the same reference again is the ticket that is there. */
export function ticketsOf(posts: readonly Sent[]): Tickets {
  const known = new Set<string>();
  const tickets: Replayed[] = [];
  const leftOut: string[] = [];
  for (const { place, receivedAt, post: raw } of posts) {
    const masked = maskPost(raw);
    const { success, data: post, error } = ComplaintPosted.safeParse(masked);
    const why = success ? leftOutOf(post, raw, known) : fault(error.issues, masked);
    if (why) leftOut.push(`${place}: ${why}`);
    else if (post) tickets.push({ reference: post.channelReference.replace(/\p{Cc}/gu, ' '), receivedAt, post });
  }
  return { tickets, leftOut };
}

/** By the reference as it was written: masking could make two of them alike. */
function leftOutOf({ channel, complainant }: ComplaintPosted, raw: unknown, known: Set<string>): string | undefined {
  const pair = JSON.stringify([channel, String((raw as { channelReference: unknown }).channelReference).trim()]);
  if (known.has(pair)) return 'the reference of a post before it';
  known.add(pair);
  return complainant?.standing === 'none' ? 'declined, as the complainant has no standing' : undefined;
}

function fault(...refused: Parameters<typeof postRefusals>): string {
  const [first] = postRefusals(...refused);
  return first ? `refused, ${first.field}: ${first.why}; ${first.do}` : 'refused';
}
