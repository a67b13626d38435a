import { waitsForOther } from './ended.ts';
import { dialledLate } from './late-calls.ts';
import type { Clock, Ticket } from './ticket.ts';
import { isHeld } from './told-stop.ts';

/** Clocks that only a reply answers. */
const OF_THE_REPLY: readonly Clock['clock'][] = ['decide', 'transferred', 'verification'];

/**
 * By when this round owes its reply: the first instant that is late by any of its clocks, or of those of the tickets merged
 * into it, which have the same reply. One that stands still has no date until it goes on.
 */
export const replyDueAt = (ticket: Ticket, merged: readonly Ticket[] = []): string | undefined =>
  [ticket, ...merged.filter(waitsForOther)].flatMap(datesOf).sort()[0];

const datesOf = (ticket: Ticket): string[] =>
  OF_THE_REPLY.flatMap((id) => {
    const clock = ticket.clocks[id];
    const isOwed = clock && !isHeld(ticket, clock) && dialledLate(ticket, ticket.round, clock).length === 0;
    return isOwed ? [clock.dueAt] : [];
  });
