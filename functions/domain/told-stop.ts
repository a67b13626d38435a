import { standing } from './running-clock.ts';
import type { Clock, Stop, Ticket } from './ticket.ts';

type Told = Pick<Ticket, 'messages'>;

/**
 * From when a stop counts. Where the complainant must be told of it, that is when the notice went out: nothing while none
 * has, nor where it went out after the date it was to move.
 */
export function countsFrom({ messages }: Told, { notice, at, dueAt }: Stop): string | undefined {
  if (!notice) return at;
  const sent = messages[notice]?.attempts.find(({ providerId }) => providerId !== undefined)?.at;
  if (sent === undefined || sent >= dueAt) return undefined;
  return sent > at ? sent : at;
}

/** Whether a clock stands at an instant, and its date with it. */
export function isHeldAt(ticket: Told, clock: Pick<Clock, 'stops'>, at: string): boolean {
  const stop = standing(clock);
  const from = stop && countsFrom(ticket, stop);
  return from !== undefined && from <= at;
}

/** Whether it stands now: everybody who must be told of it was told. */
export const isHeld = (ticket: Told, clock: Pick<Clock, 'stops'>): boolean => isHeldAt(ticket, clock, FOR_EVER);
const FOR_EVER = '~';
