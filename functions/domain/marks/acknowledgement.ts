import { isEnded } from '../ended.ts';
import { hoursAfter } from '../later.ts';
import { type Desk, type Mark, record } from '../mark.ts';
import type { Ticket } from '../ticket.ts';

/** Nobody could be told that the complaint is accepted: the triage desk takes it up. */
export function acknowledgementMarks(ticket: Ticket, { policy }: Desk): Mark[] {
  const { round, messages, tasks, clocks, declined, receivedAt } = ticket;
  const task = `r${round}-unacknowledged`;
  const from = clocks.acknowledge?.startsAt ?? (round === 1 ? receivedAt : undefined);
  const isTold = messages[`r${round}-acknowledgement`]?.state === 'sent';
  if (!from || isEnded(ticket) || isTold || tasks[task] || declined) return [];
  const at = hoursAfter(new Date(from), policy.acknowledgeWithinMinutes / 60);
  return [record(at, { type: 'Parked', task, state: 'Acknowledge', error: 'NotAcknowledged' })];
}
