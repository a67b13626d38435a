import type { Severity } from './event-words.ts';
import { roundOf } from './rounds.ts';
import { taskNames } from './tasks.ts';
import type { Task, Ticket } from './ticket.ts';
import { bounces } from './transfer.ts';

/** The departments of a ticket, the lead first: as the triage desk routed it, or else as the tables did. */
export function departmentsOf(ticket: Ticket): readonly string[] {
  const route = ticket.routed ?? ticket.triage;
  return route ? [route.lead, ...route.supporting] : [];
}

export const severityOf = (ticket: Ticket): Severity => ticket.routed?.severity ?? ticket.triage?.severity ?? 'complex';
export const categoryOf = (ticket: Ticket): string => ticket.routed?.category ?? ticket.triage?.category ?? 'unclear';

/** `bounced`: how often it was passed on in this round; `passedOnBy`: by which department just now. */
export type SlotTask = Readonly<{ task: string; department: string; bounced: number; passedOnBy: string | undefined }>;

/** Whose turn it is in one slot of the investigation (0: the lead), and the name of the task. A return asks who filed last. */
export function slotTask(ticket: Ticket, slot: number): SlotTask {
  const name = taskNames.slot(ticket, slot);
  const passed = Object.values(ticket.tasks).filter(({ id, movedTo }) => movedTo && id.startsWith(`${name}-`)).length;
  const before = ticket.tasks[`${name}-${passed - 1}`];
  // In a later round it is that department's again that it was at last, and other people's.
  const filedLast = newestBySlot(ticket, 'any').get(slot)?.department;
  const department = before?.movedTo ?? filedLast ?? departmentsOf(ticket)[slot] ?? '';
  const bounced = bounces(ticket, slot);
  return { task: `${name}-${passed}`, department, bounced, passedOnBy: before?.department };
}

/** The newest findings of each slot, lead first: a return asks the lead again, and what the others found stands. */
export const newestFindings = (ticket: Ticket): Task[] =>
  [...newestBySlot(ticket)].sort(([a], [b]) => a - b).map(([, task]) => task);

/** Whose managers decide: the department that led at last, or was asked to before the desk took the lead itself. */
export function leadOf(ticket: Ticket, desk: string): string | undefined {
  const led = newestBySlot(ticket).get(0)?.department;
  return led && led !== desk ? led : departmentsOf(ticket)[0];
}

function newestBySlot(ticket: Ticket, round: number | 'any' = ticket.round): ReadonlyMap<number, Task> {
  const bySlot = new Map<number, Task>();
  for (const task of Object.values(ticket.tasks)) {
    const slot = /^r\d+-v\d+-s(\d+)-\d+$/.exec(task.id)?.[1];
    const isOfRound = round === 'any' || roundOf(task.id) === round;
    if (slot && task.findings && isOfRound) bySlot.set(Number(slot), task);
  }
  return bySlot;
}
