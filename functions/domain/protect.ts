import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

export type Protection = Readonly<{ task: string; events: readonly TicketEvent[]; isAskedAgain: boolean }>;

/**
 * The command that protects a card, and the task that waits for the card system. While it waits, asking again repeats the
 * same command, which the card system carries out once, and calls the duty officer. After a refusal it is a new try.
 */
export function protect(ticket: Ticket, dueAt: string): Protection {
  const tries = Object.values(ticket.tasks).filter(({ work }) => work === 'protect');
  const last = tries.at(-1);
  const isDone = last?.closed?.outcome === 'done';
  if (isDone) return { task: last.id, events: [], isAskedAgain: false };

  const order = (task: string): TicketEvent => ({
    type: 'CommandOrdered',
    command: task,
    action: 'protect-card',
    task,
  });
  if (last && !last.closed) {
    return { task: last.id, events: [{ type: 'DutyCalled', task: last.id }, order(last.id)], isAskedAgain: true };
  }
  const task = `r${ticket.round}-protect-${tries.length + 1}`;
  return {
    task,
    events: [{ type: 'TaskOpened', task, work: 'protect', person: 'core-banking', dueAt }, order(task)],
    isAskedAgain: false,
  };
}
