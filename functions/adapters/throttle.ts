import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Limited, LimitRow, Limits } from '../rules/limits.ts';
import { sha256 } from './digest.ts';

/**
 * Counts by the rows of the limits. The counters lie in the case-file table, because a phone number can be guessed from
 * its hash; they expire a day after their window.
 */
export const throttle = (db: DynamoDBDocumentClient, TableName: string, limits: Limits) => {
  const once = counter(db, TableName);
  /** Whether once more is not too often; it is counted if so. `whose`: a link's hash, a person, a phone number… */
  return async (of: Limited, whose: string, now: Date): Promise<boolean> => once(rowOf(limits, of), whose, now);
};
export type Throttle = ReturnType<typeof throttle>;

/** Takes back what was counted and came to nothing: it is as if it had not been asked for. */
export const uncounting = (db: DynamoDBDocumentClient, TableName: string, limits: Limits) => {
  return async (of: Limited, whose: string, now: Date): Promise<void> => {
    const [rule, , , seconds] = rowOf(limits, of);
    const less = {
      UpdateExpression: 'ADD #count :less',
      ExpressionAttributeNames: { '#count': 'count' },
      ExpressionAttributeValues: { ':less': -1 },
    };
    await db.send(new UpdateCommand({ TableName, Key: counterKey(rule, whose, windowOf(seconds, now)), ...less }));
  };
};

/** What a row counts by: each of its windows of so many seconds begins again at none. */
export type Counted = readonly [rule: string, of: unknown, atMost: number, seconds: number, ...why: unknown[]];

export const counter =
  (db: DynamoDBDocumentClient, TableName: string) =>
  async ([rule, , atMost, seconds]: Counted, whose: string, now: Date): Promise<boolean> => {
    const window = windowOf(seconds, now);
    const Key = counterKey(rule, whose, window);
    const count = {
      UpdateExpression: 'ADD #count :one SET expiresAt = :expiry',
      ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
      ExpressionAttributeNames: { '#count': 'count' },
      ExpressionAttributeValues: { ':one': 1, ':most': atMost, ':expiry': (window + 1) * seconds + 86_400 },
    };
    try {
      await db.send(new UpdateCommand({ TableName, Key, ...count }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };

export const counterKey = (rule: string, whose: string, window: number) => ({
  pk: `RATE#${rule}#${sha256(whose)}`,
  sk: `WINDOW#${window}`,
});
export const windowOf = (seconds: number, now: Date) => Math.floor(now.getTime() / 1000 / seconds);

export function rowOf({ rows }: Limits, of: Limited): LimitRow {
  const row = rows.find(([, one]) => one === of);
  if (!row) throw new Error(`no row of the limits says how often: ${of}`);
  return row;
}

/** Seconds until the row's next window begins. */
export const untilNext = ([, , , seconds]: LimitRow, now: Date): number =>
  Math.ceil((windowOf(seconds, now) + 1) * seconds - now.getTime() / 1000);
