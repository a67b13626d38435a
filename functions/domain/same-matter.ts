import type { Alone, SameMatter } from '../rules/same-matter.ts';
import type { Kind, Standing } from './complaint-posted.ts';
import { alike, different, type Likeness } from './likeness.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/** A ticket of a cardholder as its neighbours see it. `alone`: the row that keeps it from being merged into another. */
export type Neighbour = Readonly<{
  ticket: string;
  receivedAt: string;
  kind: Kind;
  standing: Standing;
  category: string;
  likeness: Likeness;
  alone?: string | undefined;
}>;

/** The row by which two tickets of one cardholder are one matter. */
export function sameMatter(table: SameMatter, one: Neighbour, other: Neighbour): string | undefined {
  const holder = one.likeness.holder;
  if (!holder || holder !== other.likeness.holder) return undefined;
  if (one.kind !== other.kind || one.standing !== other.standing) return undefined;
  if (different(one.likeness, other.likeness, table.neverDifferent)) return undefined;
  const isSame = one.category === other.category;
  return table.rows.find(
    ([, category, particulars]) => (category === 'any' || isSame) && alike(one.likeness, other.likeness, particulars),
  )?.[0];
}

/** The row that keeps a ticket from being merged into another, by what is true of it. */
export const aloneBy = (table: SameMatter, is: Readonly<Record<Alone, boolean>>): string | undefined =>
  table.neverMerged.find(([, when]) => is[when])?.[0];

/** The earlier received of two; of two received at one instant the one with the lesser number. */
export const isOlder = (one: Neighbour, other: Neighbour): boolean =>
  one.receivedAt === other.receivedAt ? one.ticket < other.ticket : one.receivedAt < other.receivedAt;

/** Open in its first round and not answered: its answer can still be another's too. */
export const isUnanswered = (ticket: Ticket): boolean =>
  ticket.round === 1 &&
  !(ticket.declined || ticket.replied || ticket.closed || ticket.archived || ticket.withdrawn || ticket.mergedInto);

/** Takes the other on, once; `undefined` where it cannot any more. */
export function take(
  ticket: Ticket,
  { other, rule }: Readonly<{ other: string; rule: string }>,
  table: SameMatter,
): TicketEvent[] | undefined {
  // Whoever took it on and was answered before it could join answers it no more: it would wait for ever.
  if (!isUnanswered(ticket) || ticket.parted.includes(other)) return undefined;
  if (ticket.merged.includes(other)) return [];
  if (ticket.merged.length >= table.mergedAtMost) return undefined;
  return [{ type: 'MergedFrom', other, rule }];
}

/** Joins the other, which has taken it on already: once. */
export const join = (ticket: Ticket, joined: Readonly<{ other: string; rule: string }>): TicketEvent[] =>
  ticket.mergedInto || ticket.parted.includes(joined.other) ? [] : [{ type: 'MergedInto', ...joined }];
