import { daysAfter, hoursAfter } from '../later.ts';
import { type Desk, type Mark, record, type Telling, tell } from '../mark.ts';
import { openTasks } from '../tasks.ts';
import type { Task, Ticket } from '../ticket.ts';

/** What is owed by people and systems: they are reminded, and what none of them does goes to the desk. */
export function taskMarks(ticket: Ticket, { policy }: Desk): Mark[] {
  // A closed ticket has no dates left, but what keeps it from the archive must still reach the desk.
  const tasks = openTasks(ticket).filter(({ work }) => !ticket.closed || work === 'parked');
  return tasks.flatMap((task) => ofTask(ticket, task, policy));
}

function ofTask(ticket: Ticket, task: Task, policy: Desk['policy']): Mark[] {
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
    return reminder(ticket, task, isTold ? hoursAfter(opened, policy.resumeWithinHours) : openedAt);
  }
  if (work === 'remedies' && dueAt) return notCarriedOut(ticket, id, dueAt);
  if (!dueAt || !['route', 'investigate', 'answer', 'approve', 'call'].includes(work)) return [];
  if (isUntold(ticket, id)) return untold(ticket, task);
  const time = Date.parse(dueAt) - opened.getTime();
  return reminder(ticket, task, new Date(opened.getTime() + time * policy.remindAfterShare).toISOString());
}

/** A survey that was held for the complainant's hours. */
const asking = (task: string) => ({ message: `${task}-asked`, task });

/** Where a reminder leads, and what it says. */
const REMINDERS: Partial<Record<Task['work'], Pick<Telling, 'page' | 'purpose'>>> = {
  survey: { page: 'survey', purpose: 'survey-reminder' },
  approve: { page: 'approval', purpose: 'work-reminder' },
  route: { page: 'desk', purpose: 'desk-link' },
  parked: { page: 'desk', purpose: 'desk-link' },
  call: { page: 'call', purpose: 'call-link' },
};

function reminder({ messages }: Ticket, { id, work, person, dueAt, reminded }: Task, at: string): Mark[] {
  const message = `${id}-reminder`;
  if (reminded && !messages[message]) return [];
  const telling: Telling = {
    message,
    ...(REMINDERS[work] ?? { page: 'work', purpose: 'work-reminder' }),
    to: person === 'complainant' ? person : { person },
    task: id,
    ...(dueAt && { dueAt }),
    events: [{ type: 'Reminded', task: id }],
  };
  return [tell(at, telling)];
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
