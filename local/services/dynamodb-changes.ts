import type { Item, ItemDb, Store } from './dynalite.ts';

/** What one write did to one item. */
export type Written = Readonly<{ table: string; before?: Item; after?: Item }>;

/** The store, as one call sees it: each thing the call writes is noted as it is committed, in the order of the commits. */
export const notingStore = (store: Store, note: (written: Written) => void): Store => ({
  ...store,
  getItemDb(table) {
    const db = store.getItemDb(table);
    // A writer reads the item under its lock before it writes, so what was read last is what is replaced.
    const read = new Map<string, Item | undefined>();
    const noting: ItemDb = {
      ...db,
      get: (key, done) =>
        db.get(key, (error, item) => {
          read.set(key, item);
          done(error, item);
        }),
      put: (key, item, done) =>
        db.put(key, item, (error) => {
          if (!error) note({ table, before: read.get(key), after: item });
          done(error);
        }),
      del: (key, done) =>
        db.del(key, (error) => {
          if (!error) note({ table, before: read.get(key) });
          done(error);
        }),
    };
    return noting;
  },
});
