import type { Work } from './event-words.ts';
import { refuseRecused } from './four-eyes.ts';
import { NotYours, TaskClosed, UnknownTask } from './refusals.ts';
import type { Task, Ticket } from './ticket.ts';

/** Tasks that anybody at the triage desk may take. */
export const TRIAGE_DESK = 'triage-desk';

/** The rule by which a task is those above's from the start: nobody of its own level is there, or may be asked. */
export const NOBODY_THERE = 'nobody-there';

/** The open task `id` of this kind of work and this person, or the refusal that says why not. */
export function openTask(ticket: Ticket, id: string, work: Work | readonly Work[], by?: string): Task {
  const task = ticket.tasks[id];
  if (!task || ![work].flat().includes(task.work)) throw new UnknownTask(id);
  if (task.closed) throw new TaskClosed(id);
  if (by === undefined) return task;
  if (!mayDo(task, by)) throw new NotYours(id, task);
  refuseRecused(ticket, task, by);
  return task;
}

/** Its own person, anybody of the desk if it is the desk's, and those above to whom it was escalated. */
export const mayDo = ({ person, escalated = [] }: Task, by: string): boolean =>
  person === by || person === TRIAGE_DESK || escalated.some(({ to }) => to === by);

export const openTasks = (ticket: Ticket): Task[] => Object.values(ticket.tasks).filter((task) => !task.closed);

/** The version of the proposal being worked on: one more with each return. */
export const proposalVersion = (ticket: Ticket): number => ticket.returns + 1;

/** Names of tasks: the same work in the same round and version has the same name, so a step that runs twice finds its fact. */
export const taskNames = {
  route: (ticket: Ticket) => `r${ticket.round}-route`,
  answer: (ticket: Ticket) => `r${ticket.round}-answer`,
  survey: (ticket: Ticket) => `r${ticket.round}-survey`,
  /** A return asks the lead alone (slot 0): the others' tasks stay those of the first version, however often it begins again. */
  slot: (ticket: Ticket, slot: number) => `r${ticket.round}-v${slot === 0 ? proposalVersion(ticket) : 1}-s${slot}`,
  approve: (ticket: Ticket, step: number) => `r${ticket.round}-v${proposalVersion(ticket)}-a${step}`,
};
