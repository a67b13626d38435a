import type { Clock, Stop, Ticket } from './ticket.ts';

/** Nobody owes an answer by the clocks that run now. */
export const isAnswered = ({ replied, closed, declined, withdrawn, mergedInto }: Ticket): boolean =>
  Boolean(replied || closed || declined || withdrawn || mergedInto);

/** A clock whose date is still to come, of a ticket that nobody has answered yet. It may stand still. */
export function runningClock(ticket: Ticket, id: string, at: string): Clock | undefined {
  const clock = ticket.clocks[id];
  return !clock || isAnswered(ticket) || clock.overdue || at >= clock.dueAt ? undefined : clock;
}

/** Why and since when a clock stands still, if it does. */
export const standing = ({ stops }: Pick<Clock, 'stops'>): Stop | undefined =>
  stops.find(({ until }) => until === undefined);
