import { daysAfter } from '../domain/later.ts';
import { executionName, loseExecution } from '../domain/lost-execution.ts';
import { type Mark, marks, nextMark } from '../domain/marks.ts';
import type { Task } from '../domain/ticket.ts';
import { POLICY } from '../rules/policy.ts';
import { env } from './env.ts';
import { type Notice, notices } from './notices.ts';
import { stores } from './stores.ts';
import type { Logged } from './ticket-log.ts';
import { workflow } from './workflow.ts';

/** What the watch does with one due ticket. Late or doubled looks change nothing twice: a mark is gone once it is in the log. */
export const looking = () => {
  const { STATE_MACHINE_ARN } = env('STATE_MACHINE_ARN');
  const { log, files, links, roster } = stores();
  const send = notices({ log, links });
  const machine = workflow(STATE_MACHINE_ARN);

  async function look(id: string, now: Date): Promise<void> {
    const at = now.toISOString();
    let ticket = await log.read(id);
    for (const mark of marks(ticket, POLICY).filter((due) => due.at <= at)) ticket = await pass(ticket, mark, now);
    ticket = await findExecution(ticket, now);
    const usual = daysAfter(now, POLICY.lookEveryDays);
    const next = nextMark(ticket, POLICY) ?? usual;
    await log.lookAgain(ticket, ticket.archived ? undefined : next < usual ? next : usual);
  }

  async function pass(ticket: Logged, { event }: Mark, now: Date): Promise<Logged> {
    const task = event.type === 'Reminded' ? ticket.tasks[event.task] : undefined;
    if (task) return remind(ticket, task, now);
    const isStillDue = (current: Logged) => marks(current, POLICY).some((mark) => sameMark(mark, event));
    return log.decide(ticket.id, { at: now.toISOString(), by: 'watch' }, (current) =>
      isStillDue(current) ? [event] : [],
    );
  }

  async function remind(ticket: Logged, task: Task, now: Date): Promise<Logged> {
    const isSurvey = task.work === 'survey';
    const page = isSurvey ? 'survey' : task.work === 'approve' ? 'approval' : 'work';
    return send(ticket, {
      message: `${task.id}-reminder`,
      purpose: isSurvey ? 'survey-reminder' : 'work-reminder',
      by: 'watch',
      at: now,
      to: await addressee(ticket, task),
      link: { page, task: task.id, expiresAt: isSurvey ? (task.dueAt ?? '') : daysAfter(now, 60) },
      dueAt: task.dueAt,
      with: ({ tasks }) =>
        tasks[task.id]?.reminded || tasks[task.id]?.closed ? [] : [{ type: 'Reminded', task: task.id }],
    });
  }

  async function addressee(ticket: Logged, { person }: Task): Promise<Notice['to']> {
    if (person === 'complainant') {
      const { post } = await files.complaint(ticket.id);
      return { person, phone: post.complainant?.phone, locale: post.locale, zone: ticket.received?.zone };
    }
    const known = await roster.person(person);
    return { person, phone: known?.phone, locale: known?.locale ?? 'zh-Hans' };
  }

  /** An open ticket without a running execution begins another, a bounded number of times. */
  async function findExecution(ticket: Logged, now: Date): Promise<Logged> {
    const execution = executionName(ticket.id, ticket);
    const status = ticket.archived ? 'RUNNING' : await machine.status(execution);
    if (status === 'RUNNING') return ticket;
    const lost = { execution, status, attemptsAtMost: POLICY.attemptsAtMost };
    return log.decide(ticket.id, { at: now.toISOString(), by: 'watch' }, (current) => loseExecution(current, lost));
  }

  return look;
};

const sameMark = ({ event }: Mark, other: Mark['event']): boolean => JSON.stringify(event) === JSON.stringify(other);
