import { isEnded } from '../ended.ts';
import { type Mark, type Telling, tell } from '../mark.ts';
import { roundOf } from '../rounds.ts';
import { openTasks, TRIAGE_DESK } from '../tasks.ts';
import type { Task, Ticket } from '../ticket.ts';

type FollowUp = Ticket['followUps'][number];

/** Whoever works on the ticket hears that there is more: by a page that shows it. */
export const followUpMarks = (ticket: Ticket): Mark[] =>
  ticket.followUps.flatMap((more) => {
    if (more.followUp === ticket.withdrawn?.followUp) return [];
    const to = hearer(ticket, more);
    return to ? [tell(more.at, { message: `${more.followUp}-told`, purpose: 'follow-up', ...to })] : [];
  });

/**
 * The holder of the lead's open task; where none is open, who filed last; and where nobody ever worked on it, the desk.
 * A task that was opened later shows it from the start. After the reply nothing is left to do on a task: they are shown
 * the whole ticket, where they can have others look at it anew.
 */
function hearer(ticket: Ticket, { at }: FollowUp): Pick<Telling, 'to' | 'page' | 'task'> | undefined {
  const open = openTasks(ticket).find((task) => isLead(ticket, task));
  if (open) return open.openedAt <= at ? { to: { person: open.person }, page: 'work', task: open.id } : undefined;
  const filed = Object.values(ticket.tasks).findLast((task) => isLead(ticket, task) && task.findings);
  if (filed?.closed)
    return { to: { person: filed.closed.by }, ...(ticket.replied ? WHOLE : { page: 'work', task: filed.id }) };
  return isEnded(ticket) ? { to: { person: TRIAGE_DESK }, ...WHOLE } : undefined;
}

const WHOLE = { page: 'desk' } as const;

const isLead = ({ round }: Ticket, { id, work }: Task): boolean =>
  roundOf(id) === round && (work === 'answer' || (work === 'investigate' && /-s0-\d+$/.test(id)));
