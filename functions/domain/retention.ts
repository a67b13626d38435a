import type { Pack } from '../rules/packs/pack.ts';
import type { Policy } from '../rules/policy.ts';
import type { Ticket } from './ticket.ts';

/** Until when the records are kept: so many years from closing, and at least so many from receipt. The bank's own where the law says nothing. */
export function retainUntil(
  ticket: Ticket,
  pack: Pack,
  { keepRecordsYears }: Pick<Policy, 'keepRecordsYears'>,
): string {
  const years = pack.numbers.find(({ rule }) => rule === `${pack.id}-records`)?.value ?? keepRecordsYears;
  const ends = [ticket.receivedAt, ticket.closed?.at ?? ticket.receivedAt].map((from) => yearsAfter(from, years));
  return ends.sort().at(-1) ?? '';
}

/** For what is of no ticket alone: as long as the records of any that is open now, which may stay so for a year. */
export function longestKept(
  now: Date,
  packs: readonly Pack[],
  { keepRecordsYears }: Pick<Policy, 'keepRecordsYears'>,
): string {
  const years = packs.flatMap(({ id, numbers }) => numbers.filter(({ rule }) => rule === `${id}-records`));
  return yearsAfter(now.toISOString(), Math.max(keepRecordsYears, ...years.map(({ value }) => value)) + 1);
}

export function yearsAfter(instant: string, years: number): string {
  const end = new Date(instant);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  return end.toISOString();
}
