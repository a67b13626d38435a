import type { BankClockRow, BankClocks } from '../rules/bank-clocks.ts';
import type { Calendar } from '../rules/calendars/calendar.ts';
import type { Pack } from '../rules/packs/pack.ts';
import type { Tier } from './complaint-posted.ts';
import { cited, exceptions, lateFrom, plural, spelledTime } from './derivation.ts';
import type { Severity } from './event-words.ts';
import { firstMatch } from './first-match.ts';
import { epochOf, isoOf } from './local-time.ts';
import type { Clock } from './statutory-clocks.ts';
import { workingTime } from './working-time.ts';

const MINUTE = 60_000;

export type Internal = Readonly<{ bankClocks: BankClocks; calendar: Calendar; zone: string }>;
export type Weight = Readonly<{ severity: Severity; tier: Tier }>;

/** The acknowledgement: the law of some packs wants it promptly, and only the bank puts a number to that. */
export function acknowledgeClock(
  { bankClocks, zone }: Pick<Internal, 'bankClocks' | 'zone'>,
  pack: Pack,
  startsAt: string,
): Clock {
  const row = rowOf(bankClocks, 'acknowledge', 'simple');
  const law = pack.clocks.find(({ counting }) => counting === 'promptly');
  const dueAt = isoOf(epochOf(startsAt) + row.within * MINUTE);
  const derivation = [
    ...(law ? [`Rule ${law.rule}: ${law.what} promptly (${cited(law)}); the law gives no number.`] : []),
    `Rule ${row.rule}: acknowledged within ${plural(row.within, 'minute')} (${cited(bankClocks)}).`,
    `It begins ${spelledTime(startsAt, zone)}, when it was received.`,
    lateFrom(dueAt, zone),
  ];
  return {
    id: 'acknowledge',
    startsAt,
    dueAt,
    unit: 'minutes',
    within: row.within,
    rule: law?.rule ?? row.rule,
    isCertain: true,
    derivation,
  };
}

/** A clock of work inside the bank, in its working hours; a better card shortens it. */
export function workClock(bank: Internal, id: 'department' | 'approval', weight: Weight, startsAt: string): Clock {
  const { bankClocks, calendar, zone } = bank;
  const { workingDay, tierShare } = bankClocks;
  const row = rowOf(bankClocks, id, weight.severity);
  const share = tierShare[weight.tier];
  const hours = row.within * share;
  const time = workingTime(startsAt, hours, { calendar, zone, workingDay });
  const shortened =
    share === 1 ? [] : [`A ${weight.tier} card leaves ${share} of it: ${plural(hours, 'working hour')}.`];
  const derivation = [
    `Rule ${row.rule}: ${plural(row.within, 'working hour')} for the ${id}, ${weight.severity} (${cited(bankClocks)}).`,
    ...shortened,
    `Working hours are ${workingDay.from} to ${workingDay.until} in ${zone}, on days worked by the calendar ${calendar.id}.`,
    `They begin ${spelledTime(time.beginsAt, zone)}.`,
    ...exceptions(time, calendar),
    lateFrom(time.dueAt, zone),
  ];
  const isCertain = time.unpublished.length === 0;
  return {
    id,
    startsAt,
    dueAt: time.dueAt,
    unit: 'working-hours',
    within: hours,
    rule: row.rule,
    isCertain,
    derivation,
  };
}

function rowOf(table: BankClocks, clock: BankClockRow[1], severity: Severity) {
  const matches = (row: BankClockRow) => row[1] === clock && (row[2] === '*' || row[2] === severity);
  const [rule, , , within] = firstMatch(table, clock, matches).row;
  return { rule, within };
}
