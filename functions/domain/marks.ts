import type { Policy } from '../rules/policy.ts';
import { daysAfter, hoursAfter } from './later.ts';
import { openTasks } from './tasks.ts';
import type { Task, Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/** Something that happens to a ticket by the clock alone. It is there until its event is in the log. */
export type Mark = Readonly<{ at: string; event: TicketEvent }>;

/** All that time will do to this ticket if nobody else does anything, the earliest first. */
export function marks(ticket: Ticket, policy: Policy): Mark[] {
  if (ticket.archived) return [];
  // A closed ticket has no dates left, but what keeps it from the archive must still reach the desk.
  const tasks = openTasks(ticket).filter(({ work }) => !ticket.closed || work === 'parked');
  const ofTicket = ticket.closed ? [] : [...acknowledgement(ticket, policy), ...overdue(ticket)];
  const all = [...ofTicket, ...tasks.flatMap((task) => ofTask(ticket, task, policy))];
  return all.sort((a, b) => (a.at < b.at ? -1 : 1));
}

export const nextMark = (ticket: Ticket, policy: Policy): string | undefined => marks(ticket, policy)[0]?.at;

/** Nobody could be told that the complaint is accepted: the triage desk takes it up. */
function acknowledgement(ticket: Ticket, policy: Policy): Mark[] {
  const task = `r${ticket.round}-unacknowledged`;
  const isTold = ticket.messages[`r${ticket.round}-acknowledgement`]?.state === 'sent';
  if (isTold || ticket.tasks[task] || ticket.declined) return [];
  const at = hoursAfter(new Date(ticket.receivedAt), policy.acknowledgeWithinMinutes / 60);
  return [{ at, event: { type: 'Parked', task, state: 'Acknowledge', error: 'NotAcknowledged' } }];
}

function overdue({ clocks, replied }: Ticket): Mark[] {
  if (replied) return [];
  return Object.values(clocks)
    .filter((clock) => !clock.overdue)
    .map(({ clock, dueAt }) => ({ at: dueAt, event: { type: 'Overdue', clock, dueAt } }));
}

function ofTask(ticket: Ticket, { id: task, work, openedAt, dueAt, reminded }: Task, policy: Policy): Mark[] {
  const opened = new Date(openedAt);
  const reminder = (at: string): Mark[] => (reminded ? [] : [{ at, event: { type: 'Reminded', task } }]);
  if (work === 'survey' && dueAt) {
    return [
      ...reminder(daysAfter(opened, policy.survey.remindAfterDays)),
      { at: dueAt, event: { type: 'SurveyExpired', task } },
    ];
  }
  if (work === 'parked') {
    // A ticket that no step could park, because its executions are gone, has told nobody yet.
    const isTold = ticket.messages[`${task}-asked`] !== undefined;
    return reminder(isTold ? hoursAfter(opened, policy.resumeWithinHours) : openedAt);
  }
  if (work === 'remedies' && dueAt) return notCarriedOut(ticket, task, dueAt);
  if (!dueAt || !REMINDED.includes(work)) return [];
  if (isUntold(ticket, task)) return untold(ticket, task, openedAt, reminded);
  return reminder(
    new Date(opened.getTime() + (Date.parse(dueAt) - opened.getTime()) * policy.remindAfterShare).toISOString(),
  );
}

const hasFailed = ({ messages }: Ticket, message: string) => messages[message]?.state === 'failed';
const isUntold = (ticket: Ticket, task: string) =>
  hasFailed(ticket, `${task}-asked`) || hasFailed(ticket, `${task}-reminder`);

/** The person could not be told of the task: they are told again soon, and when that fails too the desk is. */
function untold(ticket: Ticket, task: string, openedAt: string, reminded: boolean): Mark[] {
  const soon = hoursAfter(new Date(openedAt), UNTOLD_HOURS);
  if (!reminded) return [{ at: soon, event: { type: 'Reminded', task } }];
  const asking = `${task}-untold`;
  if (ticket.tasks[asking] || !hasFailed(ticket, `${task}-reminder`)) return [];
  return [{ at: soon, event: { type: 'Parked', task: asking, state: task, error: 'NobodyTold' } }];
}

const UNTOLD_HOURS = 0.25;

/** Core banking says nothing of a remedy: the triage desk asks, while the ticket goes on waiting for the answer. */
function notCarriedOut(ticket: Ticket, task: string, at: string): Mark[] {
  const asking = `${task}-unanswered`;
  if (ticket.tasks[asking]) return [];
  return [{ at, event: { type: 'Parked', task: asking, state: 'Carry out remedies', error: 'NotCarriedOut' } }];
}

const REMINDED: readonly Task['work'][] = ['route', 'investigate', 'answer', 'approve'];
