import { createRequire } from 'node:module';
import { queryInMemory } from './memory-query.ts';
import { inMemory } from './memory-store.ts';
import { keepParsedExpressions } from './parsed-expressions.ts';

/** An attribute map in DynamoDB's own JSON. */
export type Item = Record<string, Readonly<Record<string, unknown>>>;

export type KeyElement = Readonly<{ AttributeName: string; KeyType: 'HASH' | 'RANGE' }>;
export type Index = Readonly<{
  IndexName: string;
  KeySchema: readonly KeyElement[];
  Projection: Readonly<{ ProjectionType: string; NonKeyAttributes?: readonly string[] }>;
}>;
export type TableDescription = Readonly<{
  TableName: string;
  KeySchema: readonly KeyElement[];
  GlobalSecondaryIndexes?: readonly Index[];
  TableStatus: string;
}>;

export type Done<T> = (error?: DynaliteError | null, value?: T) => void;
export type DynaliteError = Error & {
  statusCode?: number;
  body?: { __type: string; message?: string; Message?: string };
};

export type ItemDb = Readonly<{
  lock: unknown;
  get(key: string, done: Done<Item>): void;
  put(key: string, item: Item, done: Done<void>): void;
  del(key: string, done: Done<void>): void;
  createValueStream(range: object): object;
}>;

export type Store = Readonly<{
  db: Readonly<{ open(): Promise<void>; close(): Promise<void> }>;
  tableDb: { awsAccountId: string; awsRegion: string };
  getItemDb(table: string): ItemDb;
  getIndexDb(kind: string, table: string, index: string): ItemDb;
  getTable(table: string, ...checkStatusAndDone: [boolean, Done<TableDescription>] | [Done<TableDescription>]): void;
}>;

type Parameters = Record<string, unknown>;
type Action = (store: Store, data: Parameters, done: Done<Parameters>) => void;
type Validation = Readonly<{ types: Readonly<Record<string, unknown>>; custom?: unknown }>;

const require = createRequire(import.meta.url);
const database = require('dynalite/db') as {
  create(options: Readonly<{ path?: string; createTableMs: number }>): Store;
  itemSize(item: unknown): number;
};
const validations = require('dynalite/validations') as {
  checkTypes(data: unknown, types: unknown): Parameters;
  checkValidations(data: Parameters, types: unknown, custom: unknown, store: Store): void;
};

keepParsedExpressions();
queryInMemory();

/** Tables in memory, or kept in the directory `path`. */
export function openStore(path?: string): Store {
  const store = database.create({ path, createTableMs: 0 });
  return path ? store : inMemory(store);
}

/** Bytes an item takes as DynamoDB counts them. */
export const itemSize = (item: Item): number => database.itemSize(item);

const fileOf = (operation: string) => operation.charAt(0).toLowerCase() + operation.slice(1);

export const parametersOf = (operation: string): readonly string[] =>
  Object.keys((require(`dynalite/validations/${fileOf(operation)}`) as Validation).types);

/** Validates as the HTTP server of dynalite would, then acts; the store may be a wrapped one. */
export function act(store: Store, operation: string, input: unknown): Promise<Parameters> {
  const { types, custom } = require(`dynalite/validations/${fileOf(operation)}`) as Validation;
  // A copy, since what dynalite does not know is deleted from what it is given.
  const data = validations.checkTypes({ ...(input as object) }, types);
  validations.checkValidations(data, types, custom, store);
  return actUnchecked(store, operation, data);
}

export function actUnchecked(store: Store, operation: string, data: Parameters): Promise<Parameters> {
  const action = require(`dynalite/actions/${fileOf(operation)}`) as Action;
  return new Promise((resolve, reject) => {
    action(store, data, (error, output) => (error ? reject(error) : resolve(output ?? {})));
  });
}
