import { randomBytes } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { sha256 } from './digest.ts';
import { LINK_PAGES, type LinkPage } from './link-pages.ts';

/**
 * What a link points at. It is a pointer: the task it names decides what may still be done. It opens the page for which it
 * was sent, and no other, whatever else its person may see. `level`, `proposal` (its digest) and `version` are what the
 * task put before the person when the link was sent; once it shows something else, the link shows nothing. Tasks without
 * them have none.
 */
export const Link = z.object({
  page: z.enum(Object.keys(LINK_PAGES) as LinkPage[]),
  ticket: z.string(),
  task: z.optional(z.string()),
  /** `complainant`, or a roster id. */
  person: z.string(),
  /** In which it was sent: a letter of an earlier round stays the one that its link led to. */
  round: z.optional(z.int()),
  level: z.optional(z.string()),
  proposal: z.optional(z.string()),
  version: z.optional(z.int()),
  sentAt: z.string(),
  expiresAt: z.string(),
});
export type Link = z.infer<typeof Link>;

/** A link as somebody came by it. Only they hold the token; whatever is kept about it lies under its hash. */
export type Followed = Link & Readonly<{ token: string; hash: string }>;

/** A link of staff ends soon after its task (POLICY.closedLinkDays); this is only the longest a forgotten one lives. */
export const LINK_DAYS = 60;

const keyOf = (hash: string) => ({ pk: `LINK#${hash}`, sk: 'LINK' });
const TOKEN = /^[A-Za-z0-9_-]{22}$/;

/** Every message mints its own link: 128 random bits that only the message ever holds; the table knows their hash. */
export const links = (db: DynamoDBDocumentClient, TableName: string) => ({
  async mint(link: Link): Promise<{ token: string; hash: string }> {
    const token = randomBytes(16).toString('base64url');
    const hash = sha256(token);
    const expiry = Math.floor(Date.parse(link.expiresAt) / 1000);
    const Item = { ...keyOf(hash), ...link, expiresAt: expiry, until: link.expiresAt };
    // Without a condition: nobody else has these bits, and a Put whose answer was lost is sent again by the SDK.
    await db.send(new PutCommand({ TableName, Item }));
    return { token, hash };
  },

  /** Where a link to this page leads, while it lives; nothing for a token that is wrong in any way. */
  async find(token: string, page: LinkPage, now: Date): Promise<Followed | undefined> {
    if (!TOKEN.test(token)) return undefined;
    const hash = sha256(token);
    const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(hash), ConsistentRead: true }));
    if (Item?.page !== page) return undefined;
    const link = Link.parse({ ...Item, expiresAt: Item.until });
    return Date.parse(link.expiresAt) > now.getTime() ? { ...link, token, hash } : undefined;
  },
});
