import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Change } from '../services/dynamodb.ts';

/**
 * When the next ticket is due, asked after everything that ran. The due index is read once, for what was kept before;
 * from then on each write says what it did to it, for a run asks thousands of times.
 */
export function nextDue(db: DynamoDBDocumentClient, TableName: string) {
  const dueAt = new Map<string, string>();
  /** What was written while the index was read: that is newer. */
  let written: Set<string> | undefined;
  let read: Promise<void> | undefined;
  let soonest: string | undefined;
  let isCurrent = false;

  const readKept = async () => {
    written = new Set();
    for await (const { Items = [] } of paginateScan({ client: db }, { TableName: TableName, IndexName: 'due' })) {
      for (const { pk, sk, dueAt: at } of Items) if (!written.has(`${pk} ${sk}`)) dueAt.set(`${pk} ${sk}`, at);
    }
    written = undefined;
    isCurrent = false;
  };

  return {
    note({ table, keys, after }: Change): void {
      if (table !== TableName) return;
      const item = `${keys.pk?.S} ${keys.sk?.S}`;
      const at = after?.dueShard && after.dueAt?.S;
      written?.add(item);
      if (at) dueAt.set(item, String(at));
      else if (!dueAt.delete(item)) return;
      isCurrent = false;
    },

    async next(): Promise<Date | undefined> {
      read ??= readKept();
      await read;
      if (!isCurrent) {
        soonest = undefined;
        for (const at of dueAt.values()) if (!soonest || at < soonest) soonest = at;
        isCurrent = true;
      }
      return soonest === undefined ? undefined : new Date(soonest);
    },
  };
}
