import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { dueShards, formerShards } from './next-look.ts';

/** Of one shard and one run; what is left is still due at the next. */
const AT_ONCE = 400;

/** By then a deployment is over, and nobody writes under a former shard any more. */
const DEPLOYED_MS = 3_600_000;

/** The tickets by when they are to be looked at: all that the watch reads, however many are open. */
export const dueIndex = (db: DynamoDBDocumentClient, TableName: string) => {
  let former = formerShards;
  let firstRead: number | undefined;

  async function first(shard: string, condition = '', values: Record<string, string> = {}): Promise<Due[]> {
    const query = { IndexName: 'due', KeyConditionExpression: `dueShard = :shard${condition}`, Limit: AT_ONCE };
    const ExpressionAttributeValues = { ':shard': shard, ...values };
    const { Items = [] } = await db.send(new QueryCommand({ TableName, ...query, ExpressionAttributeValues }));
    return Items as Due[];
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
    const until = { ':now': now.toISOString() };
    const present = dueShards.map((shard) => first(shard, ' AND dueAt <= :now', until));
    const due = (await Promise.all([...present, inFormer(now)])).flat();
    return due.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1)).map(({ pk }) => pk.replace('TICKET#', ''));
  };
};

type Due = Readonly<{ pk: string; dueAt: string }>;
