import { Stream } from 'node:stream';
import type { Done, Item, ItemDb, Store, TableDescription } from './dynalite.ts';

export type Range = Readonly<{
  gt?: string;
  gte?: string;
  lt?: string;
  lte?: string;
  reverse?: boolean;
  limit?: number;
}>;

/** An item as it lies here, with how large it is, once that was asked for. */
export type Kept = { readonly text: string; sizes: Readonly<{ item: number; stored: number }> | undefined };

/**
 * The store with its items in plain maps, for what is not kept on disk: dynalite's own memory keeps bytes in a tree and
 * gives them one by one through a stream, which was half of what a read cost. Each call still answers in a later turn
 * of the event loop, so that calls side by side come between one another as before.
 */
export function inMemory(store: Store): Store {
  const dbs = new Map<string, ItemDb>();
  const dbOf = (name: string, made: () => ItemDb) => {
    const db = dbs.get(name) ?? memoryDb(made());
    dbs.set(name, db);
    return db;
  };
  const known = new Map<string, TableDescription>();
  return {
    ...store,
    getItemDb: (table) => dbOf(`item ${table}`, () => store.getItemDb(table)),
    getIndexDb: (kind, table, index) =>
      dbOf(`index ${kind.toLowerCase()} ${table} ${index}`, () => store.getIndexDb(kind, table, index)),
    getTable(name, ...rest) {
      const done = rest.at(-1) as Done<TableDescription>;
      const table = known.get(name);
      if (table) return void setImmediate(done, null, table);
      store.getTable(name, rest[0] === true, (error, found) => {
        // Nothing changes a table here once it is made.
        if (found?.TableStatus === 'ACTIVE') known.set(name, found);
        done(error, found);
      });
    },
  };
}

export type MemoryDb = ItemDb & Readonly<{ keptIn(range: Range): Kept[] }>;

/** Keys are ASCII, in which dynalite spells values so that they sort as DynamoDB sorts them. */
function memoryDb({ lock }: ItemDb): MemoryDb {
  const keys: string[] = [];
  const items = new Map<string, Kept>();

  /** How many keys come before this one, or up to it. */
  const before = (key: string, orAt: boolean) => {
    let low = 0;
    for (let high = keys.length; low < high; ) {
      const middle = (low + high) >> 1;
      const other = keys[middle] as string;
      if (other < key || (orAt && other === key)) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const keptIn = ({ gt, gte, lt, lte, reverse, limit = -1 }: Range) => {
    const first = gte ? before(gte, false) : gt ? before(gt, true) : 0;
    const end = lte ? before(lte, true) : lt ? before(lt, false) : keys.length;
    const found = keys.slice(first, end);
    if (reverse) found.reverse();
    return (limit < 0 ? found : found.slice(0, limit)).map((key) => items.get(key) as Kept);
  };

  return {
    lock,
    get(key, done: Done<Item>) {
      const kept = items.get(key);
      setImmediate(done, null, kept && JSON.parse(kept.text));
    },
    put(key, item, done) {
      if (!items.has(key)) keys.splice(before(key, false), 0, key);
      items.set(key, { text: JSON.stringify(item), sizes: undefined });
      setImmediate(done, null);
    },
    del(key, done) {
      if (items.delete(key)) keys.splice(before(key, false), 1);
      setImmediate(done, null);
    },
    keptIn,
    createValueStream(range: Range) {
      const kept = keptIn(range);
      let isDestroyed = false;
      const stream = Object.assign(new Stream(), {
        destroy() {
          isDestroyed = true;
        },
      });
      setImmediate(() => {
        for (const { text } of kept) if (!isDestroyed) stream.emit('data', JSON.parse(text));
        if (!isDestroyed) stream.emit('end');
      });
      return stream;
    },
  };
}
