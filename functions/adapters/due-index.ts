import { type DynamoDBDocumentClient, paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { dueShards, formerShards } from './next-look.ts';

/** Of a former shard and one run; what is left is still due at the next. */
const AT_ONCE = 400;

/** More than a run could look at. What is left is still due at the next. */
const AT_MOST = 10_000;

/** By then a deployment is over, and nobody writes under a former shard any more. */
const DEPLOYED_MS = 3_600_000;

/** The tickets by when they are to be looked at: all that the watch reads, however many are open. `page`: so many at a time. */
export const dueIndex = (db: DynamoDBDocumentClient, TableName: string, page = AT_ONCE) => {
  let former = formerShards;
  let firstRead: number | undefined;

  const queryOf = (shard: string, condition = '', values: Record<string, string> = {}) => ({
    ...{ TableName, IndexName: 'due', KeyConditionExpression: `dueShard = :shard${condition}`, Limit: page },
    ExpressionAttributeValues: { ':shard': shard, ...values },
  });

  async function first(shard: string): Promise<Due[]> {
    const { Items = [] } = await db.send(new QueryCommand(queryOf(shard)));
    return Items as Due[];
  }

  async function all(shard: string, now: Date): Promise<Due[]> {
    const found: Due[] = [];
    const query = queryOf(shard, ' AND dueAt <= :now', { ':now': now.toISOString() });
    for await (const { Items = [] } of paginateQuery({ client: db }, query)) {
      found.push(...(Items as Due[]));
      if (found.length >= AT_MOST) break;
    }
    return found;
  }

  /** Each look moves its ticket to a present shard: a former one is read for as long as anything lies under it. */
  async function inFormer(now: Date): Promise<Due[]> {
    firstRead ??= now.getTime();
    const isDeployed = now.getTime() - firstRead > DEPLOYED_MS;
    const found = await Promise.all(former.map(async (shard) => ({ shard, tickets: await first(shard) })));
    former = found.filter(({ tickets }) => !isDeployed || tickets.length > 0).map(({ shard }) => shard);
    return found.flatMap(({ tickets }) => tickets).filter(({ dueAt }) => dueAt <= now.toISOString());
  }

  /** The tickets that are due now, the longest due first. */
  return async (now: Date): Promise<string[]> => {
    const due = (await Promise.all([...dueShards.map((shard) => all(shard, now)), inFormer(now)])).flat();
    return due.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1)).map(({ pk }) => pk.replace('TICKET#', ''));
  };
};

type Due = Readonly<{ pk: string; dueAt: string }>;
