import { taskNames } from './tasks.ts';
import type { Task, Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/**
 * A level that somebody above has decided for already, because a lower level's task was escalated to them: nobody is asked
 * twice, and the levels stay in order. `levels`: the lowest first.
 */
export function coverLevel(ticket: Ticket, step: number, department: string, levels: readonly string[]): TicketEvent[] {
  const task = taskNames.approve(ticket, step);
  const by = coveringTask(ticket, step, levels);
  const { proposal, levels: asked = [] } = ticket.proposals.at(-1) ?? {};
  const person = by?.closed?.by;
  if (!by || !person || ticket.tasks[task]) return [];
  return [
    { type: 'TaskOpened', task, work: 'approve', department, level: asked[step], person, proposal },
    { type: 'LevelCovered', task, by: by.id },
  ];
}

/** The approval of the newest proposal that stands for this level too. */
export function coveringTask(ticket: Ticket, step: number, levels: readonly string[]): Task | undefined {
  const { proposal, levels: asked = [] } = ticket.proposals.at(-1) ?? {};
  const height = (level: string | undefined) => levels.indexOf(level ?? '');
  const wanted = height(asked[step]);
  return Object.values(ticket.tasks).find((task) => {
    const isOfThis = task.work === 'approve' && task.proposal === proposal && task.closed?.outcome === 'approved';
    return isOfThis && wanted >= 0 && height(levelOf(task)) >= wanted;
  });
}

/** At which level it was decided, where that was above the one that was asked. */
const levelOf = ({ closed, escalated = [] }: Task): string | undefined =>
  escalated.findLast(({ to }) => to === closed?.by)?.level;
