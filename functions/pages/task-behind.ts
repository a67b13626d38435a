import type { Link } from '../adapters/links.ts';
import type { Locale } from '../domain/complaint-posted.ts';
import type { Work } from '../domain/event-words.ts';
import { NotYours, Recused, UnknownTask } from '../domain/refusals.ts';
import { TRIAGE_DESK } from '../domain/tasks.ts';
import type { Task, Ticket } from '../domain/ticket.ts';

/** The task a link leads to, open or closed, if the link's person may see it. */
export function taskBehind(ticket: Ticket, { task: id = '', person }: Link, works: readonly Work[]): Task {
  const task = ticket.tasks[id];
  if (!task || !works.includes(task.work)) throw new UnknownTask(id);
  if (task.person !== person && task.person !== TRIAGE_DESK) throw new NotYours(id);
  if (ticket.received?.recused === person) throw new Recused(person);
  return task;
}

/** The language in which the person was sent the link. */
export const localeOfLink = (ticket: Ticket, { task, person }: Link): Locale =>
  Object.values(ticket.messages).findLast((message) => message.task === task && message.to === person)?.locale ??
  'zh-Hans';
