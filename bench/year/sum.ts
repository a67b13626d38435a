import type { Figures } from './figures.ts';

type Counts = Readonly<Record<string, number | Readonly<Record<string, number>>>>;

/** What several desks found, as one: counts added, the slowest of all, the first of what must not be. */
export function sumOf(all: readonly Figures[]): Figures {
  const [first] = all;
  if (!first) throw new Error('no desk found anything');
  const counts = Object.fromEntries(
    Object.keys(first).map((name) => [name, added(all.map((one) => one[name as keyof Figures]))]),
  );
  return {
    ...(counts as unknown as Figures),
    slowestRaiseSeconds: Math.max(...all.map(({ slowestRaiseSeconds }) => slowestRaiseSeconds)),
    wallSeconds: Math.max(...all.map(({ wallSeconds }) => wallSeconds)),
  };
}

function added(values: readonly unknown[]): unknown {
  if (values.every((value) => typeof value === 'number')) return values.reduce((sum: number, one) => sum + one, 0);
  if (values.every(Array.isArray)) return values.flat();
  const records = values.map((value) => (value ?? {}) as Counts);
  const names = new Set(records.flatMap((record) => Object.keys(record)));
  return Object.fromEntries(
    [...names].map((name) => [name, added(records.flatMap((record) => (name in record ? [record[name]] : [])))]),
  );
}
