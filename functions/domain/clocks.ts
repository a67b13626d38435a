import type { BankClocks } from '../rules/bank-clocks.ts';
import type { Calendar } from '../rules/calendars/calendar.ts';
import type { Pack } from '../rules/packs/pack.ts';
import { acknowledgeClock } from './bank-clocks.ts';
import type { Kind } from './complaint-posted.ts';
import { countDays, endOfDay } from './count-days.ts';
import { localDate } from './local-time.ts';
import { isInForce } from './pinned-pack.ts';
import type { TicketEvent } from './ticket-event.ts';

export type ClockStarted = Omit<Extract<TicketEvent, { type: 'ClockStarted' }>, 'type'>;
export type Receipt = Readonly<{ receivedAt: string; kind: Kind; passedOnBy?: string | undefined }>;

/** By which a bank starts clocks. `calendar`: for a pack that counts business days. */
export type Law = Readonly<{ pack: Pack; bankClocks: BankClocks; zone: string; calendar?: Calendar | undefined }>;

/**
 * The clocks that start with a ticket; only a complaint starts any. Day 0 is the day of receipt in the bank's zone. The
 * acknowledgement has no number of the law: it is the bank's. One counted in a year nobody has published says so.
 */
export function startClocks(law: Law, receipt: Receipt): ClockStarted[] {
  const { pack, zone, calendar } = law;
  const { kind, receivedAt, passedOnBy } = receipt;
  if (kind !== 'complaint') return [];
  const day0 = localDate(receivedAt, zone);
  const { dueAt, rule } = acknowledgeClock(law, pack, receivedAt);
  const statutory = pack.clocks.flatMap((row) => {
    const isStarted = row.startsWhen === 'received' || row.startsWhen === `passed-on-by-${passedOnBy}`;
    if (!isStarted || row.counting === 'promptly') return [];
    const { last, unpublished } = countDays(day0, row, calendar);
    const isCertain = isInForce(pack, day0) && unpublished.length === 0;
    const clock = { clock: row.clock, startsAt: receivedAt, dueAt: endOfDay(last, zone), rule: row.rule };
    return [isCertain ? clock : { ...clock, uncertain: true as const }];
  });
  return [{ clock: 'acknowledge', startsAt: receivedAt, dueAt, rule }, ...statutory];
}
