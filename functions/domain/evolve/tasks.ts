import type { Confirmed } from '../event-words.ts';
import type { Outcome, Task, Ticket } from '../ticket.ts';
import type { Decision, TicketEvent } from '../ticket-event.ts';

/** When and by whom something was decided, and how it was made sure that it was they. */
export type Context = Pick<Decision, 'at' | 'by'> & Readonly<{ confirmed?: Confirmed | undefined }>;

export function change(ticket: Ticket, id: string, facts: Partial<Task>): Ticket {
  const task = ticket.tasks[id];
  if (!task) throw new Error(`the log speaks of task ${id}, which it never opened`);
  return { ...ticket, tasks: { ...ticket.tasks, [id]: { ...task, ...facts } } };
}

export function close(ticket: Ticket, id: string, outcome: Outcome, how: Context, facts: Partial<Task> = {}): Ticket {
  const { at, by, confirmed } = how;
  return change(ticket, id, {
    ...facts,
    ...(confirmed && { confirmed }),
    closed: { outcome, at, by, seq: ticket.length },
  });
}

type Reassigned = Extract<TicketEvent, { type: 'TaskReassigned' }>;

export function reassign(ticket: Ticket, { task, from, to, because, actingFor }: Reassigned, { at }: Context): Ticket {
  const formerly = [...(ticket.tasks[task]?.formerly ?? []), { person: from, ...(because && { because }) }];
  return change(ticket, task, { person: to, actingFor, reassignedAt: at, formerly });
}

/** The ticket goes another way: what was owed is owed no more. */
export function voidTasks(ticket: Ticket, context: Context, which: (task: Task) => boolean = () => true): Ticket {
  const open = Object.values(ticket.tasks).filter((task) => !task.closed && which(task));
  return open.reduce((next, { id }) => close(next, id, 'void', context), ticket);
}

/** A task of core banking is done when all its commands are, and has failed when all are settled and one failed. */
export function settle(ticket: Ticket, id: string, state: 'done' | 'failed', context: Context): Ticket {
  const command = ticket.commands[id];
  if (!command) throw new Error(`the log settles command ${id}, which it never ordered`);
  const commands = { ...ticket.commands, [id]: { ...command, state } };
  const states = Object.values(commands)
    .filter((other) => other.task === command.task)
    .map((other) => other.state);
  const next = { ...ticket, commands };
  if (states.includes('ordered') || ticket.tasks[command.task]?.closed?.outcome === 'void') return next;
  return close(next, command.task, states.includes('failed') ? 'CommandFailed' : 'done', context);
}
