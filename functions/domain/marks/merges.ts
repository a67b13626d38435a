import { waitsForOther } from '../ended.ts';
import { type Mark, tell } from '../mark.ts';
import type { Ticket } from '../ticket.ts';

/** Whose complaint was merged is told so, and until when they have their answer: the date that this complaint always had. */
export function mergeMarks(ticket: Ticket): Mark[] {
  const { mergedInto, clocks } = ticket;
  if (!mergedInto || !waitsForOther(ticket)) return [];
  const { other, at } = mergedInto;
  const dueAt = clocks.decide?.dueAt;
  return [
    tell(at, {
      ...{ message: `merged-${other}`, purpose: 'merged', to: 'complainant', other },
      ...(dueAt && { dueAt }),
    }),
  ];
}
