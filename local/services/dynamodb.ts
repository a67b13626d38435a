import type { Activity } from '../activity.ts';
import type { Clock } from '../clock.ts';
import type { Meter } from '../meter.ts';
import { AwsError, unsupported } from '../protocol/aws-error.ts';
import type { Caller, Operation, Operations } from '../protocol/operation.ts';
import type { Stack } from '../template/stack.ts';
import { act, actUnchecked, type DynaliteError, type Item, openStore, parametersOf } from './dynalite.ts';
import { partitionKey, partitionRead, writeUnits } from './dynamodb-capacity.ts';
import { notingStore, type Written } from './dynamodb-changes.ts';
import { expiry } from './dynamodb-expiry.ts';
import { ensureTable, keysIn, type Table, tablesOf } from './dynamodb-tables.ts';

export type Change = Written & Readonly<{ keys: Item; expired: boolean }>;

export type DynamoDb = Readonly<{
  operations: Operations;
  /** Makes the tables that are not there yet, and sets the expiry of the items that are. */
  deploy(stack: Stack): Promise<void>;
  /** Every item of a table, in no order. */
  items(table: string): Promise<readonly Item[]>;
  keysOf(table: string, item: Item): Item;
  close(): Promise<void>;
}>;

type Options = Readonly<{
  path?: string;
  activity: Activity;
  clock: Clock;
  meter: Meter;
  onChange: (change: Change) => void;
}>;

type Input = Readonly<Record<string, unknown>>;
type Run = (name: string, input: Input, caller: Caller) => Promise<unknown>;

/** DynamoDB is dynalite; added here: the change stream, expiry, and what each call consumes. */
export function dynamoDb({ path, activity, clock, meter, onChange }: Options): DynamoDb {
  const store = openStore(path);
  const tables = new Map<string, Table>();

  const tableOf = (name: unknown): Table => {
    const table = tables.get(String(name));
    if (!table)
      throw new AwsError('ResourceNotFoundException', `Requested resource not found: Table: ${name} not found`);
    return table;
  };

  const committed = (written: Written, expired: boolean) => {
    const { table: name, before, after } = written;
    const table = tableOf(name);
    const item = after ?? before;
    if (!item) return;
    const keys = keysIn(table, item);
    if (table.ttlAttribute) expiring.await(name, keys, table.ttlAttribute, after);
    if (JSON.stringify(before) !== JSON.stringify(after)) onChange({ ...written, keys, expired });
  };

  const expiring = expiry(clock, (TableName, Key) => {
    const noting = notingStore(store, (written) => committed(written, true));
    activity.soon(() => actUnchecked(noting, 'DeleteItem', { TableName, Key }));
  });

  const meterWrite = (what: string, { table, before, after }: Written, { invocation }: Caller) => {
    const { description } = tableOf(table);
    const item = after ?? before;
    const key = item && partitionKey(description, item);
    const units = writeUnits(description, before, after);
    meter.record({ service: 'dynamodb', what, resource: table, key, writeUnits: units, invocation });
  };

  const write: Run = async (name, input, caller) => {
    const noting = notingStore(store, (written) => {
      committed(written, false);
      meterWrite(name, written, caller);
    });
    try {
      return await act(noting, name, input);
    } catch (error) {
      const { body } = error as DynaliteError;
      if (body?.__type.endsWith('#ConditionalCheckFailedException')) {
        const Item = await itemThatRefused(name, input, caller);
        if (input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && Item) Object.assign(body, { Item });
      }
      throw error;
    }
  };

  /** A refused write consumes what it would have written over. */
  const itemThatRefused = async (what: string, input: Input, caller: Caller): Promise<Item | undefined> => {
    const table = String(input.TableName);
    const Key = (input.Key ?? keysIn(tableOf(table), input.Item as Item)) as Item;
    const read = await actUnchecked(store, 'GetItem', { TableName: table, Key, ConsistentRead: true });
    const before = read.Item as Item | undefined;
    meterWrite(what, { table, before, after: (input.Item as Item | undefined) ?? before ?? Key }, caller);
    return before;
  };

  const read: Run = async (what, input, { invocation }) => {
    const asked = input.ReturnConsumedCapacity;
    const output = await act(store, what, { ...input, ReturnConsumedCapacity: asked === 'INDEXES' ? asked : 'TOTAL' });
    const consumed = [output.ConsumedCapacity ?? []].flat() as { TableName: string; CapacityUnits: number }[];
    for (const { TableName: resource, CapacityUnits } of consumed) {
      const key = partitionRead(tableOf(resource).description, input);
      // Looking for what is not there is a read as well.
      const readUnits = Math.max(CapacityUnits, input.ConsistentRead ? 1 : 0.5);
      meter.record({ service: 'dynamodb', what, resource, key, readUnits, invocation });
    }
    if (!asked || asked === 'NONE') delete output.ConsumedCapacity;
    return output;
  };

  const other: Run = (name, input) => act(store, name, input);

  const items = async (TableName: string) => {
    const all: Item[] = [];
    for (let start: object = {}; ; ) {
      const page = await act(store, 'Scan', { TableName, ConsistentRead: true, ...start });
      all.push(...((page.Items ?? []) as Item[]));
      if (!page.LastEvaluatedKey) return all;
      start = { ExclusiveStartKey: page.LastEvaluatedKey };
    }
  };

  const operations: Operations = {
    ...checked(read, ['GetItem', 'BatchGetItem', 'Query', 'Scan']),
    ...checked(write, ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']),
    ...checked(other, ['DescribeTable', 'ListTables']),
    DescribeTimeToLive: ({ TableName }) => {
      const { ttlAttribute: AttributeName } = tableOf(TableName);
      const TimeToLiveStatus = AttributeName ? 'ENABLED' : 'DISABLED';
      return { TimeToLiveDescription: { TimeToLiveStatus, AttributeName } };
    },
  };

  return {
    operations,
    items,
    keysOf: (table, item) => keysIn(tableOf(table), item),
    async deploy(stack) {
      Object.assign(store.tableDb, { awsAccountId: stack.account, awsRegion: stack.region });
      for (const resource of tablesOf(stack)) {
        const { name } = resource;
        const isKnown = tables.has(name);
        const table = await ensureTable(store, resource);
        tables.set(name, table);
        const { ttlAttribute } = table;
        if (isKnown || !ttlAttribute || !path) continue;
        for (const item of await items(name)) expiring.await(name, keysIn(table, item), ttlAttribute, item);
      }
    },
    async close() {
      expiring.close();
      await store.db.close();
    },
  };
}

/** Operations with dynalite's validation before them, its errors in AWS's terms, and no parameter taken in silence. */
const checked = (run: Run, names: readonly string[]): Operations =>
  Object.fromEntries(
    names.map((name): [string, Operation] => {
      const known = [...parametersOf(name), 'ReturnValuesOnConditionCheckFailure'];
      return [
        name,
        async (input, caller) => {
          const unknown = Object.keys(input).find((parameter) => !known.includes(parameter));
          if (unknown) throw unsupported(`the parameter ${unknown} of DynamoDB ${name}`);
          try {
            return await run(name, input, caller);
          } catch (error) {
            throw asAwsError(error);
          }
        },
      ];
    }),
  );

function asAwsError(error: unknown): unknown {
  const { statusCode, body } = error as DynaliteError;
  if (!statusCode || !body) return error;
  const { __type, message, Message, ...fields } = body;
  return new AwsError(__type.slice(__type.lastIndexOf('#') + 1), message ?? Message ?? '', statusCode, fields);
}
