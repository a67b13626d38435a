import { excludedFromDeciding, extensionOf } from '../domain/extension/decide.ts';
import { excludedFrom } from '../domain/four-eyes.ts';
import { heldUntil } from '../domain/hold.ts';
import { daysAfter } from '../domain/later.ts';
import { localDate } from '../domain/local-time.ts';
import { type Telling, WHOEVER_IS_TOLD } from '../domain/mark.ts';
import { isOfDesk, nobodyToTell } from '../domain/marks/untold.ts';
import { NobodyOnRoster } from '../domain/refusals.ts';
import { isAway, Role } from '../domain/roster.ts';
import { TRIAGE_DESK } from '../domain/tasks.ts';
import type { Task } from '../domain/ticket.ts';
import type { TicketEvent } from '../domain/ticket-event.ts';
import { complainantOf } from '../domain/ways.ts';
import { COMPLAINT_DESK } from '../rules/departments.ts';
import { POLICY } from '../rules/policy.ts';
import { SENDING } from '../rules/sending.ts';
import { env } from './env.ts';
import { LINK_DAYS } from './links.ts';
import { type Notice, notices } from './notices.ts';
import { orAbove } from './or-above.ts';
import type { Sender } from './outgoing.ts';
import type { Stores } from './stores.ts';
import type { Logged } from './ticket-log.ts';

/** Somebody who is told: by which role, and the task that becomes theirs with it, where its holder has left or is away. */
type Reassigned = Extract<TicketEvent, { type: 'TaskReassigned' }>;
type Addressee = Readonly<{ to: Notice['to']; role?: Role; reassigned?: Reassigned }>;

/** Tells one person what a mark says, where it is still owed: finds them, mints the link, and sends. */
export const telling = ({ log, files, links, roster }: Stores, sender: Sender) => {
  const { BANK_ZONE } = env('BANK_ZONE');
  const send = notices({ log, links }, sender);
  const holding = { sending: SENDING, policy: POLICY, zone: BANK_ZONE };
  const dayOf = (now: Date) => localDate(now.toISOString(), BANK_ZONE);

  return async (ticket: Logged, owed: Telling, now: Date, isOwed: (current: Logged) => boolean): Promise<Logged> => {
    const { message, purpose, dueAt, other, time, events = [] } = owed;
    const until = owed.to === 'complainant' && heldUntil(ticket, purpose, holding, now.toISOString());
    if (until) return hold(ticket, message, until, now, isOwed);
    const found = await addressee(ticket, owed, now).catch((error) => whereNobody(error, ticket, owed, now));
    if (!found) return recordNobody(ticket, owed, now, isOwed);
    const { to, role, reassigned } = found;
    const link = linkOf(owed, ticket, now);
    return send(ticket, {
      ...{ message, to, by: 'watch', at: now, dueAt, other, time },
      purpose: reassigned?.actingFor ? 'acting-for-link' : purpose,
      ...(link && { link }),
      with: (current) => {
        if (!isOwed(current)) return undefined;
        return current.messages[message]
          ? []
          : [...(reassigned ? [reassigned] : []), ...events.map((event) => filled(event, to.person, role))];
      },
    });
  };

  /** The watch comes back for it when the complainant's day begins. */
  function hold(ticket: Logged, message: string, until: string, now: Date, isOwed: (current: Logged) => boolean) {
    return log.decide(ticket, { at: now.toISOString(), by: 'watch' }, (current) =>
      isOwed(current) && current.held[message]?.until !== until
        ? [{ type: 'MessageHeld', message, until, heldFor: 'contact-hours' }]
        : [],
    );
  }

  /** That nobody hears of it is on record, and no fault that comes back for ever. */
  function recordNobody(ticket: Logged, owed: Telling, now: Date, isOwed: (current: Logged) => boolean) {
    const events = nobodyToTell(ticket, owed);
    if (!events) throw new NobodyOnRoster(`for ${owed.message} of ${ticket.id}`);
    return log.decide(ticket, { at: now.toISOString(), by: 'watch' }, (current) => (isOwed(current) ? events : []));
  }

  /**
   * Nobody above is there to hear of it. What waits at the triage desk, the desk hears of again: it would be told, too. Of
   * what is to be decided, another of those hears who could have been asked, and may do it.
   */
  async function whereNobody(error: unknown, ticket: Logged, owed: Telling, now: Date): Promise<Addressee | undefined> {
    if (!(error instanceof NobodyOnRoster)) throw error;
    if (owed.to === 'complainant' || !('role' in owed.to)) return undefined;
    if (isOfDesk(ticket, owed)) return addressee(ticket, { ...owed, to: { person: TRIAGE_DESK } }, now);
    const { level, department = COMPLAINT_DESK } = ticket.tasks[owed.task ?? ''] ?? {};
    if (level === undefined) return undefined;
    return addressee(ticket, { ...owed, to: { role: Role.parse(level), department } }, now).catch((nobody) => {
      if (!(nobody instanceof NobodyOnRoster)) throw nobody;
      return undefined;
    });
  }

  async function addressee(ticket: Logged, telling: Telling, now: Date): Promise<Addressee> {
    const { to, task = '', notTo = [] } = telling;
    if (to === 'complainant') {
      const { post } = await files.complaint(ticket.id);
      return { to: complainantOf(post, ticket) };
    }
    const owed = ticket.tasks[task];
    const recused = ticket.received?.recused ?? '';
    if ('role' in to) return chosen(ticket, to, now, [...notTo, ...(owed ? notFor(ticket, owed, telling) : [recused])]);
    if (to.person === TRIAGE_DESK) return chosen(ticket, AT_TRIAGE, now, [...notTo, recused]);
    const person = await roster.person(to.person);
    const isThere = person && !isAway(person, dayOf(now));
    if (!isThere && owed && owed.person === to.person && WORK.includes(owed.work))
      return another(ticket, owed, now, person ? 'absent' : 'left');
    return { to: { person: to.person, phone: person?.phone, locale: person?.locale ?? 'zh-Hans' } };
  }

  /** What is raised is not to find nobody. */
  async function chosen(ticket: Logged, who: Holding, now: Date, excluded: string[]): Promise<Addressee> {
    const { role, person } = await orAbove(roster, { ...who, excluded, ticket: ticket.id, day: dayOf(now) });
    const { id, phone, locale } = person;
    return { role, to: { person: id, phone, locale } };
  }

  /** The holder has left, or is away: the task is somebody else's from here. */
  async function another(ticket: Logged, owed: Task, now: Date, because: 'absent' | 'left'): Promise<Addressee> {
    const { id: task, person: from, department, level } = owed;
    const role = Role.parse(level ?? (department === COMPLAINT_DESK ? 'triage' : 'handler'));
    const wanted = { role, department: department ?? COMPLAINT_DESK, excluded: excludedOf(ticket, owed) };
    const { person } = await orAbove(roster, { ...wanted, ticket: ticket.id, day: dayOf(now), inPlaceOf: from });
    const { id: to, phone, locale, actingFor } = person;
    return {
      to: { person: to, phone, locale },
      reassigned: { type: 'TaskReassigned', task, from, to, because, ...(actingFor && { actingFor }) },
    };
  }
};

type Holding = Readonly<{ role: Role; department: string }>;
const AT_TRIAGE: Holding = { role: 'triage', department: COMPLAINT_DESK };

/** What was decided about whoever would be found, now that they are. */
function filled(event: TicketEvent, person: string, role?: Role): TicketEvent {
  if (event.type === 'TaskOpened' && event.person === WHOEVER_IS_TOLD) return { ...event, person };
  if (event.type !== 'Escalated' || event.to !== WHOEVER_IS_TOLD) return event;
  return { ...event, to: person, level: role ?? event.level };
}

/** An escalated task is new to whoever gets it: not its holder's, nor theirs who have it already, unless they hear again. */
const notFor = (ticket: Logged, task: Task, { again }: Telling): string[] => [
  ...[task.person, ...excludedOf(ticket, task)],
  ...(again ? [] : (task.escalated ?? []).map(({ to }) => to)),
];

const excludedOf = (ticket: Logged, task: Task): string[] =>
  task.work === 'extend' ? excludedFromDeciding(ticket, extensionOf(ticket, task)) : excludedFrom(ticket, task.work);

/** The works that pass to another person; what anybody of a desk may do stays the desk's. */
const WORK: readonly Task['work'][] = ['investigate', 'answer', 'approve', 'extend', 'plan'];

function linkOf({ page, task }: Telling, { tasks }: Logged, now: Date): Notice['link'] {
  if (!page) return undefined;
  const days = daysAfter(now, page === 'letter' ? POLICY.letterLinkDays : LINK_DAYS);
  const expiresAt = page === 'survey' ? (tasks[task ?? '']?.dueAt ?? days) : days;
  return { page, expiresAt, ...(task && { task }) };
}
