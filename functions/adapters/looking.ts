import { actors } from '../domain/four-eyes.ts';
import { daysAfter, hoursAfter } from '../domain/later.ts';
import { localDate } from '../domain/local-time.ts';
import { executionName, loseExecution } from '../domain/lost-execution.ts';
import { type Mark, marks, nextMark } from '../domain/marks.ts';
import { isAway, Role } from '../domain/roster.ts';
import { TRIAGE_DESK } from '../domain/tasks.ts';
import type { Task } from '../domain/ticket.ts';
import { unanswered } from '../domain/unanswered.ts';
import { complainantOf } from '../domain/ways.ts';
import { COMPLAINT_DESK } from '../rules/departments.ts';
import { POLICY } from '../rules/policy.ts';
import { env } from './env.ts';
import { LINK_DAYS } from './links.ts';
import { mailPort } from './mail.ts';
import { type Notice, notices } from './notices.ts';
import { stores } from './stores.ts';
import type { Logged } from './ticket-log.ts';
import { workflow } from './workflow.ts';

/** What the watch does with one due ticket. Late or doubled looks change nothing twice: a mark is gone once it is in the log. */
export const looking = () => {
  const { STATE_MACHINE_ARN, BANK_ZONE } = env('STATE_MACHINE_ARN', 'BANK_ZONE');
  const { log, files, links, roster } = stores();
  const send = notices({ log, links }, mailPort());
  const machine = workflow(STATE_MACHINE_ARN);

  async function look(id: string, now: Date): Promise<void> {
    const at = now.toISOString();
    let ticket = await log.read(id);
    const faults: unknown[] = [];
    for (const mark of marks(ticket, POLICY).filter((due) => due.at <= at)) {
      try {
        ticket = await pass(ticket, mark, now);
      } catch (fault) {
        // A reminder that finds nobody must not hide the date behind it.
        faults.push(fault);
        ticket = await log.read(id);
      }
    }
    ticket = await findExecution(ticket, now);
    const waiting = unanswered(ticket, ticket.decisions.at(-1)?.at ?? at, now);
    if (waiting) await log.callRelay(ticket, waiting, now);
    const usual = daysAfter(now, POLICY.lookEveryDays);
    const soon = faults.length > 0 ? hoursAfter(now, RETRY_HOURS) : at;
    const next = [nextMark(ticket, POLICY) ?? usual, usual].sort()[0] ?? usual;
    await log.lookAgain(ticket, ticket.archived ? undefined : next < soon ? soon : next);
    if (faults.length > 0) throw faults[0];
  }

  async function pass(ticket: Logged, { event }: Mark, now: Date): Promise<Logged> {
    const task = event.type === 'Reminded' ? ticket.tasks[event.task] : undefined;
    if (task) return remind(ticket, task, now);
    const isStillDue = (current: Logged) => marks(current, POLICY).some((mark) => sameMark(mark, event));
    return log.decide(ticket, { at: now.toISOString(), by: 'watch' }, (current) =>
      isStillDue(current) ? [event] : [],
    );
  }

  async function remind(ticket: Logged, owed: Task, now: Date): Promise<Logged> {
    const { id: task, work, dueAt } = owed;
    const person = await holder(ticket, owed, now);
    const { page, purpose } = REMINDERS[work] ?? { page: 'work', purpose: 'work-reminder' };
    const isOwed = ({ tasks }: Pick<Logged, 'tasks'>) => !tasks[task]?.reminded && !tasks[task]?.closed;
    return send(ticket, {
      message: `${task}-reminder`,
      purpose,
      by: 'watch',
      at: now,
      to: await addressee(ticket, person, now),
      link: { page, task, expiresAt: work === 'survey' && dueAt ? dueAt : daysAfter(now, LINK_DAYS) },
      dueAt,
      with: (current) => {
        if (!isOwed(current)) return [];
        const reassigned = { type: 'TaskReassigned', task, from: owed.person, to: person } as const;
        return [...(person === owed.person ? [] : [reassigned]), { type: 'Reminded', task }];
      },
    });
  }

  /** Whose the task is: the person's who was asked, or another's when they have left or are away. */
  async function holder(ticket: Logged, { person, work, department, level }: Task, now: Date): Promise<string> {
    if (!department || person === TRIAGE_DESK || !['investigate', 'answer', 'approve'].includes(work)) return person;
    const day = localDate(now.toISOString(), BANK_ZONE);
    const asked = await roster.person(person);
    if (asked && !isAway(asked, day)) return person;
    const role = Role.parse(level ?? (department === COMPLAINT_DESK ? 'triage' : 'handler'));
    const excluded = [person, ticket.received?.recused ?? '', ...actors(ticket)];
    return (await roster.find({ role, department, excluded, ticket: ticket.id, day })).id;
  }

  async function addressee(ticket: Logged, person: string, now: Date): Promise<Notice['to']> {
    if (person === 'complainant') {
      const { post } = await files.complaint(ticket.id);
      return complainantOf(post, ticket);
    }
    const desk = {
      role: 'triage',
      department: COMPLAINT_DESK,
      excluded: [ticket.received?.recused ?? ''],
      ticket: ticket.id,
      day: localDate(now.toISOString(), BANK_ZONE),
    } as const;
    const known = person === TRIAGE_DESK ? await roster.find(desk) : await roster.person(person);
    return { person: known?.id ?? person, phone: known?.phone, locale: known?.locale ?? 'zh-Hans' };
  }

  /** An open ticket without a running execution begins another, a bounded number of times. */
  async function findExecution(ticket: Logged, now: Date): Promise<Logged> {
    const execution = executionName(ticket.id, ticket);
    const status = ticket.archived ? 'RUNNING' : await machine.status(execution);
    if (status === 'RUNNING') return ticket;
    const lost = { execution, status, attemptsAtMost: POLICY.attemptsAtMost };
    return log.decide(ticket, { at: now.toISOString(), by: 'watch' }, (current) => loseExecution(current, lost));
  }

  return look;
};

/** A look that failed in part is tried again after so long, and does not crowd out the others. */
const RETRY_HOURS = 1;

/** Where a reminder leads, and what it says. */
const REMINDERS: Partial<
  Record<Task['work'], { page: NonNullable<Notice['link']>['page']; purpose: Notice['purpose'] }>
> = {
  survey: { page: 'survey', purpose: 'survey-reminder' },
  approve: { page: 'approval', purpose: 'work-reminder' },
  route: { page: 'desk', purpose: 'desk-link' },
  parked: { page: 'desk', purpose: 'desk-link' },
};

const sameMark = ({ event }: Mark, other: Mark['event']): boolean => JSON.stringify(event) === JSON.stringify(other);
