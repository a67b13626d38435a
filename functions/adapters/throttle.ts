import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Limited, Limits } from '../rules/limits.ts';
import { sha256 } from './digest.ts';

/**
 * Counts by the rows of the limits. The counters lie in the case-file table, because a phone number can be guessed from
 * its hash; they expire a day after their window.
 */
export const throttle = (db: DynamoDBDocumentClient, TableName: string, { rows }: Limits) => {
  /** Whether once more is not too often; it is counted if so. `whose`: a link's hash, a person, a phone number… */
  return async (of: Limited, whose: string, now: Date): Promise<boolean> => {
    const row = rows.find(([, one]) => one === of);
    if (!row) throw new Error(`no row of the limits says how often: ${of}`);
    const [rule, , atMost, seconds] = row;
    const window = Math.floor(now.getTime() / 1000 / seconds);
    const Key = { pk: `RATE#${rule}#${sha256(whose)}`, sk: `WINDOW#${window}` };
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
};
export type Throttle = ReturnType<typeof throttle>;
