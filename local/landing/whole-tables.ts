import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { links } from '../../functions/adapters/links.ts';
import { type Queued, queueView } from '../../functions/adapters/queue-view.ts';
import { fold } from '../../functions/domain/evolve.ts';
import { Person } from '../../functions/domain/roster.ts';
import type { Ticket } from '../../functions/domain/ticket.ts';
import { Decision } from '../../functions/domain/ticket-event.ts';
import type { Desk } from '../demo/desk.ts';

/** A ticket with its decisions, as the landing page tells it. */
export type Told = Ticket & Readonly<{ id: string; decisions: readonly Decision[] }>;

/** Every part of a ticket's case file, by name. */
export type Parts = Readonly<Record<string, unknown>>;

type Item = Record<string, unknown> & { pk: string; sk: string };

/**
 * Reads whole tables, as nothing deployed may: this machine's desk is small, and whoever sits before it may see all of
 * it.
 */
export const wholeTables = ({ db, tables }: Pick<Desk, 'db' | 'tables'>) => {
  const queue = queueView(db, tables.tickets);

  async function all(TableName: string): Promise<Item[]> {
    const items: Item[] = [];
    for await (const { Items = [] } of paginateScan({ client: db }, { TableName })) items.push(...(Items as Item[]));
    return items.sort((a, b) => (a.sk < b.sk ? -1 : 1));
  }

  return {
    links: links(db, tables.tickets),
    queue: (department: string): Promise<Queued[]> => queue.read(department, 50),

    /** The newest first. */
    async tickets(): Promise<Told[]> {
      const decisions = new Map<string, Decision[]>();
      for (const { pk, sk, ...item } of await all(tables.tickets)) {
        if (!pk.startsWith('TICKET#') || !sk.startsWith('EVENT#')) continue;
        const { v, at, by, events, prev, hash } = item;
        const id = pk.replace('TICKET#', '');
        decisions.set(id, [...(decisions.get(id) ?? []), Decision.parse({ v, at, by, events, prev, hash })]);
      }
      const told = [...decisions].map(([id, log]) => ({ ...fold(log), id, decisions: log }));
      return told.sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));
    },

    async caseFiles(): Promise<Readonly<{ parts: ReadonlyMap<string, Parts>; people: readonly Person[] }>> {
      const parts = new Map<string, Record<string, unknown>>();
      const people: Person[] = [];
      for (const { pk, sk, content } of await all(tables.caseFiles)) {
        if (pk.startsWith('PERSON#')) people.push(Person.parse(content));
        if (!pk.startsWith('CASE#')) continue;
        const id = pk.replace('CASE#', '');
        parts.set(id, { ...parts.get(id), [sk]: content });
      }
      return { parts, people };
    },
  };
};
export type WholeTables = ReturnType<typeof wholeTables>;
