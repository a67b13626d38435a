import { dueShardOf } from '../../functions/adapters/next-look.ts';
import type { MeterRecord } from '../../local/meter.ts';

/** Units that one partition key took in its busiest second. */
export type KeyLoad = Readonly<{ key: string; units: number }>;
/** Keys of one kind, such as every ticket's: `total` is what all took together in that kind's busiest second. */
export type KindLoad = Readonly<{ kind: string; keys: number; total: number; hottest: KeyLoad }>;

type Load = Readonly<{ key: string; at: number; units: number }>;

/** What the tables' keys had to take, the hottest kind first. */
export const writeLoad = (records: readonly MeterRecord[]): KindLoad[] =>
  kindsOf(
    records.flatMap(({ service, key, at, writeUnits: units }) =>
      service === 'dynamodb' && key && units ? [{ key, at, units }] : [],
    ),
  );

export const readLoad = (records: readonly MeterRecord[]): KindLoad[] =>
  kindsOf(
    records.flatMap(({ service, key, at, readUnits: units }) =>
      service === 'dynamodb' && key && units ? [{ key, at, units }] : [],
    ),
  );

/**
 * What the due index's keys had to take, at most: the meter counts an index's units with the item's. A ticket enters the
 * index with its first item, and every update of one of its items may move it, which is two units.
 */
export function dueIndexLoad(records: readonly MeterRecord[]): KindLoad | undefined {
  const entered = new Set<string>();
  const loads = records.flatMap(({ service, what, key = '', at, writeUnits }): Load[] => {
    const [, ticket] = /^TICKET#(.+)$/.exec(key) ?? [];
    if (service !== 'dynamodb' || !ticket || !writeUnits) return [];
    const shard = `DUE#${dueShardOf(ticket)}`;
    const isFirst = !entered.has(ticket);
    entered.add(ticket);
    if (what === 'UpdateItem') return [{ key: shard, at, units: 2 }];
    return isFirst ? [{ key: shard, at, units: 1 }] : [];
  });
  return kindsOf(loads)[0];
}

function kindsOf(loads: readonly Load[]): KindLoad[] {
  const kinds = Object.groupBy(loads, ({ key }) => kindOf(key));
  return Object.entries(kinds)
    .map(([kind, ofKind = []]) => {
      const keys = Object.entries(Object.groupBy(ofKind, ({ key }) => key));
      const [hottest = { key: '', units: 0 }] = keys
        .map(([key, ofKey = []]) => ({ key, units: busiestSecond(ofKey) }))
        .sort((one, other) => other.units - one.units);
      return { kind, keys: keys.length, total: busiestSecond(ofKind), hottest };
    })
    .sort((one, other) => other.hottest.units - one.hottest.units);
}

/** `QUEUE#accounting#2` is one of `QUEUE#accounting`, a ticket or a link one of its kind. */
const kindOf = (key: string): string => key.slice(0, key.lastIndexOf('#')) || key;

function busiestSecond(loads: readonly Load[]): number {
  const seconds = new Map<number, number>();
  for (const { at, units } of loads) {
    const second = Math.floor(at / 1000);
    seconds.set(second, (seconds.get(second) ?? 0) + units);
  }
  return Math.max(0, ...seconds.values());
}
