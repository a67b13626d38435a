import { clockDate } from './clock-date.ts';
import { overtaken } from './extension/tell.ts';
import { localDate } from './local-time.ts';
import { isInForce } from './pinned-pack.ts';
import type { Bank } from './statutory-clocks.ts';
import type { Clock, Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';
import { isHeld } from './told-stop.ts';

/**
 * A date that was counted on days of a year nobody had published is counted again once the calendar has that year, by the
 * same rule of the same pack: by then it is certain, earlier or later, even where it has passed. What was asked for on a
 * date that moves is void. A clock that stands still has no date: it is counted anew when it goes on.
 */
export function recountClock(ticket: Ticket, bank: Bank, clock: Clock): TicketEvent[] {
  if (!clock.uncertain || isOver(ticket) || isHeld(ticket, clock)) return [];
  // No calendar makes a rule certain that was not in force.
  if (!isInForce(bank.pack, localDate(ticket.receivedAt, bank.zone))) return [];
  const { dueAt, rule, uncertain } = clockDate(bank, clock, clock.extended);
  if (uncertain) return [];
  const { id, version } = bank.calendar;
  const facts = { clock: clock.clock, from: clock.dueAt, dueAt, rule, calendar: `${id}-${version}` };
  return [{ type: 'ClockRecounted', ...facts }, ...(dueAt === clock.dueAt ? [] : overtaken(ticket, clock.clock))];
}

/** An answer does not end it: whether it came in time is what the date says. */
const isOver = ({ closed, declined, withdrawn }: Ticket): boolean => Boolean(closed || declined || withdrawn);
