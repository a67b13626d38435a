import { departmentsOf } from './departments.ts';
import type { Outcome, Task, Ticket } from './ticket.ts';

/** What the workflow is told of a closed task: an output of ids and decisions, or a failure that it catches by name. */
export type WorkflowAnswer = Readonly<{ output: object }> | Readonly<{ error: string; cause: string }>;

const FAILURES: readonly Outcome[] = ['Returned', 'Transferred', 'CommandFailed'];

export function answerWorkflow(ticket: Ticket, { id, work, closed }: Task): WorkflowAnswer | undefined {
  // The ticket went another way: what waits for this task is stopped, not answered. An extension only ends.
  if (!closed || (closed.outcome === 'void' && work !== 'extend')) return undefined;
  if (FAILURES.includes(closed.outcome)) return { error: closed.outcome, cause: id };
  const departments = work === 'route' ? { departments: departmentsOf(ticket) } : {};
  return { output: { task: id, outcome: closed.outcome, ...departments } };
}
