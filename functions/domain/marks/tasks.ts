import { daysAfter, hoursAfter } from '../later.ts';
import { type Desk, type Mark, record, tell } from '../mark.ts';
import { openTasks } from '../tasks.ts';
import type { Task, Ticket } from '../ticket.ts';
import { escalations, remindedAt } from './escalation.ts';
import { reminderOf } from './remind-holders.ts';

/** What is owed by people and systems: they are reminded, and what none of them does goes to the desk. */
export function taskMarks(ticket: Ticket, desk: Desk): Mark[] {
  // A closed ticket has no dates left, but what keeps it from the archive must still reach the desk.
  const tasks = openTasks(ticket).filter(({ work }) => !ticket.closed || work === 'parked');
  return tasks.flatMap((task) => ofTask(ticket, task, desk));
}

function ofTask(ticket: Ticket, task: Task, desk: Desk): Mark[] {
  const { policy } = desk;
  const { id, work, openedAt, dueAt } = task;
  const opened = new Date(openedAt);
  if (work === 'survey' && dueAt) {
    const until = ticket.held[`${id}-asked`]?.until;
    const asked = new Date(until && until > openedAt ? until : openedAt);
    return [
      ...(until ? [tell(until, { ...asking(id), purpose: 'survey', page: 'survey', to: 'complainant' })] : []),
      ...reminder(ticket, task, daysAfter(asked, policy.survey.remindAfterDays)),
      record(dueAt, { type: 'SurveyExpired', task: id }),
    ];
  }
  if (work === 'parked') {
    // A ticket that no step could park, because its executions are gone, has told nobody yet.
    const isTold = ticket.messages[`${id}-asked`] !== undefined;
    const asked = { ...task, dueAt: hoursAfter(opened, policy.resumeWithinHours) };
    const at = isTold ? remindedAt(ticket, asked, desk) : openedAt;
    return [...(at ? reminder(ticket, task, at) : []), ...escalations(ticket, asked, desk)];
  }
  if (work === 'remedies' && dueAt) return notCarriedOut(ticket, id, dueAt);
  if (!dueAt) return [];
  const asked = { ...task, dueAt };
  const at = remindedAt(ticket, asked, desk);
  if (!at) return [];
  const said = isUntold(ticket, id) ? untold(ticket, task) : reminder(ticket, task, at);
  return [...said, ...escalations(ticket, asked, desk)];
}

/** A survey that was held for the complainant's hours. */
const asking = (task: string) => ({ message: `${task}-asked`, task });

function reminder({ messages }: Ticket, task: Task, at: string): Mark[] {
  const message = `${task.id}-reminder`;
  if (task.reminded && !messages[message]) return [];
  return [tell(at, { ...reminderOf(task, message), events: [{ type: 'Reminded', task: task.id }] })];
}

const hasFailed = ({ messages }: Ticket, message: string) => messages[message]?.state === 'failed';
const isUntold = (ticket: Ticket, task: string) =>
  hasFailed(ticket, `${task}-asked`) || hasFailed(ticket, `${task}-reminder`);

/** The person could not be told of the task: they are told again soon, and when that fails too the desk is. */
function untold(ticket: Ticket, task: Task): Mark[] {
  const soon = hoursAfter(new Date(task.openedAt), UNTOLD_HOURS);
  const asking = `${task.id}-untold`;
  if (!hasFailed(ticket, `${task.id}-reminder`)) return reminder(ticket, task, soon);
  if (ticket.tasks[asking]) return [];
  return [record(soon, { type: 'Parked', task: asking, state: task.id, error: 'NobodyTold' })];
}

const UNTOLD_HOURS = 0.25;

/** Core banking says nothing of a remedy: the triage desk asks, while the ticket goes on waiting for the answer. */
function notCarriedOut(ticket: Ticket, task: string, at: string): Mark[] {
  const asking = `${task}-unanswered`;
  if (ticket.tasks[asking]) return [];
  return [record(at, { type: 'Parked', task: asking, state: 'Carry out remedies', error: 'NotCarriedOut' })];
}
