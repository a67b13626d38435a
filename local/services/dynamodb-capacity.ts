import { type Index, type Item, itemSize, type TableDescription } from './dynalite.ts';

const WRITE_UNIT_BYTES = 1024;

const units = (item: Item | undefined) => (item ? Math.max(1, Math.ceil(itemSize(item) / WRITE_UNIT_BYTES)) : 0);

/** Write units of replacing `before` by `after`: the larger of the two in the table, and what each index has to change. */
export function writeUnits(table: TableDescription, before?: Item, after?: Item): number {
  const { KeySchema, GlobalSecondaryIndexes = [] } = table;
  const tableKeys = KeySchema.map(({ AttributeName }) => AttributeName);
  const inTable = Math.max(units(before), units(after), 1);
  return GlobalSecondaryIndexes.reduce((sum, index) => sum + indexUnits(index, tableKeys, before, after), inTable);
}

function indexUnits(index: Index, tableKeys: readonly string[], before?: Item, after?: Item) {
  const old = projected(index, tableKeys, before);
  const next = projected(index, tableKeys, after);
  if (!old || !next) return units(old ?? next);
  if (JSON.stringify(old) === JSON.stringify(next)) return 0;
  const differs = (key: string) => JSON.stringify(old[key]) !== JSON.stringify(next[key]);
  const isMoved = index.KeySchema.some(({ AttributeName }) => differs(AttributeName));
  return isMoved ? units(old) + units(next) : Math.max(units(old), units(next));
}

function projected({ KeySchema, Projection }: Index, tableKeys: readonly string[], item?: Item): Item | undefined {
  const indexKeys = KeySchema.map(({ AttributeName }) => AttributeName);
  if (!item || indexKeys.some((key) => item[key] === undefined)) return undefined;
  const kept = [...indexKeys, ...tableKeys, ...(Projection.NonKeyAttributes ?? [])];
  const names = Object.keys(item).filter((name) => Projection.ProjectionType === 'ALL' || kept.includes(name));
  return Object.fromEntries(names.sort().map((name) => [name, item[name] as Item[string]]));
}

const textOf = (value: Item[string] | undefined) => {
  const [text] = Object.values(value ?? {});
  return text === undefined ? undefined : String(text);
};

export const partitionKey = ({ KeySchema }: TableDescription, item: Item): string | undefined =>
  textOf(item[String(KeySchema[0]?.AttributeName)]);

type Read = Readonly<{
  Key?: Item;
  KeyConditionExpression?: string;
  ExpressionAttributeNames?: Readonly<Record<string, string>>;
  ExpressionAttributeValues?: Item;
}>;

/** The partition of the table that a GetItem or a Query looked at. */
export function partitionRead(table: TableDescription, read: Read): string | undefined {
  if (read.Key) return partitionKey(table, read.Key);
  const { KeyConditionExpression = '', ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values } = read;
  for (const [, left = '', right = ''] of KeyConditionExpression.matchAll(/([\w#]+)\s*=\s*(:\w+)/g)) {
    if ((names[left] ?? left) === table.KeySchema[0]?.AttributeName) return textOf(values?.[right]);
  }
  return undefined;
}
