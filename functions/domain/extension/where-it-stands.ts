import { openTasks } from '../tasks.ts';
import type { Task, Ticket } from '../ticket.ts';

/** What the log knows of why more time is needed: who has what since when, and how often it went back. */
export type WhereItStands = Readonly<{ owed: readonly Task[]; returns: number; approvals: number }>;

export function whereItStands(ticket: Ticket): WhereItStands {
  const approved = Object.values(ticket.tasks).filter(
    ({ work, proposal, closed }) =>
      work === 'approve' && closed?.outcome === 'approved' && proposal === ticket.proposals.at(-1)?.proposal,
  );
  const owed = openTasks(ticket).filter(({ work }) => work !== 'extend');
  return { owed, returns: ticket.returns, approvals: approved.length };
}
