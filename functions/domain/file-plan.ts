import { openTask } from './tasks.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/** What will be done about an incident (`plan`: its salted digest). */
export function filePlan(
  ticket: Ticket,
  { task, by, plan }: Readonly<Record<'task' | 'by' | 'plan', string>>,
): TicketEvent[] {
  openTask(ticket, task, 'plan', by);
  return [{ type: 'PlanFiled', task, plan }];
}
