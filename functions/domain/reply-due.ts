import type { Clock, Ticket } from './ticket.ts';

/** Clocks that only a reply answers. */
const OF_THE_REPLY: readonly Clock['clock'][] = ['decide', 'transferred', 'verification'];

/** By when this round owes its reply: the first instant that is late by any of its clocks. */
export const replyDueAt = ({ clocks }: Pick<Ticket, 'clocks'>): string | undefined =>
  OF_THE_REPLY.flatMap((clock) => clocks[clock]?.dueAt ?? []).sort()[0];
