import { taskNames } from './tasks.ts';
import type { Task, Ticket } from './ticket.ts';
import type { Severity } from './ticket-event.ts';
import { bounces } from './transfer.ts';

/** The departments of a ticket, the lead first: as the triage desk routed it, or else as the tables did. */
export function departmentsOf(ticket: Ticket): readonly string[] {
  const route = ticket.routed ?? ticket.triage;
  return route ? [route.lead, ...route.supporting] : [];
}

export const severityOf = (ticket: Ticket): Severity => ticket.routed?.severity ?? ticket.triage?.severity ?? 'complex';
export const categoryOf = (ticket: Ticket): string => ticket.routed?.category ?? ticket.triage?.category ?? 'unclear';

/** Whose turn it is in one slot of the investigation (0: the lead), and the name of the task. */
export function slotTask(
  ticket: Ticket,
  slot: number,
): Readonly<{ task: string; department: string; bounced: number }> {
  const name = taskNames.slot(ticket, slot);
  const bounced = bounces(ticket, name);
  const moved = ticket.tasks[`${name}-${bounced - 1}`]?.movedTo;
  return { task: `${name}-${bounced}`, department: moved ?? departmentsOf(ticket)[slot] ?? '', bounced };
}

/** The newest findings of each slot, lead first: a return asks the lead again, and what the others found stands. */
export function newestFindings(ticket: Ticket): Task[] {
  const bySlot = new Map<string, Task>();
  for (const task of Object.values(ticket.tasks)) {
    const slot = /^r\d+-v\d+-(s\d+)-\d+$/.exec(task.id)?.[1];
    if (slot && task.findings) bySlot.set(slot, task);
  }
  return [...bySlot].sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1))).map(([, task]) => task);
}
