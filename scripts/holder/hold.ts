import type { Logged } from '../../functions/adapters/ticket-log.ts';
import { liftHold, setHold } from '../../functions/domain/erase.ts';
import type { HoldReason } from '../../functions/domain/record-events.ts';
import { hold, versions } from './archived-part.ts';
import type { Place } from './place.ts';

export type Holding = Readonly<{ reason: HoldReason; by: string; now: Date }>;

/** The log says so first: from then on nobody erases it, whether or not the archive was reached. */
export async function setHoldOn(place: Place, { id }: Logged, { reason, by, now }: Holding): Promise<number> {
  await place.log.decide(id, { at: now.toISOString(), by }, (ticket) => setHold(ticket, reason));
  return locked(place, id, true);
}

/** The archive's own hold goes with the last reason. */
export async function liftHoldOn(place: Place, { id }: Logged, { reason, by, now }: Holding): Promise<number> {
  const after = await place.log.decide(id, { at: now.toISOString(), by }, (ticket) => liftHold(ticket, reason));
  return after.holds.length > 0 ? 0 : locked(place, id, false);
}

async function locked(place: Place, id: string, isHeld: boolean): Promise<number> {
  const all = await versions(place, `${id}/`);
  for (const version of all) await hold(place, version, isHeld);
  return all.length;
}
