import { createRequire } from 'node:module';
import type { Done, Item, Store, TableDescription } from './dynalite.ts';
import type { Kept, MemoryDb, Range } from './memory-store.ts';

type Query = Readonly<{
  TableName: string;
  IndexName?: string;
  Limit?: number;
  Select?: string;
  ConsistentRead?: boolean;
  ReturnConsumedCapacity?: string;
  QueryFilter?: unknown;
  ScanFilter?: unknown;
  ConditionalOperator?: unknown;
  AttributesToGet?: readonly string[];
  _projection?: Readonly<{ paths: readonly string[] }>;
  _filter?: Readonly<{ expression: unknown }>;
}>;
type Answer = Done<Record<string, unknown>>;
type QueryTable = (
  ...given: [Store, TableDescription, Query, Range, isLocal: boolean, readsItems: boolean, string[], Answer]
) => void;
type Database = {
  queryTable: QueryTable;
  itemSize(item: Item, ...asStored: [] | [compress: true, addMetaSize: true, rangeKey: string | undefined]): number;
  matchesExprFilter(item: Item, expression: unknown): boolean;
  matchesFilter(item: Item, filter: unknown, operator: unknown): boolean;
  mapPaths(paths: readonly string[], item: Item): Item;
};
type Found = Readonly<{ items: readonly Item[]; bytes: number; isCut: boolean }>;

const PAGE_BYTES = 1024 * 1024;
const READ_UNIT_BYTES = 4096;

/**
 * dynalite takes what a query finds through a stream and four lazy lists, and counts the bytes of each item twice with
 * every read. What lies in memory is taken at once, and the bytes of an item are counted once; the answer is the same.
 */
export function queryInMemory(): void {
  const database = createRequire(import.meta.url)('dynalite/db') as Database;
  const throughStream = database.queryTable;
  database.queryTable = (...given) => {
    const [store, table, query, range, isLocal, readsItems, startKeys, done] = given;
    const { TableName, IndexName } = query;
    const db = IndexName
      ? store.getIndexDb(isLocal ? 'local' : 'global', TableName, IndexName)
      : store.getItemDb(TableName);
    if (readsItems || !('keptIn' in db)) return throughStream(...given);
    const rangeKey = table.KeySchema[1]?.AttributeName;
    const found = firstPage(database, (db as MemoryDb).keptIn(range), query, rangeKey);
    setImmediate(done, null, answerOf(database, found, query, startKeys, isLocal));
  };
}

/** As many as the limit and a megabyte take. */
function firstPage({ itemSize }: Database, kept: readonly Kept[], { Limit }: Query, rangeKey?: string): Found {
  const items: Item[] = [];
  let [bytes, stored] = [0, 0];
  const isFull = () => items.length >= (Limit ?? Number.POSITIVE_INFINITY) || stored >= PAGE_BYTES;
  for (const one of kept) {
    if (isFull()) break;
    const item: Item = JSON.parse(one.text);
    one.sizes ??= { item: itemSize(item), stored: itemSize(item, true, true, rangeKey) };
    bytes += one.sizes.item;
    stored += one.sizes.stored;
    items.push(item);
  }
  return { items, bytes, isCut: isFull() };
}

function answerOf(
  database: Database,
  { items, bytes, isCut }: Found,
  query: Query,
  startKeys: string[],
  isLocal: boolean,
) {
  const { Select, AttributesToGet, _projection, ReturnConsumedCapacity: asked } = query;
  const last = items.at(-1);
  const matching = items.filter((item) => matches(database, item, query));
  const paths = _projection?.paths ?? AttributesToGet;
  return {
    ScannedCount: items.length,
    ...(isCut && last && { LastEvaluatedKey: Object.fromEntries(startKeys.map((key) => [key, last[key]])) }),
    Count: matching.length,
    ...(Select !== 'COUNT' && { Items: paths ? matching.map((item) => database.mapPaths(paths, item)) : matching }),
    ...((asked === 'TOTAL' || asked === 'INDEXES') && { ConsumedCapacity: capacityOf(bytes, query, isLocal) }),
  };
}

function matches(database: Database, item: Item, { _filter, QueryFilter, ScanFilter, ConditionalOperator }: Query) {
  if (_filter) return database.matchesExprFilter(item, _filter.expression);
  const filter = QueryFilter ?? ScanFilter;
  return !filter || database.matchesFilter(item, filter, ConditionalOperator);
}

function capacityOf(
  bytes: number,
  { TableName, IndexName, ConsistentRead, ReturnConsumedCapacity }: Query,
  isLocal: boolean,
) {
  const CapacityUnits = Math.ceil(bytes / READ_UNIT_BYTES) * (ConsistentRead ? 1 : 0.5);
  const total = { CapacityUnits, TableName };
  if (ReturnConsumedCapacity !== 'INDEXES') return total;
  if (!IndexName) return { ...total, Table: { CapacityUnits } };
  const indexes = isLocal ? 'LocalSecondaryIndexes' : 'GlobalSecondaryIndexes';
  return { ...total, Table: { CapacityUnits: 0 }, [indexes]: { [IndexName]: { CapacityUnits } } };
}
