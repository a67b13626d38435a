import { type Mark, type Telling, tell } from '../mark.ts';
import { openTasks } from '../tasks.ts';
import type { Task, Ticket } from '../ticket.ts';

/** Where a reminder leads, and what it says. */
const REMINDERS: Partial<Record<Task['work'], Pick<Telling, 'page' | 'purpose'>>> = {
  survey: { page: 'survey', purpose: 'survey-reminder' },
  approve: { page: 'approval', purpose: 'work-reminder' },
  extend: { page: 'extension', purpose: 'work-reminder' },
  route: { page: 'desk', purpose: 'desk-link' },
  parked: { page: 'desk', purpose: 'desk-link' },
  call: { page: 'call', purpose: 'call-link' },
};

export const reminderOf = ({ id, work, person, dueAt }: Task, message: string): Telling => ({
  message,
  ...(REMINDERS[work] ?? { page: 'work', purpose: 'work-reminder' }),
  to: person === 'complainant' ? person : { person },
  task: id,
  ...(dueAt && { dueAt }),
});

const HOLDERS: readonly Task['work'][] = ['route', 'investigate', 'answer', 'approve'];

/** A date of the ticket comes near: those are reminded who held its work then, and hold it still. */
export const remindHolders = (ticket: Ticket, at: string, message: string): Mark[] =>
  openTasks(ticket)
    .filter(({ work, openedAt }) => HOLDERS.includes(work) && openedAt <= at)
    .map((task) => tell(at, reminderOf(task, `${message}-${task.id}`)));
