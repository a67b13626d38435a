import type { BankClocks, MarkRow } from '../rules/bank-clocks.ts';
import type { Internal } from './bank-clocks.ts';
import { addDays, epochOf, instantOf, isoOf, localTime } from './local-time.ts';
import type { Clock } from './statutory-clocks.ts';
import { workingTime } from './working-time.ts';

export type ClockMark = Readonly<Pick<MarkRow, 'mark' | 'rule' | 'acts'> & { at: string }>;
type Running = Pick<Clock, 'startsAt' | 'dueAt' | 'unit' | 'within'>;

/** When a clock is spoken of, the earliest first. A mark that would come before the clock's start is left out. */
export function clockMarks(clock: Running, bank: Internal): ClockMark[] {
  return rowsFor(clock, bank.bankClocks)
    .map((row) => ({ mark: row.mark, rule: row.rule, acts: row.acts, at: markAt(row, clock, bank) }))
    .filter(({ at }) => at > clock.startsAt)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

const rowsFor = ({ unit }: Running, { marks }: BankClocks) =>
  unit === 'minutes' || unit === 'working-hours' ? marks.hours : marks.days;

/** Days before are counted on the bank's wall clock, so that a mark stays at its hour when the clocks change. */
function markAt(row: MarkRow, { startsAt, dueAt, unit, within }: Running, bank: Internal): string {
  const { zone, calendar, bankClocks } = bank;
  if ('daysBefore' in row) {
    const { date, time } = localTime(dueAt, zone);
    return instantOf(addDays(date, -row.daysBefore), time, zone);
  }
  if (unit === 'working-hours') {
    return workingTime(startsAt, within * row.share, { calendar, zone, workingDay: bankClocks.workingDay }).dueAt;
  }
  return isoOf(epochOf(startsAt) + Math.round((epochOf(dueAt) - epochOf(startsAt)) * row.share));
}
