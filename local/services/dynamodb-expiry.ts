import type { Clock } from '../clock.ts';
import type { Item } from './dynalite.ts';

export type Expiry = Readonly<{
  /** Sets, moves or lifts the time an item goes, after each write of it. */
  await(table: string, key: Item, attribute: string, item: Item | undefined): void;
  close(): void;
}>;

/** Items go at the very second they say; AWS takes up to days, which nobody may count on either. */
export function expiry(clock: Clock, expire: (table: string, key: Item) => void): Expiry {
  const timers = new Map<string, () => void>();
  return {
    await(table, key, attribute, item) {
      const id = `${table}/${JSON.stringify(key)}`;
      timers.get(id)?.();
      timers.delete(id);
      const seconds = Number(item?.[attribute]?.N);
      if (Number.isFinite(seconds))
        timers.set(
          id,
          clock.at(seconds * 1000, () => expire(table, key)),
        );
    },
    close() {
      for (const cancel of timers.values()) cancel();
    },
  };
}
