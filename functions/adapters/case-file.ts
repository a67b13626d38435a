import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Complaint } from '../domain/case-file.ts';
import { UnknownTicket } from '../domain/refusals.ts';
import { digest } from './digest.ts';

/** Seconds a case file lives when its ticket's first event never comes. */
const ORPHAN_SECONDS = 24 * 3600;

const keyOf = (ticket: string, part: string) => ({ pk: `CASE#${ticket}`, sk: part });

/** The second table: cardholder data and all free text, keyed by ticket. The log knows only salted digests of it. */
export const caseFile = (db: DynamoDBDocumentClient, TableName: string) => {
  async function part<T>(ticket: string, name: string, schema: z.core.$ZodType<T>): Promise<T | undefined> {
    const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(ticket, name), ConsistentRead: true }));
    return Item && z.parse(schema, Item.content);
  }

  async function complaint(ticket: string): Promise<Complaint> {
    const found = await part(ticket, 'complaint', Complaint);
    if (!found) throw new UnknownTicket(ticket);
    return found;
  }

  /**
   * Keeps a text under its salted digest, which the decision then names: what the log names is what is there, and of two
   * people who write at one instant neither overwrites the other.
   */
  async function write(ticket: string, salt: string, content: unknown): Promise<string> {
    const name = digest(salt, content);
    await db.send(new PutCommand({ TableName, Item: { ...keyOf(ticket, `text#${name}`), content } }));
    return name;
  }

  /** The text that a decision names. */
  const read = <T>(ticket: string, name: string, schema: z.core.$ZodType<T>) => part(ticket, `text#${name}`, schema);

  /** Opens the file of a post, with a short life until the ticket's first event lifts it; an older file wins, and its salt. */
  async function open(ticket: string, content: Complaint, now: Date): Promise<Complaint> {
    const expiresAt = Math.floor(now.getTime() / 1000) + ORPHAN_SECONDS;
    const Item = { ...keyOf(ticket, 'complaint'), content, expiresAt };
    try {
      await db.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
      return content;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return complaint(ticket);
    }
  }

  /** The ticket's first event is there: its file stays. */
  async function keep(ticket: string): Promise<void> {
    const lift = { UpdateExpression: 'REMOVE expiresAt', ConditionExpression: 'attribute_exists(expiresAt)' };
    try {
      await db.send(new UpdateCommand({ TableName, Key: keyOf(ticket, 'complaint'), ...lift }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  /** Every part of a ticket's file, for the archive. */
  async function all(ticket: string): Promise<Record<string, unknown>> {
    const parts: Record<string, unknown> = {};
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const query = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': `CASE#${ticket}` } };
      const page = await db.send(new QueryCommand({ TableName, ConsistentRead: true, ...query, ExclusiveStartKey }));
      for (const { sk, content } of page.Items ?? []) parts[String(sk)] = content;
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return parts;
  }

  return { read, complaint, write, open, keep, all };
};
