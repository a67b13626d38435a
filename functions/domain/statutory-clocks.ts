import type { Calendar } from '../rules/calendars/calendar.ts';
import type { ClockRow, ExtensionRow, Pack } from '../rules/packs/pack.ts';
import { countDays, endOfDay } from './count-days.ts';
import { cited, dayZero, exceptions, extended, lateFrom, notInForce, spelled, spelledDate } from './derivation.ts';
import { localDate } from './local-time.ts';
import { isInForce } from './pinned-pack.ts';

/** `dueAt`: the first instant that is late. `isCertain`: what it was counted on was in force, and has been published. */
export type Clock = Readonly<{
  id: string;
  startsAt: string;
  dueAt: string;
  unit: ClockRow['counting'] | 'minutes' | 'working-hours';
  /** How many of the unit. */
  within: number;
  rule: string;
  isCertain: boolean;
  derivation: readonly string[];
}>;

/** What has happened to a complaint so far. `extended`: the steps that were approved, and told, in time. */
export type Happened = Readonly<{
  receivedAt: string;
  passedOnBy?: string | undefined;
  extended?: number | undefined;
  repliedAt?: string | undefined;
  verificationAskedAt?: string | undefined;
}>;

export type Bank = Readonly<{ pack: Pack; calendar: Calendar; zone: string }>;
type DayRow = Exclude<ClockRow, { counting: 'promptly' }>;
type Start = Readonly<{ at: string; act: string }>;

/** The clocks of the law that run for a complaint, each with the facts and rules from which its date follows. */
export function statutoryClocks(bank: Bank, happened: Happened): Clock[] {
  return bank.pack.clocks.flatMap((row) => {
    const start = startOf(row, happened);
    return start && row.counting !== 'promptly' ? [derive(row, start, bank, happened)] : [];
  });
}

/** Once verification is asked for, the time to ask for it is over, and the time to decide it runs. */
function startOf({ startsWhen }: ClockRow, happened: Happened): Start | undefined {
  const { receivedAt, passedOnBy, repliedAt, verificationAskedAt: askedAt } = happened;
  if (startsWhen === 'received') return { at: receivedAt, act: 'received' };
  if (startsWhen === 'replied') return repliedAt && !askedAt ? { at: repliedAt, act: 'replied to' } : undefined;
  if (startsWhen === 'verification-asked') return askedAt ? { at: askedAt, act: 'asked for' } : undefined;
  return startsWhen === `passed-on-by-${passedOnBy}` ? { at: receivedAt, act: 'received' } : undefined;
}

function derive(row: DayRow, { at, act }: Start, { zone, calendar, pack }: Bank, happened: Happened): Clock {
  const day0 = localDate(at, zone);
  const granted = extensionsOf(pack, row).filter(({ step }) => step <= (happened.extended ?? 0));
  const times = [row, ...granted.map(({ to, ...step }) => ({ ...step, within: to }))];
  const dues = times.map((days) => endOfDay(countDays(day0, days, calendar).last, zone));
  const final = times.at(-1) ?? row;
  const count = countDays(day0, final, calendar);
  const dueAt = dues.at(-1) ?? '';
  const inForce = isInForce(pack, localDate(happened.receivedAt, zone));
  const derivation = [
    `Rule ${row.rule}: ${row.what}, within ${spelled(row.within, row.counting)} (${cited(row)}).`,
    dayZero(day0, act, at, zone),
    ...granted.map((step, index) => extended(step, dues[index] ?? '', zone)),
    ...exceptions(count, calendar),
    `The last day is ${spelledDate(count.last)}, ${spelled(final.within, final.counting)} after day 0.`,
    lateFrom(dueAt, zone),
    ...(inForce ? [] : [notInForce(pack)]),
  ];
  const isCertain = inForce && count.unpublished.length === 0;
  const { within, counting: unit, rule } = final;
  return { id: row.clock, startsAt: at, dueAt, unit, within, rule, isCertain, derivation };
}

/** The steps by which a clock can be extended, in their order. */
export const extensionsOf = (pack: Pack, { clock }: Pick<ClockRow, 'clock'>): ExtensionRow[] =>
  pack.extensions.filter((row) => row.clock === clock).sort((a, b) => a.step - b.step);
