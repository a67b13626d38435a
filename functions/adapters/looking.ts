import { daysAfter } from '../domain/later.ts';
import { localDate } from '../domain/local-time.ts';
import { executionName, loseExecution } from '../domain/lost-execution.ts';
import { type Mark, marks, nextMark } from '../domain/marks.ts';
import { TRIAGE_DESK } from '../domain/tasks.ts';
import type { Task } from '../domain/ticket.ts';
import { unanswered } from '../domain/unanswered.ts';
import { COMPLAINT_DESK } from '../rules/departments.ts';
import { POLICY } from '../rules/policy.ts';
import { env } from './env.ts';
import { type Notice, notices } from './notices.ts';
import { stores } from './stores.ts';
import type { Logged } from './ticket-log.ts';
import { workflow } from './workflow.ts';

/** What the watch does with one due ticket. Late or doubled looks change nothing twice: a mark is gone once it is in the log. */
export const looking = () => {
  const { STATE_MACHINE_ARN, BANK_ZONE } = env('STATE_MACHINE_ARN', 'BANK_ZONE');
  const { log, files, links, roster } = stores();
  const send = notices({ log, links });
  const machine = workflow(STATE_MACHINE_ARN);

  async function look(id: string, now: Date): Promise<void> {
    const at = now.toISOString();
    let ticket = await log.read(id);
    for (const mark of marks(ticket, POLICY).filter((due) => due.at <= at)) ticket = await pass(ticket, mark, now);
    ticket = await findExecution(ticket, now);
    const waiting = unanswered(ticket, ticket.decisions.at(-1)?.at ?? at, now);
    if (waiting) await log.callRelay(ticket, waiting, now);
    const usual = daysAfter(now, POLICY.lookEveryDays);
    const next = nextMark(ticket, POLICY) ?? usual;
    await log.lookAgain(ticket, ticket.archived ? undefined : next < usual ? next : usual);
  }

  async function pass(ticket: Logged, { event }: Mark, now: Date): Promise<Logged> {
    const task = event.type === 'Reminded' ? ticket.tasks[event.task] : undefined;
    if (task) return remind(ticket, task, now);
    const isStillDue = (current: Logged) => marks(current, POLICY).some((mark) => sameMark(mark, event));
    return log.decide(ticket, { at: now.toISOString(), by: 'watch' }, (current) =>
      isStillDue(current) ? [event] : [],
    );
  }

  async function remind(ticket: Logged, { id: task, work, dueAt, person }: Task, now: Date): Promise<Logged> {
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
      with: (current) => (isOwed(current) ? [{ type: 'Reminded', task }] : []),
    });
  }

  async function addressee(ticket: Logged, person: string, now: Date): Promise<Notice['to']> {
    if (person === 'complainant') {
      const { post } = await files.complaint(ticket.id);
      return { person, phone: post.complainant?.phone, locale: post.locale, zone: ticket.received?.zone };
    }
    const desk = {
      role: 'triage',
      department: COMPLAINT_DESK,
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

/** How long a forgotten link stays in the table. */
const LINK_DAYS = 60;

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
