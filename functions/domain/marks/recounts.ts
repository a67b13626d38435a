import { type Marks, record } from '../mark.ts';
import { recountClock } from '../recount-clock.ts';

/** Dates that the calendar of today makes certain: counted again before anything else is said of them. */
export const recountMarks: Marks = (ticket, desk) =>
  Object.values(ticket.clocks).flatMap((clock) => {
    const events = recountClock(ticket, desk, clock);
    return events.length > 0 ? [record(clock.since, ...events)] : [];
  });
