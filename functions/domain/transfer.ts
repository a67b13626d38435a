import { openTask } from './tasks.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

export type Transfer = Readonly<{ task: string; by: string; to: string; reason: string }>;

/** A handler passes the work to the department it belongs to, with a reason (`reason`: salted digest of the text). */
export function transfer(ticket: Ticket, { task, by, to, reason }: Transfer): TicketEvent[] {
  const { department } = openTask(ticket, task, 'investigate', by);
  return [{ type: 'Transferred', task, from: department ?? '', to, reason }];
}

/** How often one slot of the investigation was passed on in this round; at the second time the triage desk takes it. */
export function bounces({ tasks, round }: Ticket, slot: number): number {
  const ofSlot = new RegExp(`^r${round}-v\\d+-s${slot}-`);
  return Object.values(tasks).filter(({ id, movedTo }) => movedTo && ofSlot.test(id)).length;
}
