import type { Ticket } from './ticket.ts';

/** Nothing is owed to the complainant any more: only to close it, where it is not closed, and to seal it. */
export const isEnded = ({ closed, withdrawn, mergedInto }: Ticket): boolean =>
  closed !== undefined || withdrawn !== undefined || mergedInto !== undefined;

/** Merged, and not answered by the other yet: nobody works on it, and its own dates run on. */
export const waitsForOther = ({ mergedInto, replied, withdrawn }: Ticket): boolean =>
  mergedInto !== undefined && replied === undefined && withdrawn === undefined;
