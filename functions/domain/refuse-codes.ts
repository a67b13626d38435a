import { hoursAfter } from './later.ts';
import type { Facts, Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

export type RefusedCodes = Facts<'CodesRefused'> & Readonly<{ at: string }>;

/** It is on record once a day for each link and reason: whoever guesses, or presses a button all night, fills no log. */
export function refuseCodes({ codesRefused }: Ticket, { at, ...refused }: RefusedCodes): TicketEvent[] {
  const isTold = codesRefused.some(
    (one) => one.link === refused.link && one.why === refused.why && hoursAfter(new Date(one.at), 24) > at,
  );
  return isTold ? [] : [{ type: 'CodesRefused', ...refused }];
}
