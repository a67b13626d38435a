import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { daysAfter } from '../domain/later.ts';
import type { Neighbour } from '../domain/same-matter.ts';

/** Of one cardholder: those a merge is looked for among, the newest. */
const AT_MOST = 20;

const partition = (holder: string) => `HOLDER#${holder}`;

/** The tickets of one cardholder, for as long as they may be one matter. The key is an HMAC, and so is what they say. */
export const neighbours = (db: DynamoDBDocumentClient, TableName: string, withinDays: number) => ({
  async put(own: Neighbour): Promise<void> {
    const expiresAt = Math.floor(Date.parse(daysAfter(new Date(own.receivedAt), withinDays + 1)) / 1000);
    const key = { pk: partition(own.likeness.holder ?? ''), sk: `${own.receivedAt}#${own.ticket}` };
    await db.send(new PutCommand({ TableName, Item: { ...key, ...own, expiresAt } }));
  },

  /** The others received within so many days before it, or after. */
  async near(own: Neighbour): Promise<Neighbour[]> {
    const since = daysAfter(new Date(own.receivedAt), -withinDays);
    const query = {
      KeyConditionExpression: 'pk = :pk AND sk >= :since',
      ExpressionAttributeValues: { ':pk': partition(own.likeness.holder ?? ''), ':since': since },
    };
    const newest = { ConsistentRead: true, ScanIndexForward: false, Limit: AT_MOST };
    const { Items = [] } = await db.send(new QueryCommand({ TableName, ...query, ...newest }));
    return (Items as Neighbour[]).filter(({ ticket }) => ticket !== own.ticket);
  },
});
export type Neighbours = ReturnType<typeof neighbours>;
