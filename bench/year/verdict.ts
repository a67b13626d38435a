import type { Decision } from '../../functions/domain/ticket-event.ts';
import { type DateOfLaw, datesIn, type LogOf, OWED, standsAt } from './dates-of-law.ts';
import { packOf } from './pack-of-log.ts';
import { type Heard, heardOf } from './raised.ts';
import { repliedAt } from './replied-at.ts';

/** What became of one date of the law. `unobserved` is the one thing that must never be, and `no-clock` is its worst kind. */
export const VERDICTS = [
  ...(['met', 'extended-and-met', 'breached-and-raised', 'ended', 'running'] as const),
  ...(['unobserved', 'bad-extension', 'no-clock', 'wrong-record'] as const),
] as const;
export type Verdict = (typeof VERDICTS)[number];
export type Judged = Readonly<{ clock: string; dueAt: string; verdict: Verdict; raisedAfterSeconds?: number }>;

/** What must not be. */
export const FINDINGS: readonly Verdict[] = ['unobserved', 'bad-extension', 'no-clock', 'wrong-record'];

/** A run of the watch is a minute after the one before. */
const NEXT_RUN_MS = 60_000;
const NOTHING_YET: LogOf = () => undefined;

/**
 * Judged from the log alone, by an own reading of it and of the pack, and not by the code that wrote it: each date was met,
 * or extended by approval and notice before the old one and met, or its breach was recorded and somebody above was told of
 * it by the next run of the watch. `logOf`: of the other tickets, by whose reply one that was merged is answered.
 */
export function judge(log: readonly Decision[], until: string, logOf = NOTHING_YET): Judged[] {
  const heard = heardOf(log);
  const dates = datesIn(log, logOf).map((date) => verdictOf(date, heard, until));
  return [...lacking(log), ...misrecorded(log, logOf), ...dates];
}

/** A reply of which the log says that it was given at another instant than it was. */
function misrecorded(log: readonly Decision[], logOf: LogOf): Judged[] {
  let mergedInto: string | undefined;
  const found: Judged[] = [];
  for (const decision of log) {
    for (const event of decision.events) {
      if (event.type === 'MergedInto') mergedInto = event.other;
      if (event.type === 'MergeUndone' && event.other === mergedInto) mergedInto = undefined;
      if (event.type !== 'Replied' || event.givenAt === undefined) continue;
      const told = repliedAt(log, decision, event.message, mergedInto, logOf);
      if (told !== event.givenAt) found.push({ clock: 'reply', dueAt: event.givenAt, verdict: 'wrong-record' });
    }
  }
  return found;
}

/** A complaint whose date was never counted, and a further round of an answered one, which has a date of its own. */
function lacking(log: readonly Decision[]): Judged[] {
  const received = log.flatMap(({ events }) => events).find(({ type }) => type === 'ComplaintReceived');
  if (received?.type !== 'ComplaintReceived' || received.kind !== 'complaint') return [];
  const started = (decisions: readonly Decision[]) =>
    decisions.flatMap(({ events }) => events.flatMap((one) => (one.type === 'ClockStarted' ? one.clock : [])));
  const owed = packOf(log).clocks.filter(
    ({ clock, lapses, startsWhen }) =>
      OWED.includes(clock) && !lapses && ['received', `passed-on-by-${received.passedOnBy}`].includes(startsWhen),
  );
  const missing = owed.map(({ clock }) => clock).filter((clock) => !started(log.slice(0, 1)).includes(clock));
  const rounds = log.filter(
    (decision, index) =>
      decision.events.some(({ type }) => type === 'RoundOpened') &&
      isAnswered(log.slice(0, index)) &&
      !started([decision]).some((clock) => OWED.includes(clock)),
  );
  const noClock = (clock: string, dueAt: string): Judged => ({ clock, dueAt, verdict: 'no-clock' });
  return [
    ...missing.map((clock) => noClock(clock, log[0]?.at ?? '')),
    ...rounds.map(({ at }) => noClock('of a further round', at)),
  ];
}

/** Of the newest round. */
function isAnswered(log: readonly Decision[]): boolean {
  const types = log.flatMap(({ events }) => events.map(({ type }) => type));
  return types.lastIndexOf('Replied') > types.lastIndexOf('RoundOpened');
}

function verdictOf(date: DateOfLaw, heard: Heard, until: string): Judged {
  const { clock, dueAt, isExtended, isBad, endedAt, since } = date;
  const facts = { clock, dueAt };
  const isInTime = (at: string | undefined) => at !== undefined && (at < dueAt || standsAt(date, at));
  if (isBad) return { ...facts, verdict: 'bad-extension' };
  if (date.answers.some(({ at }) => isInTime(at)))
    return { ...facts, verdict: isExtended ? 'extended-and-met' : 'met' };
  if (isInTime(endedAt)) return { ...facts, verdict: 'ended' };
  const isOpen = date.answers.length === 0 && endedAt === undefined;
  if (isOpen && isInTime(until)) return { ...facts, verdict: 'running' };
  // The date could be known no sooner, where a calendar was published late, or a merge came apart.
  const seen = since > dueAt ? since : dueAt;
  const after = heard(date, seen, NEXT_RUN_MS);
  if (after !== undefined) return { ...facts, verdict: 'breached-and-raised', raisedAfterSeconds: after / 1000 };
  const isNextRunToCome = Date.parse(until) - Date.parse(seen) < NEXT_RUN_MS;
  return { ...facts, verdict: isNextRunToCome ? 'running' : 'unobserved' };
}
