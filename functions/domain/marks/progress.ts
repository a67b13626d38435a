import { isStopped } from '../clock-state.ts';
import { type Desk, type Mark, tell } from '../mark.ts';
import type { Ticket } from '../ticket.ts';

/** What the complainant is told on the way: that the card is safe; and once a round that an answer is still to come. */
export function progressMarks(ticket: Ticket, { progress }: Desk): Mark[] {
  if (ticket.closed) return [];
  return progress.rows.flatMap(([, , from, share]) =>
    from === 'card-protected' ? cardProtected(ticket) : stillWorking(ticket, share),
  );
}

const cardProtected = ({ tasks }: Ticket): Mark[] =>
  Object.values(tasks).flatMap(({ id, work, closed }) =>
    work === 'protect' && closed?.outcome === 'done'
      ? [tell(closed.at, { message: `${id}-protected`, purpose: 'card-protected', to: 'complainant' })]
      : [],
  );

function stillWorking(ticket: Ticket, share: number): Mark[] {
  const { clocks, reply, replied, withdrawn, mergedInto, declined, round } = ticket;
  const { decide } = clocks;
  if (!decide || reply || replied || withdrawn || mergedInto || declined || isStopped(decide)) return [];
  const [from, until] = [Date.parse(decide.startsAt), Date.parse(decide.dueAt)];
  const at = new Date(from + (until - from) * share).toISOString();
  const dueAt = decide.dueAt;
  return [tell(at, { message: `r${round}-still-working`, purpose: 'still-working', to: 'complainant', dueAt })];
}
