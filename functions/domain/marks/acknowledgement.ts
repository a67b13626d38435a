import { hoursAfter } from '../later.ts';
import { type Desk, type Mark, record } from '../mark.ts';
import type { Ticket } from '../ticket.ts';

/** Nobody could be told that the complaint is accepted: the triage desk takes it up. */
export function acknowledgementMarks(ticket: Ticket, { policy }: Desk): Mark[] {
  const task = `r${ticket.round}-unacknowledged`;
  const isTold = ticket.messages[`r${ticket.round}-acknowledgement`]?.state === 'sent';
  if (ticket.closed || isTold || ticket.tasks[task] || ticket.declined) return [];
  const at = hoursAfter(new Date(ticket.receivedAt), policy.acknowledgeWithinMinutes / 60);
  return [record(at, { type: 'Parked', task, state: 'Acknowledge', error: 'NotAcknowledged' })];
}
