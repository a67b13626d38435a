import type { Purpose } from '../event-words.ts';
import { hoursAfter } from '../later.ts';
import { type Mark, record, type Telling, tell } from '../mark.ts';
import { openTasks } from '../tasks.ts';
import type { Task, Ticket } from '../ticket.ts';

/** Work that goes from one person to another, where its link leads, and what its holder is told. */
const GIVEN_ON: Partial<Record<Task['work'], Readonly<{ page: Telling['page']; purpose: Purpose }>>> = {
  investigate: { page: 'work', purpose: 'work-link' },
  answer: { page: 'work', purpose: 'work-link' },
  approve: { page: 'approval', purpose: 'approval-link' },
  extend: { page: 'extension', purpose: 'extension-link' },
};

/** Whoever a task came to from somebody else is told at once, unless they heard of it with the task. */
export function toldOfTaskMarks(ticket: Ticket): Mark[] {
  return ticket.closed ? [] : openTasks(ticket).flatMap((task) => toldOf(ticket, task));
}

function toldOf({ messages, tasks }: Ticket, task: Task): Mark[] {
  const { id, person, actingFor, formerly = [], reassignedAt, dueAt, work } = task;
  const given = GIVEN_ON[work];
  if (!given || !reassignedAt || !dueAt) return [];
  const message = `${id}-told-${formerly.length}`;
  if (messages[message]?.state === 'failed') {
    const asking = `${id}-untold`;
    const error = { type: 'Parked', task: asking, state: id, error: 'NobodyTold' } as const;
    return tasks[asking] ? [] : [record(hoursAfter(new Date(reassignedAt), UNTOLD_HOURS), error)];
  }
  const isTold = Object.values(messages).some((one) => one.task === id && one.to === person && one.id !== message);
  if (isTold) return [];
  const purpose = actingFor ? 'acting-for-link' : given.purpose;
  return [tell(reassignedAt, { message, purpose, to: { person }, page: given.page, task: id, dueAt })];
}

/** A colleague who could not be told is the triage desk's to reach. */
const UNTOLD_HOURS = 0.25;
