import { type Weight, workClock } from '../bank-clocks.ts';
import { leadOf, severityOf } from '../departments.ts';
import { hoursAfter } from '../later.ts';
import { type Desk, type Mark, type Telling, tell, WHOEVER_IS_TOLD } from '../mark.ts';
import { ABOVE, type Role } from '../roster.ts';
import { NOBODY_THERE } from '../tasks.ts';
import type { Task, Ticket } from '../ticket.ts';
import { workingTime } from '../working-time.ts';
import { again } from './again.ts';

type Asked = Task & { dueAt: string };

/**
 * What the table says of one task that is not done: the holder's reminder is the task's own, the rest goes above; and once
 * the highest has heard of it, before them again for as long as nobody does it.
 */
export function escalations(ticket: Ticket, task: Asked, desk: Desk): Mark[] {
  const raised = rowsOf(task, desk).flatMap(([rule, , after, to]) => {
    const level = to === 'next-level' ? ABOVE[task.level as Role] : to;
    if (level === 'the-holder' || level === undefined || hasItAlready(task, rule, level)) return [];
    const telling = escalation(ticket, task, { rule, level }, desk);
    return [{ at: sharePassed(ticket, task, after, desk), telling }];
  });
  const highest = raised.at(-1);
  return [
    ...raised.map(({ at, telling }) => tell(at, telling)),
    ...(highest ? again(ticket, highest.telling, desk.policy.raiseAgainEveryDays) : []),
  ];
}

/**
 * Somebody so high may do it already, by another row. Whoever was asked from the start, for want of others, is as much its
 * holder as anybody: that they do nothing is heard of by somebody else.
 */
const hasItAlready = ({ escalated = [] }: Task, rule: string, level: string): boolean =>
  escalated.some((one) => one.level === level && one.rule !== rule && one.rule !== NOBODY_THERE);

/** When the person is reminded of it themself. */
export function remindedAt(ticket: Ticket, task: Asked, desk: Desk): string | undefined {
  const row = rowsOf(task, desk).find(([, , , to]) => to === 'the-holder');
  return row && sharePassed(ticket, task, row[2], desk);
}

const rowsOf = ({ work }: Task, { escalation }: Desk) => escalation.rows.filter((row) => row[1] === work);

function escalation(ticket: Ticket, task: Asked, { rule, level }: { rule: string; level: Role }, desk: Desk): Telling {
  const isOfBank = level === 'head-office' || level === 'head-of-complaint-work';
  const department = task.work === 'approve' ? leadOf(ticket, desk.complaintDesk) : task.department;
  const isAtDesk = isOfBank || !department || department === desk.complaintDesk;
  const role = isAtDesk && !isOfBank ? 'head-office' : level;
  return {
    ...{ message: `${task.id}-${rule}`, purpose: 'escalation', task: task.id, dueAt: task.dueAt },
    page: PAGE[task.work] ?? 'work',
    to: { role, department: isAtDesk ? desk.complaintDesk : department },
    // Who it is, the roster says when they are told.
    events: [{ type: 'Escalated', task: task.id, to: WHOEVER_IS_TOLD, level: role, rule }],
  };
}

/** Where those above do it. */
const PAGE: Partial<Record<Task['work'], NonNullable<Telling['page']>>> = {
  approve: 'approval',
  route: 'desk',
  extend: 'extension',
  call: 'call',
  parked: 'desk',
};

const IN_WORKING_HOURS: readonly Task['work'][] = ['investigate', 'answer', 'approve'];

/** When so much of a task's time has passed: of its working hours, or of the clock's where its date has another source. */
function sharePassed(ticket: Ticket, { work, openedAt, dueAt }: Asked, share: number, desk: Desk): string {
  const weight: Weight = { severity: severityOf(ticket), tier: ticket.received?.tier ?? 'standard' };
  if (IN_WORKING_HOURS.includes(work)) {
    const clock = workClock(desk, work === 'approve' ? 'approval' : 'department', weight, openedAt);
    const hours = { ...desk, workingDay: desk.bankClocks.workingDay };
    if (clock.dueAt === dueAt) return workingTime(openedAt, clock.within * share, hours).dueAt;
  }
  const opened = new Date(openedAt);
  return hoursAfter(opened, ((Date.parse(dueAt) - opened.getTime()) / 3_600_000) * share);
}
