import { roundOf } from './rounds.ts';
import type { Task, Ticket } from './ticket.ts';

/**
 * The task is open, or was done by this department: what comes while others approve is still its handler's to see. Who
 * investigated for an earlier round has no part in this one.
 */
export const mayMoveClocks = ({ round }: Ticket, { id, work, closed }: Task): boolean =>
  ['investigate', 'route', 'parked'].includes(work) &&
  (!closed || (closed.outcome === 'filed' && roundOf(id) === round));
