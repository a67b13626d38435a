import type { Work } from './event-words.ts';
import { Recused, SamePersonTwice } from './refusals.ts';
import type { Task, Ticket } from './ticket.ts';

const EYES: readonly Work[] = ['investigate', 'answer', 'approve'];

/** In whose place somebody does a task: only its own person may have one. */
export const principal = ({ person, actingFor }: Task, by: string): string | undefined =>
  person === by ? actingFor : undefined;

/**
 * Everybody who investigated or approved in this ticket, or in whose place somebody did: four eyes look at all of it, not
 * at one level, and a deputy's eyes are not another pair.
 */
export const actors = ({ tasks }: Ticket): ReadonlySet<string> => new Set(Object.values(tasks).flatMap(actorsOf));

function actorsOf(task: Task): string[] {
  const by = task.closed?.by;
  // A level that was covered had nobody of its own, and what went another way was done by nobody.
  if (!by || !EYES.includes(task.work) || task.coveredBy || task.closed?.outcome === 'void') return [];
  return [by, principal(task, by) ?? by];
}

/** Whose the work was when the ticket went another way: they have begun to look at it. */
const begunBy = ({ work, person, closed }: Task): string[] =>
  EYES.includes(work) && closed?.outcome === 'void' ? [person] : [];

/** Who may not be asked for this kind of work: an approval needs eyes that are new to the ticket, any other to the round. */
export function excludedFrom(ticket: Ticket, work: Work): string[] {
  const before = Object.values(ticket.tasks).filter(({ id }) => !id.startsWith(`r${ticket.round}-`));
  const earlier = EYES.includes(work) ? before.flatMap((task) => [...actorsOf(task), ...begunBy(task)]) : [];
  const acted = [...earlier, ...(work === 'approve' ? actors(ticket) : [])];
  return [...new Set([...acted, ticket.received?.recused ?? []].flat())];
}

/** The person complained about never handles the ticket, nor does anybody in their place. */
export function refuseRecused(ticket: Ticket, task: Task, by: string): void {
  const recused = ticket.received?.recused;
  if (recused && [by, principal(task, by)].includes(recused)) throw new Recused(by);
}

/** Whoever investigated or approved may not decide again, neither themself nor by somebody in their place. */
export function refuseActors(ticket: Ticket, task: Task, by: string): void {
  const acted = actors(ticket);
  if ([by, principal(task, by)].some((person) => person && acted.has(person))) throw new SamePersonTwice(by);
}
