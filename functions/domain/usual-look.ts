import type { Policy } from '../rules/policy.ts';
import { daysAfter } from './later.ts';
import type { Ticket } from './ticket.ts';

/**
 * When an open ticket is looked at, even when nothing is due; each day where a date is a guess, which a calendar that comes
 * out may make earlier.
 */
export function usualLook({ clocks }: Pick<Ticket, 'clocks'>, { lookEveryDays }: Policy, now: Date): string {
  const isGuess = Object.values(clocks).some(({ uncertain }) => uncertain);
  return daysAfter(now, isGuess ? Math.min(1, lookEveryDays) : lookEveryDays);
}
