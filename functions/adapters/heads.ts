import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, paginateQuery, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { HeadNote } from '../domain/daily-head.ts';
import { daysAfter } from '../domain/later.ts';
import type { Head } from '../domain/record.ts';

/** Long after its anchor is laid; until then a missed day can be caught up. */
const KEPT_DAYS = 90;
const HEADS = 'HEADS';

/** Which tickets changed on which day: the relay's notes, which the anchor reads. */
export const heads = (db: DynamoDBDocumentClient, TableName: string) => {
  /** Once or often: a note says the same, and what was sealed last stays. */
  async function note(ticket: string, { day, sealed }: HeadNote, now: Date): Promise<void> {
    const expiresAt = Math.floor(Date.parse(daysAfter(now, KEPT_DAYS)) / 1000);
    const set = sealed
      ? {
          UpdateExpression: 'SET expiresAt = :expiresAt, sealed = :sealed',
          ConditionExpression: 'attribute_not_exists(sealed) OR sealed.#length < :length',
          ExpressionAttributeNames: { '#length': 'length' },
          ExpressionAttributeValues: { ':expiresAt': expiresAt, ':sealed': sealed, ':length': sealed.length },
        }
      : { UpdateExpression: 'SET expiresAt = :expiresAt', ExpressionAttributeValues: { ':expiresAt': expiresAt } };
    try {
      await db.send(new UpdateCommand({ TableName, Key: { pk: HEADS, sk: `${day}#${ticket}` }, ...set }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  /** The notes of the days after one, or of all, until another is over; by day. */
  async function noted(after: string | undefined, until: string): Promise<Map<string, Noted[]>> {
    const query = {
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :heads AND sk BETWEEN :from AND :until',
      // A tilde is behind every ticket of its day.
      ExpressionAttributeValues: { ':heads': HEADS, ':from': after ? `${after}~` : '0', ':until': `${until}~` },
    };
    const days = new Map<string, Noted[]>();
    for await (const { Items = [] } of paginateQuery({ client: db }, query)) {
      for (const { sk, sealed } of Items) {
        const [day = '', ticket = ''] = String(sk).split('#');
        days.set(day, [...(days.get(day) ?? []), { ticket, sealed }]);
      }
    }
    return days;
  }

  /** The newest decision of a ticket's log, and nothing before it. */
  async function head({ ticket, sealed }: Noted): Promise<Head> {
    const last = {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :event)',
      ExpressionAttributeValues: { ':pk': `TICKET#${ticket}`, ':event': 'EVENT#' },
      ScanIndexForward: false,
      Limit: 1,
    };
    const { Items = [] } = await db.send(new QueryCommand({ TableName, ConsistentRead: true, ...last }));
    const [item] = Items;
    if (!item) throw new Error(`the log of ${ticket} was noted and is not there`);
    return { ticket, seq: Number(String(item.sk).split('#')[1]), hash: item.hash, ...(sealed && { sealed }) };
  }

  return { note, noted, head };
};

type Noted = Pick<Head, 'ticket' | 'sealed'>;
