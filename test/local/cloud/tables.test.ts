import { DescribeTableCommand, DescribeTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { table } from './parts.ts';
import { clients, cloudOf } from './running.ts';

const index = {
  IndexName: 'due',
  KeySchema: [
    { AttributeName: 'part', KeyType: 'HASH' },
    { AttributeName: 'dueAt', KeyType: 'RANGE' },
  ],
  Projection: { ProjectionType: 'KEYS_ONLY' },
};
const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' });

async function tickets() {
  const cloud = await cloudOf({
    resources: {
      Tickets: table({
        TableName: 'tickets',
        AttributeDefinitions: ['pk', 'sk', 'part', 'dueAt'].map(text),
        GlobalSecondaryIndexes: [index],
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      }),
    },
  });
  const { db } = clients(cloud);
  const TableName = 'tickets';
  const units = () => {
    const counted = cloud.meter.records.filter(({ service }) => service === 'dynamodb');
    cloud.meter.reset();
    return counted.map(({ readUnits, writeUnits }) => readUnits ?? writeUnits);
  };
  const put = (Item: Record<string, unknown>, more = {}) =>
    db.send(new PutCommand({ TableName, Item: { sk: '1', ...Item }, ...more }));
  return { cloud, db, TableName, units, put };
}

test('a table is as the template has it', async () => {
  const { db, TableName } = await tickets();
  const { Table } = await db.send(new DescribeTableCommand({ TableName }));
  expect(Table).toMatchObject({
    TableStatus: 'ACTIVE',
    TableArn: 'arn:aws:dynamodb:eu-west-1:000000000000:table/tickets',
  });
  expect(Table?.GlobalSecondaryIndexes).toMatchObject([index]);
  expect((await db.send(new DescribeTimeToLiveCommand({ TableName }))).TimeToLiveDescription).toEqual({
    TimeToLiveStatus: 'ENABLED',
    AttributeName: 'expiresAt',
  });
});

test('a refused condition shows the item that refused it, when asked', async () => {
  const { put } = await tickets();
  await put({ pk: 'a', n: 1 });
  const again = put(
    { pk: 'a', n: 2 },
    { ConditionExpression: 'attribute_not_exists(pk)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' },
  );
  await expect(again).rejects.toMatchObject({ name: 'ConditionalCheckFailedException', Item: { n: { N: '1' } } });
});

test('an item leaves a sparse index when it loses the index key', async () => {
  const { db, TableName, put } = await tickets();
  await put({ pk: 'a', part: '0', dueAt: '2026' });
  const due = async () => {
    const query = {
      TableName,
      IndexName: 'due',
      KeyConditionExpression: 'part = :s',
      ExpressionAttributeValues: { ':s': '0' },
    };
    return (await db.send(new QueryCommand(query))).Items;
  };
  expect(await due()).toEqual([{ pk: 'a', sk: '1', part: '0', dueAt: '2026' }]);
  await db.send(new UpdateCommand({ TableName, Key: { pk: 'a', sk: '1' }, UpdateExpression: 'REMOVE dueAt' }));
  expect(await due()).toEqual([]);
});

test('what a call consumes is counted as AWS charges it', async () => {
  const { db, TableName, units, put } = await tickets();
  const Key = { pk: 'a', sk: '1' };
  await put({ pk: 'a', text: 'x'.repeat(3000) });
  expect(units(), '3 KB written').toEqual([3]);
  await put({ pk: 'b', part: '0', dueAt: '2026' });
  expect(units(), 'the table and one index entry').toEqual([2]);
  const Expression = { UpdateExpression: 'SET dueAt = :d', ExpressionAttributeValues: { ':d': '2027' } };
  await db.send(new UpdateCommand({ TableName, Key: { pk: 'b', sk: '1' }, ...Expression }));
  expect(units(), 'an index entry moved: one taken out, one put in').toEqual([3]);
  await put({ pk: 'a', n: 1 }, { ConditionExpression: 'attribute_not_exists(pk)' }).catch(() => {});
  expect(units(), 'a refused write, by the item that stands').toEqual([3]);
  await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  await db.send(new GetCommand({ TableName, Key }));
  await db.send(new GetCommand({ TableName, Key: { pk: 'none', sk: '1' } }));
  expect(units(), 'strong, eventual, nothing found').toEqual([1, 0.5, 0.5]);
  const KeyConditionExpression = 'pk = :pk';
  await db.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression,
      ExpressionAttributeValues: { ':pk': 'none' },
      ConsistentRead: true,
    }),
  );
  expect(units(), 'an empty query').toEqual([1]);
});

test('a batch is its writes', async () => {
  const { db, TableName, units, cloud } = await tickets();
  const puts = ['a', 'b'].map((pk) => ({ PutRequest: { Item: { pk, sk: '1' } } }));
  await db.send(new BatchWriteCommand({ RequestItems: { [TableName]: puts } }));
  expect(cloud.meter.records.map(({ key }) => key)).toEqual(['a', 'b']);
  expect(units()).toEqual([1, 1]);
});
