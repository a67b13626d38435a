import type { ClockRow, Pack } from '../rules/packs/pack.ts';
import type { Kind } from './complaint-posted.ts';
import { addDays, instantOf, localDate } from './local-time.ts';
import type { TicketEvent } from './ticket-event.ts';

export type ClockStarted = Omit<Extract<TicketEvent, { type: 'ClockStarted' }>, 'type'>;
export type Receipt = Readonly<{ receivedAt: string; kind: Kind; passedOnBy?: string | undefined }>;

/** The statutory clocks that start with a ticket; only a complaint starts any. */
export function startClocks(pack: Pack, bankZone: string, receipt: Receipt): ClockStarted[] {
  if (receipt.kind !== 'complaint') return [];
  return pack.clocks
    .filter(({ startsWhen }) => startsWhen === 'received' || startsWhen === `passed-on-by-${receipt.passedOnBy}`)
    .map((row) => ({
      clock: row.clock,
      startsAt: receipt.receivedAt,
      dueAt: dueAt(row, bankZone, receipt.receivedAt),
      rule: row.rule,
    }));
}

/** Day 0 is the day of receipt in the bank's zone; due at the end of day N, which is where day N + 1 begins. */
function dueAt({ within, counting, rule }: ClockRow, bankZone: string, receivedAt: string): string {
  if (counting === 'business-days') throw new Error(`${rule} counts business days, for which it needs a calendar`);
  const days = counting === 'weeks' ? within * 7 : within;
  return instantOf(addDays(localDate(receivedAt, bankZone), days + 1), '00:00', bankZone);
}
