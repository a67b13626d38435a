import { InvokeCommand } from '@aws-sdk/client-lambda';
import { expect, test } from 'vitest';
import { table } from './parts.ts';
import { clients, cloudOf, START } from './running.ts';

const decoded = (bytes?: Uint8Array) => JSON.parse(Buffer.from(bytes ?? []).toString());

async function called(source: string, more: object = {}) {
  const cloud = await cloudOf({ functions: { F: source }, ...more });
  const { lambda } = clients(cloud);
  const call = async (payload: unknown = {}) => {
    const answer = await lambda.send(new InvokeCommand({ FunctionName: 'Test-F', Payload: JSON.stringify(payload) }));
    return { ...answer, payload: decoded(answer.Payload) };
  };
  return { cloud, call };
}

test('inside a function it is the cloud that says what time it is', async () => {
  const { cloud, call } = await called(`
    class Day extends Date {}
    export const handler = async () => ({
      now: Date.now(), date: new Date(), given: new Date(0), day: new Day(), called: typeof Date(),
      same: new Date() instanceof Date && new Day() instanceof Day, utc: Date.UTC(2000, 0),
    });`);
  await cloud.advanceBy(86_400_000);
  const tomorrow = START.getTime() + 86_400_000;
  const iso = new Date(tomorrow).toISOString();
  expect((await call()).payload).toEqual({
    ...{ now: tomorrow, date: iso, given: '1970-01-01T00:00:00.000Z', day: iso, called: 'string' },
    ...{ same: true, utc: Date.UTC(2000, 0) },
  });
});

test('a function sees its own environment and context, and keeps its module between calls', async () => {
  const { call } = await called(
    `let calls = 0;
    export const handler = async (event, context) => ({
      ...{ calls: ++calls, table: process.env.TABLE, region: process.env.AWS_REGION, home: process.env.HOME ?? null },
      ...{ name: context.functionName, left: context.getRemainingTimeInMillis() > 0, id: context.awsRequestId.length },
    });`,
    { environment: { TABLE: { Ref: 'Table' } }, resources: { Table: table() } },
  );
  await call();
  expect((await call()).payload).toEqual({
    ...{ calls: 2, table: 'Test-Table', region: 'eu-west-1', home: null },
    ...{ name: 'Test-F', left: true, id: 36 },
  });
});

test('a function that was warmed is loaded before its first call, and once', async () => {
  const { cloud, call } = await called(`console.log('loaded'); export const handler = async () => ({ done: true });`);
  cloud.warm();
  expect(cloud.logs.get('Test-F')).toEqual(['loaded']);
  await call();
  cloud.warm();
  expect(cloud.logs.get('Test-F')).toEqual(['loaded']);
});

test('what a function writes is its log: console, and the stream loggers write to', async () => {
  const { cloud, call } = await called(`
    import { Console } from 'node:console';
    export const handler = async () => { console.log('a %d', 1); new Console(process.stdout, process.stderr).error('b'); };`);
  expect((await call()).payload).toBeNull();
  expect(cloud.logs.get('Test-F')).toEqual(['a 1', 'b']);
});

test('a thrown error is answered with its name, its message and where it was', async () => {
  const { call } = await called(
    "export const handler = async () => { throw Object.assign(new Error('no'), { name: 'Refused' }); };",
  );
  const { FunctionError, payload } = await call();
  expect([FunctionError, payload.errorType, payload.errorMessage, payload.trace[0]]).toEqual([
    'Unhandled',
    'Refused',
    'no',
    'Refused: no',
  ]);
});

test('a bundle that does not load fails its calls, and a missing function is not found', async () => {
  const { cloud, call } = await called("throw new Error('at init'); export const handler = 1;");
  expect((await call()).payload).toMatchObject({ errorType: 'Error', errorMessage: 'at init' });
  const missing = clients(cloud).lambda.send(new InvokeCommand({ FunctionName: 'none' }));
  await expect(missing).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('a call from inside a function is known by its invocation', async () => {
  const { cloud, call } = await called(
    `import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
    const db = new DynamoDBClient({});
    export const handler = async ({ id }) => {
      await db.send(new PutItemCommand({ TableName: process.env.TABLE, Item: { pk: { S: id }, sk: { S: '1' } } }));
    };`,
    { environment: { TABLE: { Ref: 'Table' } }, resources: { Table: table() } },
  );
  await Promise.all(['a', 'b'].map((id) => call({ id })));
  const writes = cloud.meter.records.filter(({ what }) => what === 'PutItem');
  const invocations = cloud.meter.records.filter(({ what }) => what === 'Invoke');
  expect(writes.map(({ key, functionName, writeUnits }) => [key, functionName, writeUnits]).sort()).toEqual([
    ['a', 'Test-F', 1],
    ['b', 'Test-F', 1],
  ]);
  expect(new Set(writes.map(({ invocation }) => invocation))).toEqual(
    new Set(invocations.map(({ invocation }) => invocation)),
  );
  expect(invocations[0]).toMatchObject({ functionName: 'Test-F', memoryMb: 256, billedMs: expect.any(Number) });
});

test('a test may make the next call fail', async () => {
  const { cloud, call } = await called('export const handler = async () => 1;');
  cloud.fail.nextInvocation('Test-F', new Error('out of memory'));
  expect((await call()).payload).toMatchObject({ errorMessage: 'out of memory' });
  expect((await call()).payload).toBe(1);
});
