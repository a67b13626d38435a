import type { Calendar } from '../rules/calendars/calendar.ts';
import type { Pack } from '../rules/packs/pack.ts';
import type { Kind } from './complaint-posted.ts';
import { countDays, endOfDay } from './count-days.ts';
import { localDate } from './local-time.ts';
import type { TicketEvent } from './ticket-event.ts';

export type ClockStarted = Omit<Extract<TicketEvent, { type: 'ClockStarted' }>, 'type'>;
export type Receipt = Readonly<{ receivedAt: string; kind: Kind; passedOnBy?: string | undefined }>;

/**
 * The statutory clocks that start with a ticket; only a complaint starts any. Day 0 is the day of receipt in the bank's
 * zone. One without a number of the law is the bank's. `calendar`: for a pack that counts business days.
 */
export function startClocks(pack: Pack, bankZone: string, receipt: Receipt, calendar?: Calendar): ClockStarted[] {
  const { kind, receivedAt, passedOnBy } = receipt;
  if (kind !== 'complaint') return [];
  return pack.clocks.flatMap((row) => {
    const isStarted = row.startsWhen === 'received' || row.startsWhen === `passed-on-by-${passedOnBy}`;
    if (!isStarted || row.counting === 'promptly') return [];
    const { last } = countDays(localDate(receivedAt, bankZone), row, calendar);
    return [{ clock: row.clock, startsAt: receivedAt, dueAt: endOfDay(last, bankZone), rule: row.rule }];
  });
}
