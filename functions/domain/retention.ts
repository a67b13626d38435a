import type { Pack } from '../rules/packs/pack.ts';
import type { Ticket } from './ticket.ts';

/** Until when the records are kept: so many years from closing, and at least so many from receipt. */
export function retainUntil(ticket: Ticket, pack: Pack): string {
  const years = pack.numbers.find(({ rule }) => rule === `${pack.id}-records`)?.value;
  if (years === undefined) throw new Error(`pack ${pack.id} does not say how long records are kept`);
  const ends = [ticket.receivedAt, ticket.closed?.at ?? ticket.receivedAt].map((from) => yearsAfter(from, years));
  return ends.sort().at(-1) ?? '';
}

function yearsAfter(instant: string, years: number): string {
  const end = new Date(instant);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  return end.toISOString();
}
