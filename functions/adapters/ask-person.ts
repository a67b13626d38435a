import type { Purpose, Work } from '../domain/event-words.ts';
import { daysAfter } from '../domain/later.ts';
import { localDate } from '../domain/local-time.ts';
import type { Chosen, Role } from '../domain/roster.ts';
import { mayDo, NOBODY_THERE } from '../domain/tasks.ts';
import type { Task, Ticket } from '../domain/ticket.ts';
import type { TicketEvent } from '../domain/ticket-event.ts';
import { env } from './env.ts';
import { LINK_DAYS } from './links.ts';
import { type Notice, notices } from './notices.ts';
import { orAbove } from './or-above.ts';
import type { Wanted } from './roster.ts';
import type { Stores } from './stores.ts';
import type { Logged } from './ticket-log.ts';
import { toStaff } from './to-staff.ts';

export type Asking = Readonly<{
  task: string;
  /** The workflow's, with which the relay answers when the task is closed. */
  token: string;
  work: Work;
  role: Role;
  department: string;
  excluded?: readonly string[];
  /** That nobody else may do it: a level that the law sets is replaced by none. */
  isExact?: boolean;
  /** Whose the task is, where it is not the person who is told: anybody of a desk. */
  owner?: string;
  level?: string;
  proposal?: string;
  /** The event that opens the task, where it is not TaskOpened. */
  opening?: TicketEvent;
  /** By when it is to be done, where it is not open already. */
  dueAt: string;
  /** Whether it is still to be asked when the ticket moves on meanwhile. */
  isWanted?: (ticket: Ticket) => boolean;
  purpose: Purpose;
  page: NonNullable<Notice['link']>['page'];
  by: string;
}>;

/**
 * Opens a task for somebody of a role and tells them by a link; or, when the task is there already, keeps the workflow's
 * newest token for it. A task that was closed meanwhile is answered by the relay as soon as its token is kept. Where nobody
 * of the role is there, or may be asked, it is for those above to do.
 */
export const askPerson = ({ log, links, roster }: Pick<Stores, 'log' | 'links' | 'roster'>) => {
  const { BANK_ZONE } = env('BANK_ZONE');
  const send = notices({ log, links }, toStaff());

  return async (ticket: Logged, asking: Asking, now: Date): Promise<Logged> => {
    const { task, token, role, department, excluded, purpose, page, by } = asking;
    const known = owedStill(ticket, task);
    const message = askingOf(ticket, task);
    if (known) await log.keepToken(ticket, task, token);
    if (known?.closed || (known && ticket.messages[message]?.state === 'sent')) return ticket;

    const day = localDate(now.toISOString(), BANK_ZONE);
    const wanted = { role, department, excluded, ticket: ticket.id, day };
    const asked = await holder(known);
    const found = asked ? { role, person: asked } : await find(wanted, asking);
    const { person } = found;
    const isStandIn = person.actingFor && !asking.owner && !asking.opening;
    const dueAt = known?.dueAt ?? asking.dueAt;
    const opening = asking.opening ?? opened(asking, person, dueAt);
    const after = await send(ticket, {
      message,
      purpose: isStandIn ? 'acting-for-link' : purpose,
      by,
      at: now,
      to: { person: person.id, phone: person.phone, locale: person.locale },
      link: { page, task, expiresAt: daysAfter(now, LINK_DAYS), asked: known ?? asking },
      dueAt,
      with: (current) => {
        if (asking.isWanted?.(current) === false) return undefined;
        const raised = found.role === role ? [] : [inTheirPlace(task, found)];
        const owed = owedStill(current, task);
        return owed ? raised.filter(({ to }) => !mayDo(owed, to)) : [opening, ...raised];
      },
      token,
    });
    await log.keepToken(after, task, token);
    return after;
  };

  async function find(wanted: Wanted, { isExact }: Asking) {
    return isExact ? { role: wanted.role, person: await roster.find(wanted) } : orAbove(roster, wanted);
  }

  /** Whose the task is, where it is there already and somebody's own. */
  async function holder(task: Task | undefined): Promise<Chosen | undefined> {
    const person = task && (await roster.person(task.person));
    return person && { ...person, ...(task.actingFor && { actingFor: task.actingFor }) };
  }
};

/** What was void, because the ticket went another way, is asked for again when it comes back to its own. */
function owedStill({ tasks }: Logged, id: string): Task | undefined {
  return tasks[id]?.closed?.outcome === 'void' ? undefined : tasks[id];
}

/** The message that asks: another, where the one before led to what became void. */
function askingOf({ tasks, messages, attempt }: Logged, id: string): string {
  const again = `${id}-asked-a${attempt}`;
  return tasks[id]?.closed?.outcome === 'void' || messages[again] ? again : `${id}-asked`;
}

/** Nobody of the level is there: whoever stands above does it in their place. */
const inTheirPlace = (task: string, { role, person }: Awaited<ReturnType<typeof orAbove>>) =>
  ({ type: 'Escalated', task, to: person.id, level: role, rule: NOBODY_THERE }) as const;

function opened(
  { task, work, department, owner, level, proposal }: Asking,
  { id: person, actingFor }: Chosen,
  dueAt: string,
): TicketEvent {
  return {
    type: 'TaskOpened',
    task,
    work,
    department,
    person: owner ?? person,
    dueAt,
    ...(actingFor && !owner && { actingFor }),
    ...(level && { level }),
    ...(proposal && { proposal }),
  };
}
