import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { Channel } from '../domain/complaint-posted.ts';
import type { PostRefusal } from '../domain/post-refusals.ts';
import { yearsAfter } from '../domain/retention.ts';
import { POLICY } from '../rules/policy.ts';
import { canonical, sha256 } from './digest.ts';

/** Of the masked post, so that one item holds it. */
const KEPT_CHARACTERS = 100_000;

/**
 * `sending`: the id of the message or request that brought the post, the same when it is delivered again.
 * `source`: of the event, where it came by one; `channel.` and the channel that may put it on the bus.
 */
export type Sender = Readonly<{ sending: string; source?: string }>;
type Sent = Sender & Readonly<{ referenceHash: string | undefined }>;

/**
 * Posts that could not be accepted are kept, masked, beside the case files; what was wrong goes to the log table, from
 * where the relay tells the channel with a ComplaintRefused event. The same post is kept once, and told at every sending.
 * Both go when the records of their day do.
 */
export const refusedPosts = (db: DynamoDBDocumentClient, tables: { tickets: string; caseFiles: string }) => {
  async function keep(
    masked: unknown,
    fields: readonly PostRefusal[],
    { sending, source, referenceHash }: Sent,
    now: Date,
  ): Promise<string> {
    const text = typeof masked === 'string' ? masked : canonical(masked);
    const refusal = sha256(text).slice(0, 24);
    const at = now.toISOString();
    const expiresAt = Math.floor(Date.parse(yearsAfter(at, POLICY.keepRecordsYears)) / 1000);
    await putOnce(tables.caseFiles, {
      ...keyOf(refusal),
      ...{ at, expiresAt },
      post: text.slice(0, KEPT_CHARACTERS),
      length: text.length,
      fields,
    });
    await putOnce(tables.tickets, {
      ...keyOf(sha256(`${refusal} ${sending}`).slice(0, 24)),
      ...{ refusal, at, expiresAt },
      ...channelTold(masked, source),
      referenceHash,
      fields: fields.map(told),
    });
    return refusal;
  }

  async function putOnce(TableName: string, Item: Record<string, unknown>): Promise<void> {
    try {
      await db.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  return { keep };
};
export type RefusedPosts = ReturnType<typeof refusedPosts>;

const keyOf = (id: string) => ({ pk: `REFUSED#${id}`, sk: 'REFUSED' });

/** An unknown field's name is the sender's own text, and text does not go on the bus. */
const told = ({ field, why }: PostRefusal) => ({ field: why === 'unknown field' ? '(unknown)' : field, why });

/** The channel that sent the post: the source's, and without one the post's own, where it is one of ours. */
function channelTold(masked: unknown, source: string | undefined): { channel?: string } {
  const named = source?.replace(/^channel\./, '') ?? (masked as { channel?: unknown } | null)?.channel;
  const channel = Channel.safeParse(named);
  return channel.success ? { channel: channel.data } : {};
}
