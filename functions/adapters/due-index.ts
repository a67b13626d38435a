import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { dueShards } from './next-look.ts';

/** Of one shard and one run; what is left is still due at the next. */
const AT_ONCE = 100;

/** The tickets by when they are to be looked at: all that the watch reads, however many are open. */
export const dueIndex = (db: DynamoDBDocumentClient, TableName: string) => {
  async function first(condition: string, values: Record<string, string>, Limit: number): Promise<Due[]> {
    const pages = await Promise.all(
      dueShards.map((shard) => {
        const query = { IndexName: 'due', KeyConditionExpression: `dueShard = :shard${condition}` };
        const ExpressionAttributeValues = { ':shard': shard, ...values };
        return db.send(new QueryCommand({ TableName, ...query, ExpressionAttributeValues, Limit }));
      }),
    );
    return pages.flatMap(({ Items = [] }) => Items as Due[]).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  }

  return {
    /** The tickets that are due now, the longest due first. */
    async now(now: Date): Promise<string[]> {
      const due = await first(' AND dueAt <= :now', { ':now': now.toISOString() }, AT_ONCE);
      return due.map(({ pk }) => pk.replace('TICKET#', ''));
    },

    /** When the next ticket is due. */
    async next(): Promise<Date | undefined> {
      const [soonest] = await first('', {}, 1);
      return soonest && new Date(soonest.dueAt);
    },
  };
};

type Due = Readonly<{ pk: string; dueAt: string }>;
