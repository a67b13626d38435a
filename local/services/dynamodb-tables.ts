import type { Resource, Stack } from '../template/stack.ts';
import { actUnchecked, type Item, type Store, type TableDescription } from './dynalite.ts';

export type Table = Readonly<{ description: TableDescription; ttlAttribute?: string }>;

type Properties = Readonly<{
  KeySchema?: unknown;
  AttributeDefinitions?: unknown;
  GlobalSecondaryIndexes?: readonly Index[];
  LocalSecondaryIndexes?: readonly Index[];
  StreamSpecification?: unknown;
  TimeToLiveSpecification?: Readonly<{ AttributeName?: string; Enabled?: boolean }>;
}>;
type Index = Readonly<{ IndexName: string; KeySchema: unknown; Projection: unknown }>;

export const tablesOf = (stack: Stack): readonly Resource[] =>
  stack.ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable');

/** The key attributes of an item. */
export const keysIn = ({ description: { KeySchema } }: Table, item: Item): Item =>
  Object.fromEntries(KeySchema.map(({ AttributeName: name }) => [name, item[name] as Item[string]]));

/** The table as the store knows it, made if it is not there yet. Billing is on demand, whatever the template says. */
export async function ensureTable(store: Store, resource: Resource): Promise<Table> {
  const { name } = resource;
  const { TimeToLiveSpecification: ttl, ...given } = resource.properties as Properties;
  if (!(await lookUp(store, name))) {
    await actUnchecked(store, 'CreateTable', {
      TableName: name,
      KeySchema: given.KeySchema,
      AttributeDefinitions: given.AttributeDefinitions,
      BillingMode: 'PAY_PER_REQUEST',
      GlobalSecondaryIndexes: given.GlobalSecondaryIndexes?.map(keyAndProjection),
      LocalSecondaryIndexes: given.LocalSecondaryIndexes?.map(keyAndProjection),
      StreamSpecification: given.StreamSpecification,
    });
  }
  for (;;) {
    const description = await lookUp(store, name);
    if (description?.TableStatus === 'ACTIVE') {
      return { description, ttlAttribute: ttl?.Enabled === false ? undefined : ttl?.AttributeName };
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

const keyAndProjection = ({ IndexName, KeySchema, Projection }: Index) => ({ IndexName, KeySchema, Projection });

const lookUp = (store: Store, name: string) =>
  new Promise<TableDescription | undefined>((resolve) => store.getTable(name, false, (_, table) => resolve(table)));
