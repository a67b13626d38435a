import { type Mark, tell } from '../mark.ts';
import type { Ticket } from '../ticket.ts';

/** Who has withdrawn a complaint is told that it ends, and that day. */
export const withdrawalMarks = ({ withdrawn }: Ticket): Mark[] =>
  withdrawn ? [tell(withdrawn.at, { message: 'withdrawn', purpose: 'withdrawn', to: 'complainant' })] : [];
