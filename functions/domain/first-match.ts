import type { Table } from '../rules/table.ts';
import type { Because } from './event-words.ts';

/** A log item has room for so many ids of rules; a table with more rows above the match names the nearest ones. */
const MOST_PASSED_OVER = 12;

/** The first row that matches, and why: the rules above it that did not. A table without a catch-all row is a fault. */
export function firstMatch<Row extends readonly [rule: string, ...rest: unknown[]]>(
  table: Table<Row>,
  question: string,
  matches: (row: Row) => boolean,
): { row: Row; because: Because } {
  const index = table.rows.findIndex(matches);
  const row = table.rows[index];
  if (!row) throw new Error(`no rule of ${table.id} covers this: its last row must catch all`);
  const passedOver = table.rows.slice(0, index).map(([rule]) => rule);
  return { row, because: because(table, question, row[0], passedOver) };
}

export function because(table: Table<unknown>, question: string, rule: string, passedOver: readonly string[]): Because {
  return { question, table: table.id, version: table.version, rule, passedOver: passedOver.slice(-MOST_PASSED_OVER) };
}
