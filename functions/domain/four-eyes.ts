import type { Work } from './event-words.ts';
import { Recused, SamePersonTwice } from './refusals.ts';
import type { Task, Ticket } from './ticket.ts';

const EYES: readonly Work[] = ['investigate', 'answer', 'approve'];
/** Work that needs eyes which are new to the whole ticket. */
const NEW_EYES: readonly Work[] = ['approve', 'extend'];
const WORK_ON_IT: readonly Work[] = ['investigate', 'answer'];

/** Whose place somebody takes who does a task: only its own person may take one. */
export const principal = ({ person, actingFor }: Task, by: string): string | undefined =>
  person === by ? actingFor : undefined;

/**
 * In whose places somebody does a task: of the one it was first asked of, and of everybody who was given it and gave it on.
 */
export function principals(task: Task, by: string): string[] {
  const first = principal(task, by);
  if (!first) return [];
  const { formerly = [] } = task;
  const givers = formerly.filter(({ because }) => because === 'delegated').map((one) => one.person);
  return [...new Set([first, ...givers])];
}

/**
 * Everybody who investigated or approved in this ticket, or in whose place somebody did: four eyes look at all of it, not
 * at one level, and a deputy's eyes are not another pair.
 */
export const actors = ({ tasks }: Ticket): ReadonlySet<string> => new Set(Object.values(tasks).flatMap(actorsOf));

function actorsOf(task: Task): string[] {
  const by = task.closed?.by;
  // A level that was covered had nobody of its own, and what went another way was done by nobody.
  if (!by || !EYES.includes(task.work) || task.coveredBy || task.closed?.outcome === 'void') return [];
  return [by, ...principals(task, by)];
}

/** Whose the work was when the ticket went another way: they have begun to look at it. */
const begunBy = ({ work, person, closed }: Task): string[] =>
  EYES.includes(work) && closed?.outcome === 'void' ? [person] : [];

/** Whose the work is at this moment: whoever does it does not give themself more time for it. */
export const atWork = ({ tasks }: Ticket): string[] =>
  Object.values(tasks).flatMap((task) =>
    !task.closed && WORK_ON_IT.includes(task.work) ? [task.person, ...principals(task, task.person)] : [],
  );

/** Who may not be asked for this kind of work: a decision needs eyes that are new to the ticket, any other work to the round. */
export function excludedFrom(ticket: Ticket, work: Work): string[] {
  const before = Object.values(ticket.tasks).filter(({ id }) => !id.startsWith(`r${ticket.round}-`));
  const earlier = [...EYES, ...NEW_EYES].includes(work)
    ? before.flatMap((task) => [...actorsOf(task), ...begunBy(task)])
    : [];
  const acted = [...earlier, ...(NEW_EYES.includes(work) ? actors(ticket) : [])];
  return [...new Set([...acted, ticket.received?.recused ?? []].flat())];
}

/** The person complained about never handles the ticket, nor does anybody in their place. */
export function refuseRecused(ticket: Ticket, task: Task, by: string): void {
  const recused = ticket.received?.recused;
  if (recused && [by, ...principals(task, by)].includes(recused)) throw new Recused(by);
}

/** Whoever investigated or approved may not decide again, neither themself nor by somebody in their place. */
export function refuseActors(ticket: Ticket, task: Task, by: string): void {
  const acted = actors(ticket);
  if ([by, ...principals(task, by)].some((person) => acted.has(person))) throw new SamePersonTwice(by);
}
