import { waitsForOther } from './ended.ts';
import { openTasks } from './tasks.ts';
import type { Task, Ticket } from './ticket.ts';

/** After so long without anything happening, a workflow that should go on was not told to. */
const PATIENCE_MS = 3_600_000;

/**
 * The task whose answer the workflow seems never to have got: it is closed, nobody owes anything, and still the ticket
 * does not go on. Telling the workflow again is always safe.
 */
export function unanswered(ticket: Ticket, lastAt: string, now: Date): Task | undefined {
  const waits = [ticket.reply?.sendAt ?? '', ...Object.values(ticket.held).map(({ until }) => until)];
  const isHeld = waits.some((until) => Date.parse(until) > now.getTime() - PATIENCE_MS);
  const isQuiet = Date.parse(lastAt) <= now.getTime() - PATIENCE_MS;
  if (ticket.archived || waitsForOther(ticket) || isHeld || !isQuiet || openTasks(ticket).some(isOnTheWay))
    return undefined;
  return Object.values(ticket.tasks).findLast((task) => task.closed && isOnTheWay(task));
}

/** The workflow waits for it. An extension or a plan against an incident goes beside. */
const isOnTheWay = ({ work }: Task): boolean => !['extend', 'plan'].includes(work);
