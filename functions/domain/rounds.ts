import type { Policy } from '../rules/policy.ts';
import type { Round, Task, Ticket } from './ticket.ts';

/** A round of the ticket, the present one or one before. */
export const roundNumbered = (ticket: Ticket, round: number): Round | undefined =>
  ticket.round === round ? ticket : ticket.earlier.find((one) => one.round === round);

/** The round that a task, or a message, was of: `r2-survey`. */
export const roundOf = (id: string): number => Number(/^r(\d+)-/.exec(id)?.[1] ?? 1);

/** Tasks of the present round: what was parked or carried out in an earlier one says nothing of this one. */
export const tasksOfRound = ({ tasks, since }: Ticket): Task[] => Object.values(tasks).filter(({ seq }) => seq > since);

/** No review by the bank comes after it. A round that ended without a reply gave the complainant nothing, and counts for none. */
export const isLastRound = ({ earlier }: Ticket, { roundsAtMost }: Policy): boolean =>
  earlier.filter(({ replied }) => replied).length + 1 >= roundsAtMost;
