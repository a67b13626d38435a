import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';

const HELP = `node scripts/put-back.ts --from RESTORED --to TABLE [--write]

Puts a table back to what a point-in-time restore made of it, item by item: what came later goes, what was changed or lost
comes back. Prints the numbers of the tickets that this changes, one a line. Without --write it changes nothing.
Nobody may write meanwhile: docs/runbook.md says how to close the desk before, and how it comes back.`;

type Item = Readonly<Record<string, unknown> & { pk: string; sk: string }>;
export type Difference = Readonly<{ later: readonly Item[]; lost: readonly Item[]; tickets: readonly string[] }>;

/** Every item of a table. */
export async function itemsOf(db: DynamoDBDocumentClient, TableName: string): Promise<Item[]> {
  const items: Item[] = [];
  for await (const { Items = [] } of paginateScan({ client: db }, { TableName })) {
    items.push(...(Items as Item[]));
  }
  return items;
}

/** What must go and what must be put, so that a table holds what it held. */
export function difference(now: readonly Item[], then: readonly Item[]): Difference {
  const [inNow, inThen] = [byKey(now), byKey(then)];
  const later = now.filter((item) => !inThen.has(keyOf(item)));
  const lost = then.filter((item) => !isDeepStrictEqual(item, inNow.get(keyOf(item))));
  const tickets = [...later, ...lost].flatMap(({ pk }) => /^TICKET#(.+)$/.exec(pk)?.[1] ?? []);
  return { later, lost, tickets: [...new Set(tickets)].sort() };
}

/** The newest goes first and the oldest comes first: a log that is read meanwhile has no gap. */
export async function putBack(
  db: DynamoDBDocumentClient,
  TableName: string,
  { later, lost }: Difference,
): Promise<void> {
  const inOrder = (items: readonly Item[]) => [...items].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  for (const { pk, sk } of inOrder(later).reverse()) await db.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
  for (const Item of inOrder(lost)) await db.send(new PutCommand({ TableName, Item }));
}

const keyOf = ({ pk, sk }: Item): string => `${pk} ${sk}`;
const byKey = (items: readonly Item[]) => new Map(items.map((item) => [keyOf(item), item]));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { from, to, write, help } = parseArgs({
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      write: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  }).values;
  if (help || !from || !to) {
    console.error(HELP);
    process.exit(help ? 0 : 2);
  }
  const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const changes = difference(await itemsOf(db, to), await itemsOf(db, from));
  if (changes.tickets.length > 0) console.log(changes.tickets.join('\n'));
  if (write) await putBack(db, to, changes);
  const done = write ? 'were' : 'would be';
  console.error(
    `${changes.later.length} items ${done} deleted, ${changes.lost.length} put; ${changes.tickets.length} tickets`,
  );
}
