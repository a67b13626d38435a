import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A list that only grows; with a directory it is kept there, one JSON line each. */
export type KeptList<T> = Readonly<{ items: readonly T[]; add(item: T): void }>;

export function keptList<T>(dataDir: string | undefined, name: string): KeptList<T> {
  const file = dataDir && join(dataDir, `${name}.jsonl`);
  const lines = file && existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const items = lines.map((line) => JSON.parse(line) as T);
  return {
    items,
    add(item) {
      items.push(item);
      if (file) appendFileSync(file, `${JSON.stringify(item)}\n`);
    },
  };
}

/** One value; with a directory it is kept there as JSON whenever it is set. */
export type KeptValue<T> = Readonly<{ get(): T; set(value: T): void }>;

export function keptValue<T>(dataDir: string | undefined, name: string, first: T): KeptValue<T> {
  const file = dataDir && join(dataDir, `${name}.json`);
  let value: T = file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : first;
  return {
    get: () => value,
    set(next) {
      value = next;
      if (!file) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(next));
    },
  };
}
