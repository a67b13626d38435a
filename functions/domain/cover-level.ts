import { NOBODY_THERE, taskNames } from './tasks.ts';
import type { Task, Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/**
 * A level that somebody above has decided for already, because a lower level's task was escalated to them: nobody is asked
 * twice, and the levels stay in order. `levels`: the lowest first. Whoever was asked in place of the lower level, because
 * nobody of it was there, stands for this one, too, only where nobody else could be asked (`forWantOfOthers`).
 */
export function coverLevel(
  ticket: Ticket,
  step: number,
  department: string,
  levels: readonly string[],
  forWantOfOthers = false,
): TicketEvent[] {
  const task = taskNames.approve(ticket, step);
  const by = coveringTask(ticket, step, levels, forWantOfOthers);
  const { proposal, levels: asked = [] } = ticket.proposals.at(-1) ?? {};
  const person = by?.closed?.by;
  if (!by || !person || ticket.tasks[task]) return [];
  return [
    { type: 'TaskOpened', task, work: 'approve', department, level: asked[step], person, proposal },
    { type: 'LevelCovered', task, by: by.id },
  ];
}

/** The approval of the newest proposal that stands for this level too. */
function coveringTask(
  ticket: Ticket,
  step: number,
  levels: readonly string[],
  forWantOfOthers: boolean,
): Task | undefined {
  const { proposal, levels: asked = [] } = ticket.proposals.at(-1) ?? {};
  const height = (level: string | undefined) => [...levels, HIGHEST].indexOf(level ?? '');
  const wanted = height(asked[step]);
  return Object.values(ticket.tasks).find((task) => {
    const isOfThis = task.work === 'approve' && task.proposal === proposal && task.closed?.outcome === 'approved';
    return isOfThis && wanted >= 0 && height(levelOf(task, forWantOfOthers)) >= wanted;
  });
}

/** At which level it was decided, where that was above the one that was asked. */
const levelOf = ({ closed, escalated = [] }: Task, forWantOfOthers: boolean): string | undefined =>
  escalated.findLast(({ to, rule }) => to === closed?.by && (forWantOfOthers || rule !== NOBODY_THERE))?.level;

/** Above every level that the matrix asks. */
const HIGHEST = 'head-of-complaint-work';
