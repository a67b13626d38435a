import type { Confirmed } from '../event-words.ts';
import { fold } from '../evolve.ts';
import { principals } from '../four-eyes.ts';
import type { Task } from '../ticket.ts';
import type { Decision, TicketEvent } from '../ticket-event.ts';

/** What somebody of the bank decided: when, in whose place, and whether a code made sure that it was they. */
export type ProvenAct = Readonly<{
  /** The event of the log. */
  act: TicketEvent['type'];
  at: string;
  by: string;
  task?: string;
  /** Of the task; or that of whoever was asked because its own did not decide in time. */
  level?: string;
  /** Whose deputy they were, or who had given it to them. */
  inPlaceOf: readonly string[];
  /** The colleague who was given it. */
  to?: string;
  confirmed?: Confirmed;
}>;

/** On the sheet also where no code was asked for, as it was before there were any. */
const DECISIONS: readonly TicketEvent['type'][] = ['Approved', 'Returned', 'ExtensionApproved', 'ExtensionRefused'];

export function provenActs(decisions: readonly Decision[]): ProvenAct[] {
  let ticket = fold([]);
  return decisions.flatMap((decision) => {
    const { tasks } = ticket;
    ticket = fold([decision], ticket);
    return decision.events.flatMap((event) => {
      const task = 'task' in event ? tasks[event.task ?? ''] : undefined;
      return isOfPerson(event) ? [proven(event, decision, task)] : [];
    });
  });
}

function isOfPerson(event: TicketEvent): boolean {
  const isGiven = event.type === 'TaskReassigned' && event.because === 'delegated';
  return isGiven || DECISIONS.includes(event.type) || confirmedOf(event) !== undefined;
}

function proven(event: TicketEvent, { at, by }: Decision, task: Task | undefined): ProvenAct {
  const level = task?.escalated?.findLast(({ to }) => to === by)?.level ?? task?.level;
  const confirmed = confirmedOf(event);
  return {
    ...{ act: event.type, at, by, inPlaceOf: task ? principals(task, by) : [] },
    ...(task && { task: task.id }),
    ...(level && { level }),
    ...(event.type === 'TaskReassigned' && { to: event.to }),
    ...(confirmed && { confirmed }),
  };
}

const confirmedOf = (event: TicketEvent): Confirmed | undefined => ('confirmed' in event ? event.confirmed : undefined);
