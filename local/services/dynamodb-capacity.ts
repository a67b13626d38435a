import { type Index, type Item, itemSize, type TableDescription } from './dynalite.ts';

const WRITE_UNIT_BYTES = 1024;

const units = (item: Item | undefined) => (item ? Math.max(1, Math.ceil(itemSize(item) / WRITE_UNIT_BYTES)) : 0);

/** Write units of replacing `before` by `after`: the larger of the two in the table, and what each index has to change. */
export function writeUnits(
  { KeySchema, GlobalSecondaryIndexes = [] }: TableDescription,
  before?: Item,
  after?: Item,
): number {
  const tableKeys = KeySchema.map(({ AttributeName }) => AttributeName);
  const inTable = Math.max(units(before), units(after), 1);
  return GlobalSecondaryIndexes.reduce((sum, index) => sum + indexUnits(index, tableKeys, before, after), inTable);
}

function indexUnits(index: Index, tableKeys: readonly string[], before?: Item, after?: Item) {
  const old = projected(index, tableKeys, before);
  const next = projected(index, tableKeys, after);
  if (!old || !next) return units(old ?? next);
  if (JSON.stringify(old) === JSON.stringify(next)) return 0;
  const moved = index.KeySchema.some(
    ({ AttributeName: key }) => JSON.stringify(old[key]) !== JSON.stringify(next[key]),
  );
  return moved ? units(old) + units(next) : Math.max(units(old), units(next));
}

function projected({ KeySchema, Projection }: Index, tableKeys: readonly string[], item?: Item): Item | undefined {
  const indexKeys = KeySchema.map(({ AttributeName }) => AttributeName);
  if (!item || indexKeys.some((key) => item[key] === undefined)) return undefined;
  const kept = [...indexKeys, ...tableKeys, ...(Projection.NonKeyAttributes ?? [])];
  const names = Object.keys(item).filter((name) => Projection.ProjectionType === 'ALL' || kept.includes(name));
  return Object.fromEntries(names.sort().map((name) => [name, item[name] as Item[string]]));
}
