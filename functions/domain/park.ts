import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

type Parked = Extract<TicketEvent, { type: 'Parked' }>;

/** The ticket waits at the triage desk, at this state with this error; while it waits there, it is parked once. */
export function park(ticket: Ticket, state: string, error: string): Parked {
  // Named by its state: two departments that are parked at one instant are two tasks.
  const here = Object.values(ticket.tasks).filter(({ work, level }) => work === 'parked' && level === state);
  const waiting = here.find((task) => !task.closed);
  const name = state.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return { type: 'Parked', task: waiting?.id ?? `parked-${name}-${here.length + 1}`, state, error };
}
