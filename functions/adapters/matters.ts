import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Matter } from '../domain/incident.ts';
import { daysAfter } from '../domain/later.ts';
import { canonical, sha256 } from './digest.ts';

/** One ticket of a matter; `holder`: the HMAC of whose it is, where that is sure. */
export type Counted = Readonly<{ ticket: string; receivedAt: string; holder?: string | undefined }>;
/** An incident of a matter: tickets received from `since` until `until` belong to it. */
export type Claim = Readonly<{ incident: string; ticket: string; since: string; until: string }>;

/** Under which the tickets of a matter lie. */
export const matterKey = ({ common }: Matter) => sha256(canonical(common)).slice(0, 32);
const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);

/**
 * The tickets of each matter of many, and its incident. They lie apart, so that of 300 tickets a second on one matter
 * neither key takes more than one write each.
 */
export const matters = (db: DynamoDBDocumentClient, TableName: string) => {
  async function put(matter: Matter, { receivedAt, ticket, holder }: Counted): Promise<void> {
    const key = { pk: `MATTER#${matterKey(matter)}`, sk: `${receivedAt}#${ticket}` };
    const expiresAt = seconds(daysAfter(new Date(receivedAt), matter.withinDays + 1));
    await db.send(new PutCommand({ TableName, Item: { ...key, ticket, receivedAt, holder, expiresAt } }));
  }

  /** The newest tickets since then; no more are read than are needed to see so many cardholders. */
  async function newest(matter: Matter, since: string, atMost?: number): Promise<Counted[]> {
    const query = {
      ...{ TableName, ConsistentRead: true, ScanIndexForward: false },
      KeyConditionExpression: 'pk = :pk AND sk >= :since',
      ExpressionAttributeValues: { ':pk': `MATTER#${matterKey(matter)}`, ':since': since },
    };
    const found: Counted[] = [];
    for await (const { Items = [] } of paginateQuery({ client: db, ...(atMost && { pageSize: atMost }) }, query)) {
      found.push(...(Items as Counted[]));
      if (atMost && cardholders(found) >= atMost) break;
    }
    return found;
  }

  async function incident(matter: Matter): Promise<Claim | undefined> {
    const Key = { pk: `INCIDENT#${matterKey(matter)}`, sk: 'INCIDENT' };
    const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item as Claim | undefined;
  }

  /** Makes it the matter's incident, unless another ticket has made one that still lasts: then that one is it. */
  async function claim(matter: Matter, mine: Claim, at: string): Promise<Claim> {
    const key = { pk: `INCIDENT#${matterKey(matter)}`, sk: 'INCIDENT' };
    const expiresAt = seconds(daysAfter(new Date(mine.until), matter.withinDays));
    const Item = { ...key, ...mine, expiresAt };
    const condition = {
      ConditionExpression: 'attribute_not_exists(pk) OR #until <= :at',
      ExpressionAttributeNames: { '#until': 'until' },
      ExpressionAttributeValues: { ':at': at },
    };
    try {
      await db.send(new PutCommand({ TableName, Item, ...condition }));
      return mine;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      const claimed = await incident(matter);
      if (!claimed) throw error;
      return claimed;
    }
  }

  return { put, newest, incident, claim };
};
export type Matters = ReturnType<typeof matters>;

/** How many people these tickets come from: of those nobody is sure of, each one. */
export const cardholders = (tickets: readonly Counted[]): number =>
  new Set(tickets.map(({ holder, ticket }) => holder ?? ticket)).size;
