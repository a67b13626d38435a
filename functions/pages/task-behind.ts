import type { Link } from '../adapters/links.ts';
import type { Locale } from '../domain/complaint-posted.ts';
import type { Work } from '../domain/event-words.ts';
import { refuseRecused } from '../domain/four-eyes.ts';
import { Erased, NotYours, ProposalChanged, UnknownTask } from '../domain/refusals.ts';
import { shownBy } from '../domain/shown-by.ts';
import { mayDo } from '../domain/tasks.ts';
import type { Task, Ticket } from '../domain/ticket.ts';

/** The task a link leads to, open or closed, if the link's person may see it; whoever handed it on may, and no more. */
export function taskBehind(ticket: Ticket, link: Link, works: readonly Work[]): Task {
  const { task: id = '', person } = link;
  refuseErased(ticket);
  const task = ticket.tasks[id];
  if (!task || !works.includes(task.work)) throw new UnknownTask(id);
  if (!maySee(task, person)) throw new NotYours(id, task);
  refuseOther(ticket, task, link);
  refuseRecused(ticket, task, person);
  return task;
}

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
