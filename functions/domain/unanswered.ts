import { waitsForOther } from './ended.ts';
import { roundOf } from './rounds.ts';
import { openTasks } from './tasks.ts';
import type { Task, Ticket } from './ticket.ts';

/** After so long without anything happening, a workflow that should go on was not told to. */
const PATIENCE_MS = 3_600_000;

/**
 * The tasks whose answer the workflow seems never to have got: they are closed, nobody owes anything, and still the ticket
 * does not go on. Departments work side by side, so it may be any of theirs. Telling the workflow again is always safe.
 */
export function unanswered(ticket: Ticket, lastAt: string, now: Date): Task[] {
  const waits = [ticket.reply?.sendAt ?? '', ...Object.values(ticket.held).map(({ until }) => until)];
  const isWaiting = waits.some((until) => Date.parse(until) > now.getTime() - PATIENCE_MS);
  const isQuiet = Date.parse(lastAt) <= now.getTime() - PATIENCE_MS;
  if (ticket.archived || waitsForOther(ticket) || isWaiting || !isQuiet || openTasks(ticket).some(isOnTheWay))
    return [];
  const closed = Object.values(ticket.tasks)
    .filter((task) => task.closed && isOnTheWay(task))
    .sort((one, other) => (one.closed?.seq ?? 0) - (other.closed?.seq ?? 0));
  const last = closed.at(-1);
  if (last?.work !== 'investigate') return last ? [last] : [];
  const before = closed.findLastIndex(({ work }) => work !== 'investigate');
  return closed.slice(before + 1).filter(({ id }) => roundOf(id) === roundOf(last.id));
}

/** The workflow waits for it. An extension, a plan against an incident, and what the desk is only told of, go beside. */
const isOnTheWay = ({ work, error = '', id }: Task): boolean =>
  !['extend', 'plan'].includes(work) && !(TOLD_ONLY.includes(error) && id.endsWith('-untold'));
const TOLD_ONLY: readonly string[] = ['NobodyTold', 'NobodyOnRoster'];
