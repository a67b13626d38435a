import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { BatchWriteCommand, DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { arn, mapping, table } from './parts.ts';
import { clients, cloudOf, recorded, recorder } from './running.ts';

const stream = { 'Fn::GetAtt': ['Table', 'StreamArn'] };

type Options = Readonly<{ fails?: string; answer?: string; feed?: object; view?: string }>;

async function fed({ fails, answer, feed = {}, view = 'KEYS_ONLY' }: Options = {}) {
  const cloud = await cloudOf({
    functions: { Hear: recorder(fails, answer) },
    resources: {
      Table: table({
        StreamSpecification: { StreamViewType: view },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      }),
      Failures: { Type: 'AWS::S3::Bucket' },
      Feed: mapping(stream, 'Hear', { BatchSize: 10, ...feed }),
    },
  });
  const { db, s3 } = clients(cloud);
  const TableName = cloud.resource('Table').name;
  return {
    ...{ cloud, db, s3, TableName },
    put: (pk: string, more: object = {}) => db.send(new PutCommand({ TableName, Item: { pk, sk: '1', ...more } })),
    heard: () => recorded(cloud, 'Hear').map(({ Records }) => Records),
  };
}

// biome-ignore lint/suspicious/noExplicitAny: whatever the function was given
const told = (batches: any[][]) => batches.flat().map(({ eventName, dynamodb }) => [eventName, dynamodb.Keys.pk.S]);

test('puts, changes and deletes are told by their keys; what changed nothing is not', async () => {
  const { cloud, db, TableName, put, heard } = await fed();
  await put('a', { n: 1 });
  await cloud.settle();
  await put('a', { n: 1 });
  await put('a', { n: 2 });
  await cloud.settle();
  await db.send(new DeleteCommand({ TableName, Key: { pk: 'a', sk: '1' } }));
  await cloud.settle();
  expect(told(heard())).toEqual([
    ['INSERT', 'a'],
    ['MODIFY', 'a'],
    ['REMOVE', 'a'],
  ]);
  expect(Object.keys(heard()[0][0].dynamodb)).not.toContain('NewImage');
});

test('a refused condition is not told', async () => {
  const { cloud, db, TableName, heard } = await fed();
  const ConditionExpression = 'attribute_exists(pk)';
  const put = new PutCommand({ TableName, Item: { pk: 'a', sk: '1' }, ConditionExpression });
  await expect(db.send(put)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
  await cloud.settle();
  expect(heard()).toEqual([]);
});

test('with NEW_IMAGE the item comes along', async () => {
  const { cloud, db, TableName, put, heard } = await fed({ view: 'NEW_IMAGE' });
  await put('a', { n: 1 });
  const UpdateExpression = 'SET n = n + :one';
  const Key = { pk: 'a', sk: '1' };
  await db.send(new UpdateCommand({ TableName, Key, UpdateExpression, ExpressionAttributeValues: { ':one': 1 } }));
  await cloud.settle();
  expect(
    heard()
      .flat()
      .map(({ dynamodb }) => dynamodb.NewImage.n.N),
  ).toEqual(['1', '2']);
});

test("an item expires when its time has come, and its removal is told as the service's own", async () => {
  const { cloud, put, heard } = await fed();
  await put('a', { expiresAt: cloud.now().getTime() / 1000 + 3600 });
  await put('b', { expiresAt: cloud.now().getTime() / 1000 + 60 });
  await put('b');
  await cloud.advanceBy(3_600_000);
  expect(
    heard()
      .flat()
      .filter(({ eventName }) => eventName === 'REMOVE'),
  ).toMatchObject([
    {
      dynamodb: { Keys: { pk: { S: 'a' } } },
      userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
    },
  ]);
});

test('a filter passes what it names', async () => {
  const Pattern = JSON.stringify({ eventName: ['INSERT'], dynamodb: { Keys: { pk: { S: [{ prefix: 'T#' }] } } } });
  const { cloud, put, heard } = await fed({ feed: { FilterCriteria: { Filters: [{ Pattern }] } } });
  await put('T#1');
  await put('U#1');
  await cloud.settle();
  expect(told(heard())).toEqual([['INSERT', 'T#1']]);
});

test('a reported failure is tried again, and nothing after it is lost', async () => {
  const Pattern = JSON.stringify({ dynamodb: { Keys: { pk: { S: ['a'] } } } });
  const feed = { FunctionResponseTypes: ['ReportBatchItemFailures'], FilterCriteria: { Filters: [{ Pattern }] } };
  const last = 'event.Records.at(-1).dynamodb.SequenceNumber';
  const answer = `globalThis.tried++ ? {} : { batchItemFailures: [{ itemIdentifier: ${last} }] }`;
  const { cloud, put, heard } = await fed({ feed, fails: '(globalThis.tried ??= 0, false)', answer });
  await put('a', { n: 1 });
  await put('a', { n: 2 });
  await cloud.advanceBy(1000);
  const [first, again] = heard();
  expect(again).toEqual([first.at(-1)]);
});

test('the one record that never goes through is cut out and kept in S3, the record itself', async () => {
  const feed = {
    BisectBatchOnFunctionError: true,
    MaximumRetryAttempts: 2,
    DestinationConfig: { OnFailure: { Destination: arn('Failures') } },
  };
  const { cloud, db, s3, TableName, heard } = await fed({
    feed,
    fails: "event.Records.some((r) => r.dynamodb.Keys.pk.S === 'bad')",
  });
  const keys = [...Array.from({ length: 24 }, (_, number) => `good-${number}`), 'bad'];
  const puts = keys.map((pk) => ({ PutRequest: { Item: { pk, sk: '1' } } }));
  await db.send(new BatchWriteCommand({ RequestItems: { [TableName]: puts } }));
  await cloud.advanceBy(60_000);

  const Bucket = cloud.resource('Failures').name;
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
  expect(Contents).toHaveLength(1);
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: Contents[0]?.Key }));
  const kept = JSON.parse(String(await Body?.transformToString()));
  expect(kept.requestContext.condition).toBe('RetryAttemptsExhausted');
  expect(told([JSON.parse(kept.payload).Records])).toEqual([['INSERT', 'bad']]);
  expect(new Set(told(heard()).map(([, pk]) => pk))).toEqual(new Set(keys));
});
