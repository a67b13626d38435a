import type { SmsCountries, SmsCountryRow, SmsGuard } from '../rules/sms-caps.ts';
import type { Lane, Purpose } from './event-words.ts';
import type { Ticket } from './ticket.ts';

/** What of a ticket the caps look at. */
export type Guarded = Readonly<{ purpose: Purpose; lane: Lane | undefined; isVerified: boolean }>;

export const guardedBy = (purpose: Purpose, { triage, received }: Pick<Ticket, 'triage' | 'received'>): Guarded => ({
  purpose,
  lane: triage?.lane,
  isVerified: received !== undefined && received.identity !== 'none',
});

/** Whether an SMS counts against the caps, and is held back by them. */
export function isCounted({ rows }: SmsGuard, { purpose, lane }: Guarded): boolean {
  const row = rows.find(([, of, on]) => (of === '*' || of === purpose) && (on === '*' || on === lane));
  return row?.[3] !== 'passes';
}

/** The row of the number's country: the longest calling code that it begins with. */
export function countryOf({ rows }: SmsCountries, phone: string): SmsCountryRow {
  const fitting = rows.filter(([, code]) => code === '*' || phone.startsWith(code));
  const [longest] = fitting.sort(([, one], [, other]) => other.length - one.length);
  if (!longest) throw new Error('no row covers every country: the last one must catch all');
  return longest;
}
