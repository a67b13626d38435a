import { isOlder, isUnanswered, join, type Neighbour, sameMatter, take } from '../domain/same-matter.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { TicketEvent } from '../domain/ticket-event.ts';
import type { SameMatter } from '../rules/same-matter.ts';
import type { Draft } from './chain.ts';
import type { Neighbours } from './neighbours.ts';
import type { Logged, TicketLog } from './ticket-log.ts';

type Who = Omit<Draft, 'events'>;
type Joined = Readonly<{ other: string; rule: string }>;

/** What a ticket's own log is told when it is triaged: that it joins another, or takes others on. */
export type Merge = Readonly<{ into?: Joined; events: (ticket: Ticket) => TicketEvent[] }>;

const NONE: Merge = { events: () => [] };

/**
 * Looks for the same matter of the same cardholder. Each ticket first shows itself and then looks around, so that of two
 * at one instant at least one sees the other; whichever it is, the younger joins the older. The older's log says so
 * first: a crash in between is healed when the step runs again.
 */
export const merging = (log: TicketLog, neighbours: Neighbours, table: SameMatter) => {
  async function find(own: Neighbour, who: Who): Promise<Merge> {
    if (!own.likeness.holder) return NONE;
    await neighbours.put(own);
    const same = (await neighbours.near(own)).flatMap((near) => {
      const rule = sameMatter(table, own, near);
      return rule ? [{ near, rule }] : [];
    });
    if (same.length === 0) return NONE;
    const older = same.filter(({ near }) => isOlder(near, own)).reverse();
    for (const { near, rule } of own.alone ? [] : older) {
      if (await isTaken(near.ticket, { other: own.ticket, rule }, who)) {
        const into = { other: near.ticket, rule };
        return { into, events: (ticket) => join(ticket, into) };
      }
    }
    const younger = await Promise.all(same.filter(({ near }) => isOlder(own, near)).map(mayJoin(own)));
    const joining = younger.flatMap((one) => one ?? []);
    return { events: (ticket) => joining.flatMap((joined) => take(ticket, joined, table) ?? []) };
  }

  async function isTaken(older: string, joined: Joined, who: Who): Promise<boolean> {
    let isRefused = false;
    await log.decide(older, who, (ticket) => {
      const events = take(ticket, joined, table);
      isRefused = events === undefined;
      return events ?? [];
    });
    return !isRefused;
  }

  /** A younger one that looked around before this one had shown itself. */
  const mayJoin =
    (own: Neighbour) =>
    async ({ near, rule }: { near: Neighbour; rule: string }): Promise<Joined | undefined> => {
      if (near.alone) return undefined;
      const ticket = await log.read(near.ticket);
      const isFree = isUnanswered(ticket) && !ticket.parted.includes(own.ticket);
      return isFree ? { other: near.ticket, rule } : undefined;
    };

  /** Every ticket that this one has taken on knows it, while its answer can still be theirs. */
  async function finish(ticket: Logged, who: Who): Promise<void> {
    if (!isUnanswered(ticket)) return;
    for (const other of ticket.merged) {
      await log.decide(other, who, (taken) =>
        isUnanswered(taken) ? join(taken, { other: ticket.id, rule: ruleOf(ticket, other) }) : [],
      );
    }
  }

  return { find, finish };
};

function ruleOf({ decisions }: Logged, other: string): string {
  const merged = decisions.flatMap(({ events }) => events).findLast((one) => isMergeOf(one, other));
  return merged?.type === 'MergedFrom' ? merged.rule : '';
}

const isMergeOf = (event: TicketEvent, other: string) => event.type === 'MergedFrom' && event.other === other;
