import { localDate } from './local-time.ts';
import type { Head } from './record.ts';
import type { Decision } from './ticket-event.ts';

/** That a log has changed on a day, for the anchor of that day, and what was sealed of it. */
export type HeadNote = Readonly<{ day: string; sealed?: Head['sealed'] }>;

/**
 * What the relay notes of decision `seq`: one line of a ticket and day is enough, so only the first decision of a day
 * makes one; and one that sealed. The day is the one on which it is relayed, so that nothing is noted for a day whose
 * anchor is laid already; a clock that is ahead may have dated the decision on the next.
 */
export function headNote(decisions: readonly Decision[], seq: number, now: Date, zone: string): HeadNote | undefined {
  const decision = decisions[seq - 1];
  if (!decision) return undefined;
  const day = localDate([now.toISOString(), decision.at].sort()[1] ?? decision.at, zone);
  const archived = decision.events.find((event) => event.type === 'Archived');
  if (archived) {
    const { manifest, retainUntil } = archived;
    return { day, sealed: { length: seq - 1, manifest, retainUntil } };
  }
  const before = decisions[seq - 2];
  return before && localDate(before.at, zone) === day ? undefined : { day };
}
