import type { Work } from './event-words.ts';
import { excludedFrom, refuseActors } from './four-eyes.ts';
import { MayNotTakeIt, NotYours } from './refusals.ts';
import { isAway, type Person, type Roster } from './roster.ts';
import { openTask } from './tasks.ts';
import type { Task, Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/** Work that a person may give to a colleague. */
const GIVEN_ON: readonly Work[] = ['investigate', 'answer', 'approve'];

/** Who may take a task today. `people`: the department's roster; `levels`: the lowest first. */
export type Choice = Readonly<{ people: Roster; day: string; levels: readonly string[] }>;
export type Delegation = Readonly<{ task: string; by: string; to: string }>;

/** A person gives their task to a colleague, who acts in the place of whoever it was first asked of. */
export function delegate(ticket: Ticket, { task: id, by, to }: Delegation, choice: Choice): TicketEvent[] {
  const task = openTask(ticket, id, GIVEN_ON, by);
  // Those above may do it themselves; to give it away is its own person's.
  if (task.person !== by) throw new NotYours(id);
  if (task.work === 'approve') refuseActors(ticket, task, by);
  if (!colleagues(ticket, task, choice).some((colleague) => colleague.id === to)) throw new MayNotTakeIt(to);
  const principal = task.actingFor ?? by;
  // A deputy may hand it to the one whose deputy they are, who then acts for nobody else.
  const actingFor = principal === to ? {} : { actingFor: principal };
  return [{ type: 'TaskReassigned', task: id, from: by, to, because: 'delegated', ...actingFor }];
}

/** The colleagues who may take a task: of its department, of its level or above, there today, and not excluded. */
export function colleagues(ticket: Ticket, task: Task, { people, day, levels }: Choice): Person[] {
  if (!GIVEN_ON.includes(task.work)) return [];
  const excluded = excludedFrom(ticket, task.work);
  // Never back: a task that went round in a ring would come to nobody.
  const before = (task.formerly ?? []).map(({ person }) => person);
  const above = (task.escalated ?? []).map(({ to }) => to);
  const roles = rolesFor(task, levels);
  const mayTake = (person: Person) =>
    person.department === task.department &&
    person.roles.some((role) => roles.includes(role)) &&
    !isAway(person, day) &&
    ![task.person, ...before, ...above, ...excluded].includes(person.id);
  // Equals before those above: their own level may still have to decide.
  const height = (person: Person) => Math.min(...person.roles.map((role) => roles.indexOf(role)).filter((n) => n >= 0));
  return people.filter(mayTake).sort((one, other) => height(one) - height(other) || (one.id < other.id ? -1 : 1));
}

/** Other work than approvals is a handler's; at the complaint desk, which has none, the triage's. */
function rolesFor({ work, level }: Task, levels: readonly string[]): readonly string[] {
  if (work !== 'approve') return ['handler', 'triage'];
  const from = levels.indexOf(level ?? '');
  return from < 0 ? [] : levels.slice(from);
}
