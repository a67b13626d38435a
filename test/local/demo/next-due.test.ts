import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { nextDue } from '../../../local/demo/next-due.ts';
import { table } from '../cloud/parts.ts';
import { clients, cloudOf } from '../cloud/running.ts';

const due = {
  IndexName: 'due',
  KeySchema: [
    { AttributeName: 'dueShard', KeyType: 'HASH' },
    { AttributeName: 'dueAt', KeyType: 'RANGE' },
  ],
  Projection: { ProjectionType: 'KEYS_ONLY' },
};
const AttributeDefinitions = ['pk', 'sk', 'dueShard', 'dueAt'].map((AttributeName) => ({
  AttributeName,
  AttributeType: 'S',
}));

test('the soonest of what was kept and of what is written since, without what is owed no more', async () => {
  let known: ReturnType<typeof nextDue> | undefined;
  const Table = table({ AttributeDefinitions, GlobalSecondaryIndexes: [due] });
  const cloud = await cloudOf({ resources: { Table } }, { onChange: (change) => known?.note(change) });
  const { db } = clients(cloud);
  const TableName = cloud.resource('Table').name;
  const Key = (pk: string) => ({ pk, sk: '1' });
  const put = (pk: string, dueAt?: string) =>
    db.send(new PutCommand({ TableName, Item: { ...Key(pk), ...(dueAt && { dueShard: '0', dueAt }) } }));

  await put('kept', '2026-03-05T00:00:00.000Z');
  known = nextDue(db, TableName);
  const seen = [await known.next()];
  await put('sooner', '2026-03-04T00:00:00.000Z');
  seen.push(await known.next());
  await put('sooner', '2026-03-06T00:00:00.000Z');
  seen.push(await known.next());
  await put('kept');
  seen.push(await known.next());
  await db.send(new DeleteCommand({ TableName, Key: Key('sooner') }));
  expect([...seen, await known.next()].map((at) => at?.getUTCDate())).toEqual([5, 4, 5, 6, undefined]);
});
