import type { Activity } from '../activity.ts';
import type { Clock } from '../clock.ts';
import type { Meter } from '../meter.ts';
import { AwsError, unsupported } from '../protocol/aws-error.ts';
import type { Caller, Operation, Operations } from '../protocol/operation.ts';
import type { Resource, Stack } from '../template/stack.ts';
import {
  act,
  actUnchecked,
  type DynaliteError,
  type Item,
  type ItemDb,
  openStore,
  parametersOf,
  type Store,
  type TableDescription,
} from './dynalite.ts';
import { writeUnits } from './dynamodb-capacity.ts';

export type Change = Readonly<{ table: string; keys: Item; before?: Item; after?: Item; expired: boolean }>;

export type DynamoDb = Readonly<{
  operations: Operations;
  /** Makes the tables that are not there yet, and sets the expiry of the items that are. */
  deploy(stack: Stack): Promise<void>;
  /** Every item of a table, in no order. */
  items(table: string): Promise<readonly Item[]>;
  /** The key attributes of an item. */
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

type Table = Readonly<{ description: TableDescription; ttlAttribute?: string }>;

const READS = ['GetItem', 'BatchGetItem', 'Query', 'Scan'];
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'];
const OTHERS = ['DescribeTable', 'ListTables'];

type Input = Readonly<Record<string, unknown>>;
type Written = { key: string; before?: Item; after?: Item; table: string };

/** DynamoDB is dynalite; added here: the change stream, expiry, and what each call consumes. */
export function dynamoDb({ path, activity, clock, meter, onChange }: Options): DynamoDb {
  const store = openStore(path);
  const tables = new Map<string, Table>();
  const expiries = new Map<string, () => void>();

  const keysOf = (table: string, item: Item) => {
    const schema = tables.get(table)?.description.KeySchema ?? [];
    return Object.fromEntries(schema.map(({ AttributeName: name }) => [name, item[name] as Item[string]]));
  };

  const committed = (table: string, before: Item | undefined, after: Item | undefined, expired: boolean) => {
    const item = after ?? before;
    if (!item) return;
    const keys = keysOf(table, item);
    awaitExpiry(table, keys, after);
    if (JSON.stringify(before) !== JSON.stringify(after)) onChange({ table, keys, before, after, expired });
  };

  /** The store, as one call sees it: what the call wrote is noted, and published in the order of the commits. */
  const noting = (written: Written[], expired = false): Store => ({
    ...store,
    getItemDb(table) {
      const db = store.getItemDb(table);
      const read = new Map<string, Item | undefined>();
      const note = (key: string, after?: Item) => {
        const before = read.get(key);
        written.push({ table, key, before, after });
        committed(table, before, after, expired);
      };
      const notingDb: ItemDb = {
        ...db,
        get: (key, done) =>
          db.get(key, (error, item) => {
            read.set(key, item);
            done(error, item);
          }),
        put: (key, item, done) =>
          db.put(key, item, (error) => {
            if (!error) note(key, item);
            done(error);
          }),
        del: (key, done) =>
          db.del(key, (error) => {
            if (!error) note(key);
            done(error);
          }),
      };
      return notingDb;
    },
  });

  const awaitExpiry = (table: string, Key: Item, item: Item | undefined) => {
    const attribute = tables.get(table)?.ttlAttribute;
    if (!attribute) return;
    const timer = `${table}/${JSON.stringify(Key)}`;
    expiries.get(timer)?.();
    expiries.delete(timer);
    const seconds = Number(item?.[attribute]?.N);
    if (!item || !Number.isFinite(seconds)) return;
    const expire = () => activity.soon(() => actUnchecked(noting([], true), 'DeleteItem', { TableName: table, Key }));
    expiries.set(timer, clock.at(seconds * 1000, expire));
  };

  const meterWrite = (what: string, { table, before, after }: Written, { invocation }: Caller) => {
    const description = tables.get(table)?.description;
    const item = after ?? before;
    if (!description) return;
    const key = item && partitionKey(description, item);
    meter.record({
      service: 'dynamodb',
      what,
      resource: table,
      key,
      writeUnits: writeUnits(description, before, after),
      invocation,
    });
  };

  const write = async (name: string, input: Input, caller: Caller) => {
    const written: Written[] = [];
    try {
      return await act(noting(written), name, input);
    } catch (error) {
      await refusedCondition(name, input, caller, error);
      throw error;
    } finally {
      for (const one of written) meterWrite(name, one, caller);
    }
  };

  /** A refused condition consumes what the write would have, and may be asked to show the item that refused it. */
  const refusedCondition = async (what: string, input: Input, caller: Caller, error: unknown) => {
    if (!(error as DynaliteError).body?.__type.endsWith('#ConditionalCheckFailedException')) return;
    const TableName = String(input.TableName);
    const Key = (input.Key ?? keysOf(TableName, input.Item as Item)) as Item;
    const { Item: item } = (await actUnchecked(store, 'GetItem', { TableName, Key, ConsistentRead: true })) as {
      Item?: Item;
    };
    meterWrite(
      what,
      { table: TableName, key: '', before: item, after: (input.Item as Item | undefined) ?? item ?? Key },
      caller,
    );
    if (input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && item)
      Object.assign((error as DynaliteError).body ?? {}, { Item: item });
  };

  const read = async (name: string, input: Input, { invocation }: Caller) => {
    const asked = input.ReturnConsumedCapacity;
    const output = await act(store, name, { ...input, ReturnConsumedCapacity: asked === 'INDEXES' ? asked : 'TOTAL' });
    const consumed = [output.ConsumedCapacity ?? []].flat() as { TableName: string; CapacityUnits: number }[];
    for (const { TableName: resource, CapacityUnits } of consumed) {
      const readUnits = Math.max(CapacityUnits, input.ConsistentRead ? 1 : 0.5);
      meter.record({
        service: 'dynamodb',
        what: name,
        resource,
        key: keyRead(tables.get(resource)?.description, input),
        readUnits,
        invocation,
      });
    }
    if (!asked || asked === 'NONE') delete output.ConsumedCapacity;
    return output;
  };

  const describe = async (name: string, input: Input) => {
    const output = await act(store, name, input);
    return output;
  };

  const checked =
    (name: string, run: (name: string, input: Input, caller: Caller) => Promise<unknown>): Operation =>
    async (input, caller) => {
      const known = [...parametersOf(name), 'ReturnValuesOnConditionCheckFailure'];
      const unknown = Object.keys(input).find((parameter) => !known.includes(parameter));
      if (unknown) throw unsupported(`the parameter ${unknown} of DynamoDB ${name}`);
      try {
        return await run(name, input, caller);
      } catch (error) {
        throw asAwsError(error);
      }
    };

  const operationsOf = (names: readonly string[], run: Parameters<typeof checked>[1]) =>
    names.map((name) => [name, checked(name, run)] as const);

  const operations: Operations = {
    ...Object.fromEntries([
      ...operationsOf(READS, read),
      ...operationsOf(WRITES, write),
      ...operationsOf(OTHERS, describe),
    ]),
    DescribeTimeToLive: ({ TableName }) => {
      const table = tables.get(String(TableName));
      if (!table)
        throw new AwsError('ResourceNotFoundException', `Requested resource not found: Table: ${TableName} not found`);
      const { ttlAttribute: AttributeName } = table;
      return {
        TimeToLiveDescription: AttributeName
          ? { TimeToLiveStatus: 'ENABLED', AttributeName }
          : { TimeToLiveStatus: 'DISABLED' },
      };
    },
  };

  const items = async (TableName: string) => {
    const all: Item[] = [];
    for (let ExclusiveStartKey: unknown; ; ) {
      const page = await act(store, 'Scan', {
        TableName,
        ConsistentRead: true,
        ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
      });
      all.push(...((page.Items ?? []) as Item[]));
      ExclusiveStartKey = page.LastEvaluatedKey;
      if (!ExclusiveStartKey) return all;
    }
  };

  return {
    operations,
    items,
    keysOf,
    async deploy(stack) {
      Object.assign(store.tableDb, { awsAccountId: stack.account, awsRegion: stack.region });
      for (const resource of stack.ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')) {
        const isNew = !tables.has(resource.name);
        const table = await makeTable(store, resource);
        tables.set(resource.name, table);
        if (!isNew || !table.ttlAttribute || !path) continue;
        for (const item of await items(resource.name)) awaitExpiry(resource.name, keysOf(resource.name, item), item);
      }
    },
    async close() {
      for (const cancel of expiries.values()) cancel();
      await store.db.close();
    },
  };
}

async function makeTable(store: Store, { name, properties }: Resource): Promise<Table> {
  const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, LocalSecondaryIndexes, StreamSpecification } =
    properties;
  const ttl = properties.TimeToLiveSpecification as { AttributeName?: string; Enabled?: boolean } | undefined;
  const indexes = (list: unknown) =>
    (list as Record<string, unknown>[] | undefined)?.map(({ IndexName, KeySchema, Projection }) => ({
      IndexName,
      KeySchema,
      Projection,
    }));

  const lookUp = () =>
    new Promise<TableDescription | undefined>((resolve) => store.getTable(name, false, (_, table) => resolve(table)));
  if (!(await lookUp())) {
    await actUnchecked(store, 'CreateTable', {
      TableName: name,
      KeySchema,
      AttributeDefinitions,
      BillingMode: 'PAY_PER_REQUEST',
      GlobalSecondaryIndexes: indexes(GlobalSecondaryIndexes),
      LocalSecondaryIndexes: indexes(LocalSecondaryIndexes),
      StreamSpecification,
    });
  }
  for (;;) {
    const description = await lookUp();
    if (description?.TableStatus === 'ACTIVE') {
      return { description, ttlAttribute: ttl?.Enabled === false ? undefined : ttl?.AttributeName };
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

function asAwsError(error: unknown): unknown {
  const { statusCode, body } = error as DynaliteError;
  if (!statusCode || !body) return error;
  const { __type, message, Message, ...fields } = body;
  return new AwsError(__type.slice(__type.lastIndexOf('#') + 1), message ?? Message ?? '', statusCode, fields);
}

const partitionKey = ({ KeySchema }: TableDescription, item: Item) => {
  const [value] = Object.values(item[String(KeySchema[0]?.AttributeName)] ?? {});
  return value === undefined ? undefined : String(value);
};

/** The partition a GetItem or a Query on the table itself looked at. */
function keyRead(description: TableDescription | undefined, input: Input): string | undefined {
  if (!description) return undefined;
  if (input.Key) return partitionKey(description, input.Key as Item);
  const name = description.KeySchema[0]?.AttributeName;
  const expression = String(input.KeyConditionExpression ?? '');
  const names = (input.ExpressionAttributeNames ?? {}) as Record<string, string>;
  const values = (input.ExpressionAttributeValues ?? {}) as Item;
  for (const [, left = '', right = ''] of expression.matchAll(/([\w#]+)\s*=\s*(:\w+)/g)) {
    if ((names[left] ?? left) === name) return String(Object.values(values[right] ?? {})[0]);
  }
  return undefined;
}
