import { roundOf } from '../domain/rounds.ts';
import type { Outcome, Task, Ticket } from '../domain/ticket.ts';

const closedBefore = (ticket: Ticket, task: Task, outcome: Outcome): Task[] =>
  Object.values(ticket.tasks).filter(
    (other) =>
      other.id !== task.id &&
      // What was found in a round before is told apart: other people begin from the complaint.
      roundOf(other.id) === roundOf(task.id) &&
      other.closed?.outcome === outcome &&
      other.closed.at <= task.openedAt,
  );

/** The approval that sent the proposal back, which is why this task exists. */
export const whyReturned = (ticket: Ticket, task: Task): Task | undefined =>
  closedBefore(ticket, task, 'Returned').at(-1);

/** The task that another department passed on to this one. */
export const whyTransferred = (ticket: Ticket, task: Task): Task | undefined =>
  closedBefore(ticket, task, 'Transferred').findLast(({ movedTo }) => movedTo === task.department);

/** Tasks with findings that were filed before this one was opened. */
export const earlierFilings = (ticket: Ticket, task: Task): Task[] =>
  closedBefore(ticket, task, 'filed').filter(({ work }) => work === 'investigate');
