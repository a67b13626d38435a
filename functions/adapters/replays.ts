import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { sha256 } from './digest.ts';

/** What was answered to a signed request, for whoever sends the very same one again. */
export const Answered = z.object({ statusCode: z.int(), body: z.string() });
export type Answered = z.infer<typeof Answered>;

/** A request that can be known again: who signed it, for what, when (seconds since 1970), and the signature. */
export type Signed = Readonly<{ sender: string; path: string; timestamp: string; signature: string }>;

/** A day beyond any window in which a timestamp is taken; the table forgets no sooner, and that is early enough. */
const KEPT_SECONDS = 86_400;

/** Signatures that were used. They lie beside the case files, since the ticket log streams whatever is written there. */
export const replays = (db: DynamoDBDocumentClient, TableName: string) => {
  const keyOf = ({ sender, path, signature }: Signed) => ({
    pk: `SIGNATURE#${sha256(`${sender} ${path} ${signature}`)}`,
    sk: 'ANSWER',
  });
  const itemOf = (signed: Signed) => ({ ...keyOf(signed), expiresAt: Number(signed.timestamp) + KEPT_SECONDS });

  /** What this request was answered before, if it was. */
  async function before(signed: Signed): Promise<Answered | undefined> {
    const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(signed), ConsistentRead: true }));
    return Item && Answered.parse(Item);
  }

  async function keep(signed: Signed, { statusCode, body }: Answered): Promise<void> {
    await db.send(new PutCommand({ TableName, Item: { ...itemOf(signed), statusCode, body } }));
  }

  /** Whether this is the first use of the signature; of two at one instant only one is. */
  async function claim(signed: Signed): Promise<boolean> {
    const once = { ConditionExpression: 'attribute_not_exists(pk)' };
    try {
      await db.send(new PutCommand({ TableName, Item: itemOf(signed), ...once }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  return { before, keep, claim };
};
