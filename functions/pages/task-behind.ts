import type { Link } from '../adapters/links.ts';
import { LinkGone } from '../adapters/page-refusals.ts';
import type { Locale } from '../domain/complaint-posted.ts';
import type { Work } from '../domain/event-words.ts';
import { refuseRecused } from '../domain/four-eyes.ts';
import { daysAfter } from '../domain/later.ts';
import { mayMoveClocks } from '../domain/move-clocks.ts';
import { Erased, NotYours, ProposalChanged, Recused, UnknownTask } from '../domain/refusals.ts';
import { isAnswered } from '../domain/running-clock.ts';
import { shownBy } from '../domain/shown-by.ts';
import { mayDo } from '../domain/tasks.ts';
import type { Task, Ticket } from '../domain/ticket.ts';
import { POLICY } from '../rules/policy.ts';

/** The task a link leads to, open or closed, if the link's person may see it; whoever handed it on may, and no more. */
export function taskBehind(ticket: Ticket, link: Link, works: readonly Work[], now: Date): Task {
  const { task: id = '', person } = link;
  refuseErased(ticket);
  const task = ticket.tasks[id];
  if (!task || !works.includes(task.work)) throw new UnknownTask(id);
  if (!maySee(task, person)) throw new NotYours(id, task);
  refuseOther(ticket, task, link);
  refuseRecused(ticket, task, person);
  refuseOver(ticket, link, now);
  return task;
}

/**
 * A link of the bank's people ends with what it leads to: it shows what came of it for some days more. One that was sent
 * when all was over already is good for as long. The complainant's links have times of their own.
 */
function refuseOver(ticket: Ticket, { task, person, sentAt }: Link, now: Date): void {
  const over = person === 'complainant' ? undefined : task ? overAt(ticket, task) : ticket.closed?.at;
  if (over && daysAfter(new Date(latest(over, sentAt)), POLICY.closedLinkDays) <= now.toISOString())
    throw new LinkGone();
}

/** A link to a ticket, and to no task of it: whoever it is about does not read it. */
export function refuseWhole(ticket: Ticket, link: Link, now: Date): void {
  refuseOver(ticket, link, now);
  if (ticket.received?.recused === link.person) throw new Recused(link.person);
}

/** Who filed is asked about it until the complainant has a reply. */
function overAt(ticket: Ticket, id: string): string | undefined {
  const task = ticket.tasks[id];
  if (!task?.closed || !mayMoveClocks(ticket, task)) return task?.closed?.at;
  return isAnswered(ticket) ? latest(task.closed.at, ticket.replied?.at) : undefined;
}

const latest = (one: string, other = ''): string => (one > other ? one : other);

/** A link that was sent for another proposal, or level, than the task shows by now. */
function refuseOther(ticket: Ticket, task: Task, link: Link): void {
  const shown = shownBy(ticket, task);
  const differs = (name: keyof typeof shown) => link[name] !== undefined && link[name] !== shown[name];
  if (differs('proposal') || differs('version')) throw new ProposalChanged(task.id);
  if (differs('level')) throw new NotYours(task.id, task);
}

/** What a page shows is gone with the case file, and says so. */
export function refuseErased({ erased }: Ticket): void {
  if (erased) throw new Erased();
}

/** Whether the person's links only show the task, because they gave it to somebody else. */
export const hasHandedOn = ({ formerly = [] }: Task, person: string): boolean =>
  formerly.some((one) => one.person === person && one.because === 'delegated');

/** Who dialled may have to say so when the call has come to somebody else. */
const hadCall = ({ work, formerly = [] }: Task, person: string): boolean =>
  work === 'call' && formerly.some((one) => one.person === person);

const maySee = (task: Task, person: string): boolean =>
  mayDo(task, person) || hasHandedOn(task, person) || hadCall(task, person);

/** The language in which the person was sent the link. */
export const localeOfLink = (ticket: Ticket, { task, person }: Link): Locale =>
  Object.values(ticket.messages).findLast((message) => message.task === task && message.to === person)?.locale ??
  'zh-Hans';
