import { isStopped } from '../clock-state.ts';
import { type Mark, record } from '../mark.ts';
import type { Ticket } from '../ticket.ts';

/** A date that passes without the act it was for. */
export function clockMarks({ clocks, replied, closed }: Ticket): Mark[] {
  if (replied || closed) return [];
  return Object.values(clocks)
    .filter((clock) => !clock.overdue && !isStopped(clock))
    .map(({ clock, dueAt }) => record(dueAt, { type: 'Overdue', clock, dueAt }));
}
