import { waitsForOther } from './ended.ts';
import { LOST_EXECUTION, type Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/** The name of the workflow's execution that carries the ticket now. */
export const executionName = (id: string, { round, attempt }: Pick<Ticket, 'round' | 'attempt'>): string =>
  `${id}-r${round}-a${attempt}`;

/** The ticket that an execution of that name carries. */
export const ticketOf = (execution: string): string | undefined => /^([0-9A-Z]{12})-r\d+-a\d+$/.exec(execution)?.[1];

/** Ended without reaching its end. */
export const isLost = (status: string): boolean => ['FAILED', 'TIMED_OUT', 'ABORTED'].includes(status);

/** An execution ended without archiving its ticket: another begins, a bounded number of times; then people take over. */
export function loseExecution(
  ticket: Ticket & Readonly<{ id: string }>,
  { execution, status, attemptsAtMost }: Readonly<{ execution: string; status: string; attemptsAtMost: number }>,
): TicketEvent[] {
  if (ticket.archived || waitsForOther(ticket) || execution !== executionName(ticket.id, ticket)) return [];
  if (ticket.lostInARow + 1 < attemptsAtMost) return [{ type: 'ExecutionLost', execution, status }];

  const task = `${ticket.round === 1 ? '' : `r${ticket.round}-`}lost-a${ticket.attempt}`;
  return ticket.tasks[task] ? [] : [{ type: 'Parked', task, state: LOST_EXECUTION, error: status }];
}
