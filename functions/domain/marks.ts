import type { Policy } from '../rules/policy.ts';
import { daysAfter, hoursAfter } from './later.ts';
import { openTasks } from './tasks.ts';
import type { Task, Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/** Something that happens to a ticket by the clock alone. It is there until its event is in the log. */
export type Mark = Readonly<{ at: string; event: TicketEvent }>;

/** All that time will do to this ticket if nobody else does anything, the earliest first. */
export function marks(ticket: Ticket, policy: Policy): Mark[] {
  if (ticket.closed) return [];
  return [
    ...acknowledgement(ticket, policy),
    ...overdue(ticket),
    ...openTasks(ticket).flatMap((task) => ofTask(task, policy)),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
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

function ofTask({ id: task, work, openedAt, dueAt, reminded }: Task, policy: Policy): Mark[] {
  if (!dueAt) return [];
  const opened = new Date(openedAt);
  if (work === 'survey') {
    const remind = daysAfter(opened, policy.survey.remindAfterDays);
    const expired: Mark = { at: dueAt, event: { type: 'SurveyExpired', task } };
    return reminded ? [expired] : [{ at: remind, event: { type: 'Reminded', task } }, expired];
  }
  if (reminded || !REMINDED.includes(work)) return [];
  const at = new Date(
    opened.getTime() + (Date.parse(dueAt) - opened.getTime()) * policy.remindAfterShare,
  ).toISOString();
  return [{ at, event: { type: 'Reminded', task } }];
}

const REMINDED: readonly Task['work'][] = ['investigate', 'answer', 'approve'];
