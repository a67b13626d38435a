import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';

/** A ticket as it was read, with when it was to be looked at. */
type Read = Readonly<{ id: string; dueAt: string }>;

/**
 * Of the due index: as few as a burst of posts lets it be, since the watch asks each of them with every run. A ticket is one
 * write unit of it in its first second, so that one key takes three hundred of them; `npm run bench -- throughput` counts.
 */
const SHARDS = 1;
export const dueShards = Array.from({ length: SHARDS }, (_, shard) => String(shard));
/** Under which earlier releases laid tickets. */
export const formerShards: readonly string[] = ['1', '2', '3', '4', '5', '6', '7'];
export const dueShardOf = (id: string): string =>
  String([...id].reduce((sum, char) => sum + char.charCodeAt(0), 0) % SHARDS);

/** It lies on the first item of the ticket's log. */
const keyOf = ({ id }: Read) => ({ pk: `TICKET#${id}`, sk: 'EVENT#000001' });

/** When a ticket is looked at next, beside its log. */
export const nextLook = (db: DynamoDBDocumentClient, TableName: string) => {
  /**
   * Moves the ticket's next look; `undefined`: nothing is owed any more. Where somebody else moved it meanwhile, it stays
   * where they put it, if that is not later.
   */
  async function lookAgain(ticket: Read, dueAt: string | undefined): Promise<void> {
    if (ticket.dueAt === (dueAt ?? '')) return;
    const set = dueAt ? 'SET dueShard = :shard, dueAt = :next' : 'REMOVE dueShard, dueAt';
    const ConditionExpression = ticket.dueAt ? 'dueAt = :was' : 'attribute_not_exists(dueAt)';
    const ExpressionAttributeValues = {
      ...(ticket.dueAt && { ':was': ticket.dueAt }),
      ...(dueAt && { ':next': dueAt, ':shard': dueShardOf(ticket.id) }),
    };
    const move = { UpdateExpression: set, ConditionExpression, ExpressionAttributeValues };
    try {
      await db.send(new UpdateCommand({ TableName, Key: keyOf(ticket), ...move }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      if (dueAt) await lookBy(ticket, dueAt);
    }
  }

  /**
   * Looked at by then, at the latest, whatever somebody else has set meanwhile. A date that was read and has passed is
   * replaced: the watch may be looking at this moment at a log that has gone on, and must not put the ticket off.
   */
  async function lookBy(ticket: Read, by: string): Promise<void> {
    const move = {
      UpdateExpression: 'SET dueShard = :shard, dueAt = :by',
      ConditionExpression: 'attribute_not_exists(dueAt) OR dueAt > :by OR dueAt = :was',
      ExpressionAttributeValues: { ':by': by, ':was': ticket.dueAt || 'never', ':shard': dueShardOf(ticket.id) },
    };
    try {
      await db.send(new UpdateCommand({ TableName, Key: keyOf(ticket), ...move }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  return { lookAgain, lookBy };
};
