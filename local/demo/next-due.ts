import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { dueShardOf, dueShards } from '../../functions/adapters/ticket-log.ts';
import type { Meter, MeterRecord } from '../meter.ts';

/**
 * When the next ticket is due, asked after everything that ran. Only a shard of the due index is read again in which a
 * ticket was written meanwhile: a run asks thousands of times, and eight queries each time were a third of its calls.
 */
export function nextDue(db: DynamoDBDocumentClient, TableName: string, { records }: Meter) {
  const soonest = new Map<string, Promise<string | undefined>>();
  let seen = 0;

  const ask = async (shard: string): Promise<string | undefined> => {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        IndexName: 'due',
        KeyConditionExpression: 'dueShard = :shard',
        ExpressionAttributeValues: { ':shard': shard },
        Limit: 1,
      }),
    );
    return Items[0]?.dueAt;
  };

  return async (): Promise<Date | undefined> => {
    for (const record of records.slice(seen)) {
      const ticket = writtenTicket(record);
      if (ticket) soonest.delete(dueShardOf(ticket));
    }
    seen = records.length;
    for (const shard of dueShards) if (!soonest.has(shard)) soonest.set(shard, ask(shard));
    const due = (await Promise.all(soonest.values())).filter((at) => at !== undefined).toSorted();
    return due[0] === undefined ? undefined : new Date(due[0]);
  };
}

const writtenTicket = ({ service, writeUnits, key }: MeterRecord): string | undefined =>
  service === 'dynamodb' && writeUnits !== undefined ? /^TICKET#(.+)$/.exec(key ?? '')?.[1] : undefined;
