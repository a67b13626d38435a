import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';

/** A one-time code that was sent, without the code: `digest` is over it, the link's token and the nonce. */
export const Code = z.object({
  nonce: z.string(),
  digest: z.string(),
  /** Under which the ticket knows the message that it went out with. */
  message: z.string(),
  sentAt: z.string(),
  validUntil: z.string(),
  /** Wrong ones, and those being looked at this instant. */
  tries: z.int(),
});
export type Code = z.infer<typeof Code>;

/** Seconds for which a code that is over can still be told from one that never was. */
const KEPT_SECONDS = 86_400;

const keyOf = (link: string) => ({ pk: `CODE#${link}`, sk: 'CODE' });

/**
 * The newest code of each link, by the link's hash, in the case-file table: the log must not know of them, nor its stream.
 * The table holds no token: whoever reads it cannot try all million codes against a digest.
 */
export const codes = (db: DynamoDBDocumentClient, TableName: string) => {
  async function put(link: string, code: Code): Promise<void> {
    const expiresAt = Math.floor(Date.parse(code.validUntil) / 1000) + KEPT_SECONDS;
    await db.send(new PutCommand({ TableName, Item: { ...keyOf(link), ...code, expiresAt } }));
  }

  async function read(link: string): Promise<Code | undefined> {
    const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(link), ConsistentRead: true }));
    return Item && Code.parse(Item);
  }

  /** Counts one more try before anybody looks whether it is right: of many at one instant no more than `atMost` get by. */
  async function tryOnce(link: string, atMost: number, now: Date): Promise<Code | undefined> {
    const count = {
      UpdateExpression: 'ADD tries :one',
      ConditionExpression: 'tries < :most AND validUntil > :now',
      ExpressionAttributeValues: { ':one': 1, ':most': atMost, ':now': now.toISOString() },
    };
    try {
      const update = new UpdateCommand({ TableName, Key: keyOf(link), ...count, ReturnValues: 'ALL_NEW' });
      return Code.parse((await db.send(update)).Attributes);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  }

  /** It was right and was not used up: it takes no try from its person, unless another code has taken its place. */
  async function giveBack(link: string, { nonce }: Code): Promise<void> {
    const count = {
      UpdateExpression: 'ADD tries :less',
      ConditionExpression: 'nonce = :nonce',
      ExpressionAttributeValues: { ':less': -1, ':nonce': nonce },
    };
    try {
      await db.send(new UpdateCommand({ TableName, Key: keyOf(link), ...count }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  return { put, read, tryOnce, giveBack };
};
