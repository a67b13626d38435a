import { daysAfter } from '../later.ts';
import { type Mark, type Telling, tell } from '../mark.ts';
import type { Ticket } from '../ticket.ts';

/**
 * What is as it was is brought before whoever heard of it last, again: each time so long after the time before, so that a
 * watch that was away does not say it all at once. Where nobody could be told, the desk has it, and it goes on from there.
 */
export function again(ticket: Ticket, telling: Telling, everyDays: number): Mark[] {
  const { message } = telling;
  const marks: Mark[] = [];
  let before = ticket.messages[message];
  for (let time = 1; before && !isWithDesk(ticket, before.id); time += 1) {
    const next = `${message}-again-${time}`;
    marks.push(tell(daysAfter(new Date(before.intendedAt), everyDays), { ...telling, message: next, again: true }));
    before = ticket.messages[next];
  }
  return marks;
}

const isWithDesk = ({ tasks }: Ticket, message: string): boolean =>
  [`${message}-untold`, `${message}-instead-untold`].some((id) => tasks[id] && !tasks[id].closed);
