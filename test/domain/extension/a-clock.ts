import { clockDate } from '../../../functions/domain/clock-date.ts';
import { evolve } from '../../../functions/domain/evolve.ts';
import type { Bank } from '../../../functions/domain/statutory-clocks.ts';
import type { Clock, Ticket } from '../../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../../functions/domain/ticket-event.ts';
import { CALENDARS } from '../../../functions/rules/calendars/calendars.ts';
import { CN } from '../../../functions/rules/packs/cn.ts';
import type { Pack } from '../../../functions/rules/packs/pack.ts';
import { clock, given, received, triaged } from '../a-ticket.ts';

export const START = '2026-11-22T02:00:00.000Z';

export function bankOf(pack: Pack = CN, zone = pack.zone): Bank {
  const calendar = CALENDARS[pack.calendar];
  if (!calendar) throw new Error(`no calendar for ${pack.id}`);
  return { pack, calendar, zone };
}

/** A triaged complaint with a `decide` clock of the pack from an instant. */
export function running(startsAt = START, bank = bankOf()): Ticket {
  const rule = bank.pack.clocks.find((row) => row.clock === 'decide')?.rule ?? '';
  const { dueAt } = clockDate(bank, { clock: 'decide', rule, startsAt, stops: [] }, 0);
  return given(received(), triaged(), clock({ startsAt, dueAt, rule }));
}

/** The ticket after what was decided at an instant. */
export const since = (ticket: Ticket, at: string, events: readonly TicketEvent[], by = 'desk'): Ticket =>
  events.reduce((next, event) => evolve(next, event, { at, by }), ticket);

export const decide = (ticket: Ticket): Clock => {
  const found = ticket.clocks.decide;
  if (!found) throw new Error('the ticket has no clock');
  return found;
};
