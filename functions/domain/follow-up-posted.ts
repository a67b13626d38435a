import * as z from 'zod/mini';
import { Attachment, Channel } from './complaint-posted.ts';
import { About } from './round-events.ts';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** What a channel posts when there is more from the complainant of a ticket, version 1. */
export const FollowUpPosted = z.strictObject({
  version: z.literal(1),
  channel: Channel,
  /** The channel's own number of this post: the same reference is taken once for each ticket. */
  channelReference: text(128),
  /** The ticket's number, as the complainant or the channel was told it. */
  ticket: z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{12}$/, { error: 'not a ticket number' })),
  about: About,
  text: z.optional(text(4_000)),
  attachments: z._default(z.array(Attachment).check(z.maxLength(20)), []),
});
export type FollowUpPosted = z.infer<typeof FollowUpPosted>;
