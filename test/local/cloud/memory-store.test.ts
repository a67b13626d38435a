import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { act, openStore, type Store } from '../../../local/services/dynalite.ts';

const TableName = 'tickets';
const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' });
const key = (AttributeName: string, KeyType: string) => ({ AttributeName, KeyType });

async function opened(path?: string): Promise<Store> {
  const store = openStore(path);
  onTestFinished(() => store.db.close());
  await act(store, 'CreateTable', {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
    AttributeDefinitions: ['pk', 'sk', 'part', 'dueAt'].map(text),
    GlobalSecondaryIndexes: [
      {
        IndexName: 'due',
        KeySchema: [key('part', 'HASH'), key('dueAt', 'RANGE')],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  return store;
}

const item = (pk: string, sk: string, more: object = {}) => ({ pk: { S: pk }, sk: { S: sk }, ...more });
const due = (part: string, dueAt: string) => ({ part: { S: part }, dueAt: { S: dueAt } });
const query = (condition: string, values: Record<string, string>, more: object = {}) => [
  'Query',
  {
    KeyConditionExpression: condition,
    ExpressionAttributeValues: Object.fromEntries(Object.entries(values).map(([name, S]) => [name, { S }])),
    ReturnConsumedCapacity: 'TOTAL',
    ...more,
  },
];
const put = (Item: object, more: object = {}) => ['PutItem', { Item, ...more }];
const once = { ConditionExpression: 'attribute_not_exists(sk)' };

const CALLS = [
  ...['b', 'a', 'é', '', 'a~', 'ab', '10', '9', '𝒳'].map((sk) => put(item('one', `s${sk}`, due('p', `d${sk}`)))),
  put(item('two', 's1', due('q', 'd1'))),
  put(item('one', 'sa', { n: { N: '1' } }), once),
  put(item('one', 'sc', { n: { N: '1' } }), once),
  query('pk = :pk', { ':pk': 'one' }),
  query('pk = :pk', { ':pk': 'one' }, { ScanIndexForward: false, Limit: 3 }),
  query('pk = :pk', { ':pk': 'one' }, { Limit: 2, ExclusiveStartKey: item('one', 'sa') }),
  query('pk = :pk AND begins_with(sk, :s)', { ':pk': 'one', ':s': 'sa' }),
  ...['<', '<=', '>', '>='].map((than) => query(`pk = :pk AND sk ${than} :s`, { ':pk': 'one', ':s': 'sa' })),
  query('pk = :pk AND sk BETWEEN :from AND :to', { ':pk': 'one', ':from': 'sa', ':to': 'sb' }),
  query('part = :p', { ':p': 'p' }, { IndexName: 'due' }),
  query('part = :p AND dueAt <= :d', { ':p': 'p', ':d': 'd9' }, { IndexName: 'due', Limit: 1 }),
  query('part = :p', { ':p': 'p' }, { IndexName: 'due', Limit: 9, ReturnConsumedCapacity: 'INDEXES' }),
  query('pk = :pk', { ':pk': 'one' }, { Select: 'COUNT', ReturnConsumedCapacity: 'INDEXES', ConsistentRead: true }),
  query(
    'pk = :pk',
    { ':pk': 'one', ':d': 'db' },
    { FilterExpression: 'dueAt > :d', ProjectionExpression: 'sk, dueAt' },
  ),
  ['Scan', { Limit: 3, ScanFilter: { part: { ComparisonOperator: 'NOT_NULL' } }, AttributesToGet: ['sk'] }],
  ...Array.from({ length: 4 }, (_, nth) => put(item('large', `s${nth}`, { text: { S: 'x'.repeat(350_000) } }))),
  query('pk = :pk', { ':pk': 'large' }, { ProjectionExpression: 'sk' }),
  ['UpdateItem', { Key: item('one', 'sb'), UpdateExpression: 'REMOVE part, dueAt', ReturnValues: 'ALL_NEW' }],
  ['DeleteItem', { Key: item('one', 'sa'), ReturnValues: 'ALL_OLD' }],
  ['GetItem', { Key: item('one', 'sa') }],
  ['GetItem', { Key: item('two', 's1') }],
  query('part = :p', { ':p': 'p' }, { IndexName: 'due', ScanIndexForward: false }),
  ['Scan', { Limit: 4 }],
  ['Scan', { IndexName: 'due' }],
] as const;

async function answers(store: Store) {
  const given: unknown[] = [];
  for (const [operation, input] of CALLS) {
    const answer = act(store, String(operation), { TableName, ...(input as object) });
    given.push(await answer.catch(({ body }) => ({ refused: body })));
  }
  return JSON.parse(JSON.stringify(given));
}

test('tables in memory answer as those on disk do', async () => {
  const onDisk = await answers(await opened(mkdtempSync(join(tmpdir(), 'tables-'))));
  expect(onDisk.filter((answer: object) => 'refused' in answer)).toHaveLength(1);
  expect(await answers(await opened())).toEqual(onDisk);
});

test('what was read is a copy: changing it changes no item', async () => {
  const store = await opened();
  await act(store, 'PutItem', { TableName, Item: item('one', 's1', { n: { N: '1' } }) });
  const read = async () => (await act(store, 'GetItem', { TableName, Key: item('one', 's1') })).Item as object;
  Object.assign(await read(), { n: { N: '2' } });
  expect(await read()).toEqual(item('one', 's1', { n: { N: '1' } }));
});
