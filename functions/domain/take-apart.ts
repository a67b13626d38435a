import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/** The two are not one matter after all: the merged ticket goes its own way, with the dates it always had. */
export const goAlone = (merged: Ticket, from: string, reason: string): TicketEvent[] =>
  merged.mergedInto?.other === from ? [{ type: 'MergeUndone', other: from, reason }] : [];

/** And the one it was merged into lets it go. */
export const letGo = (ticket: Ticket, other: string, reason?: string): TicketEvent[] =>
  ticket.merged.includes(other) ? [{ type: 'MergeUndone', other, ...(reason && { reason }) }] : [];
