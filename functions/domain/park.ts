import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

type Parked = Extract<TicketEvent, { type: 'Parked' }>;

/** The ticket waits at the triage desk, at this state with this error; while it waits there, it is parked once. */
export function park(ticket: Ticket, state: string, error: string): Parked {
  const parked = Object.values(ticket.tasks).filter(({ work }) => work === 'parked');
  const waiting = parked.find((task) => !task.closed && task.level === state);
  return { type: 'Parked', task: waiting?.id ?? `parked-${parked.length + 1}`, state, error };
}
