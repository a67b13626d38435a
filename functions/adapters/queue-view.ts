import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Task } from '../domain/ticket.ts';

const SHARDS = 4;

/** One line of a department's work queue: ids and codes, the earliest due first. */
export type Queued = Readonly<{ ticket: string; task: string; work: string; person: string; dueAt: string }>;

/** The work queue of each department, a view the relay keeps. Spread over shards, so that no key takes all its writes. */
export const queueView = (db: DynamoDBDocumentClient, TableName: string) => {
  const partition = (department: string, shard: number) => `QUEUE#${department}#${shard}`;
  const keyOf = (ticket: string, task: Task) => ({
    pk: partition(task.department ?? 'complaint-desk', (ticket.codePointAt(0) ?? 0) % SHARDS),
    sk: `${task.dueAt ?? task.openedAt}#${ticket}#${task.id}`,
  });

  return {
    async put(ticket: string, task: Task): Promise<void> {
      const { id, work, person, dueAt = task.openedAt } = task;
      const line: Queued = { ticket, task: id, work, person, dueAt };
      await db.send(new PutCommand({ TableName, Item: { ...keyOf(ticket, task), ...line } }));
    },

    async remove(ticket: string, task: Task): Promise<void> {
      await db.send(new DeleteCommand({ TableName, Key: keyOf(ticket, task) }));
    },

    /** The first lines of a department's queue, at most `limit` of each shard. */
    async read(department: string, limit: number): Promise<Queued[]> {
      const shards = Array.from({ length: SHARDS }, (_, shard) => partition(department, shard));
      const pages = await Promise.all(
        shards.map((pk) => {
          const query = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };
          return db.send(new QueryCommand({ TableName, ...query, Limit: limit }));
        }),
      );
      const lines = pages.flatMap(({ Items = [] }) => Items as Queued[]);
      return lines.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
    },
  };
};
