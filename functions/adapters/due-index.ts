import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { dueShards } from './ticket-log.ts';

/** Of one shard and one run; what is left is still due at the next. */
const AT_ONCE = 100;

/** The tickets that are due to be looked at, the longest due first: all that the watch reads, however many are open. */
export const dueIndex =
  (db: DynamoDBDocumentClient, TableName: string) =>
  async (now: Date): Promise<string[]> => {
    const pages = await Promise.all(
      dueShards.map((shard) => {
        const query = {
          IndexName: 'due',
          KeyConditionExpression: 'dueShard = :shard AND dueAt <= :now',
          ExpressionAttributeValues: { ':shard': shard, ':now': now.toISOString() },
        };
        return db.send(new QueryCommand({ TableName, ...query, Limit: AT_ONCE }));
      }),
    );
    const items = pages.flatMap(({ Items = [] }) => Items);
    return items.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1)).map(({ pk }) => String(pk).replace('TICKET#', ''));
  };
