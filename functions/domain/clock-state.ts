import type { Pack } from '../rules/packs/pack.ts';
import { declineToldAt } from './decline.ts';
import { dialledLate } from './late-calls.ts';
import { replyGivenAt } from './reply-given.ts';
import type { Clock, Ticket } from './ticket.ts';
import { isHeld, isHeldAt } from './told-stop.ts';

/**
 * `met`: done in time. `answered-late`: done, too late. `missed`: not done, and its time is over. `lapsed`: its time is
 * over, and nothing was owed. `ended`: the procedure ended before it was due. `at`: when it was settled.
 */
export type ClockState = Readonly<{
  state: 'running' | 'stopped' | 'met' | 'answered-late' | 'missed' | 'lapsed' | 'ended';
  at?: string;
}>;

/** Where a clock of a round stands `now`. The acts are those of that round: its acknowledgement, its reply. */
export function clockState(ticket: Ticket, round: number, clock: Clock, pack: Pack, now: string): ClockState {
  const at = clock.clock === 'acknowledge' ? acknowledgedAt(ticket, round) : repliedAt(ticket, round, clock);
  if (at) {
    // While it stands its date is not: whatever was done then is in time.
    const isInTime = at < clock.dueAt || isHeldAt(ticket, clock, at);
    return { state: isInTime ? 'met' : lapses(pack, clock) ? 'lapsed' : 'answered-late', at };
  }
  const declined = ticket.declined ? (declineToldAt(ticket) ?? ticket.closed?.at) : undefined;
  const ended = ticket.withdrawn?.at ?? declined;
  if (ended && ended < clock.dueAt) return { state: 'ended', at: ended };
  // It may be that the complainant is still to be told: until the old date, and not beyond.
  if (isStopped(clock) && (now < clock.dueAt || isHeld(ticket, clock))) return { state: 'stopped' };
  if (now < clock.dueAt) return { state: 'running' };
  return { state: lapses(pack, clock) ? 'lapsed' : 'missed' };
}

export const isStopped = ({ stops }: Clock): boolean => stops.some(({ until }) => until === undefined);

/** A clock whose end closes a way, and breaches nothing. */
const lapses = (pack: Pack, { rule }: Clock): boolean => pack.clocks.find((row) => row.rule === rule)?.lapses ?? false;

/** When the notice was sent, which is the act; not when somebody read it. */
const acknowledgedAt = ({ messages }: Ticket, round: number): string | undefined =>
  messages[`r${round}-acknowledgement`]?.attempts.find(({ providerId }) => providerId !== undefined)?.at;

function repliedAt(ticket: Ticket, round: number, clock: Clock): string | undefined {
  const of = round === ticket.round ? ticket : ticket.earlier.find((one) => one.round === round);
  const replied = of && replyGivenAt(ticket, of);
  const late = dialledLate(ticket, round, clock);
  return late.length > 0 ? [...late, ...(replied ? [replied] : [])].sort()[0] : replied;
}
