import { refuseActors } from './four-eyes.ts';
import { ProposalChanged } from './refusals.ts';
import { openTask, proposalVersion } from './tasks.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

export type Approval = Readonly<{ task: string; by: string; seen: string }>;

/** One manager says yes to the proposal that was on the page (`seen`: its digest), and to no other. */
export function approve(ticket: Ticket, { task, by, seen }: Approval): TicketEvent[] {
  mayDecide(ticket, { task, by, seen });
  return [{ type: 'Approved', task, proposal: seen }];
}

/** One manager sends the proposal back with reasons (`reason`: salted digest of the text); every open level falls with it. */
export function sendBack(
  ticket: Ticket,
  { reason, ...decision }: Approval & Readonly<{ reason: string }>,
): TicketEvent[] {
  mayDecide(ticket, decision);
  return [{ type: 'Returned', task: decision.task, reason }];
}

function mayDecide(ticket: Ticket, { task, by, seen }: Approval): void {
  const asked = openTask(ticket, task, 'approve', by);
  const newest = ticket.proposals.at(-1);
  const isNewest = newest?.proposal === seen && newest.version === proposalVersion(ticket);
  if (asked.proposal !== seen || !isNewest) throw new ProposalChanged(task);
  refuseActors(ticket, asked, by);
}
