import type { Decision, TicketEvent } from '../../functions/domain/ticket-event.ts';
import { type Agreed, isLawful, readExtensions } from './lawful-extension.ts';
import { packOf } from './pack-of-log.ts';
import { type LogOf, repliedAt } from './replied-at.ts';
import { readSent } from './sent.ts';

export type { LogOf } from './replied-at.ts';

/** One date by which the bank owes an answer, as the log tells of it. */
export type DateOfLaw = {
  readonly clock: string;
  readonly startsAt: string;
  dueAt: string;
  /** Since when it could be known. */
  since: string;
  isExtended: boolean;
  isBad: boolean;
  isUncertain: boolean;
  /** Of the ticket that it was merged into, or its own. */
  answers: readonly Readonly<{ at: string; by?: string }>[];
  endedAt?: string | undefined;
  /** Why it stands still: a stop that the pack has. `toldAt`: when the notice went out, where one is wanted. */
  stop?: Readonly<{ at: string; toldAt: () => string | undefined }> | undefined;
};

/** Only dates by which the bank owes an answer. */
export const OWED: readonly string[] = ['decide', 'transferred', 'verification'];

/** A stop counts from its notice, and not at all where that left after the date. */
export function standsAt({ stop, dueAt }: DateOfLaw, at: string): boolean {
  const toldAt = stop?.toldAt();
  if (!stop || toldAt === undefined || toldAt >= dueAt || stop.at >= dueAt) return false;
  return (toldAt > stop.at ? toldAt : stop.at) <= at;
}

/** Every date of the log, those that others took the place of, too. What the pack does not allow moves none. */
export function datesIn(log: readonly Decision[], logOf: LogOf): DateOfLaw[] {
  const dates: DateOfLaw[] = [];
  const sent = readSent();
  const followUps = new Map<string, string>();
  const calls = new Map<string, string | undefined>();
  const extensions: Agreed = readExtensions();
  let mergedInto: string | undefined;
  let isOthersWish = false;

  const newest = (clock: string) => dates.findLast((date) => date.clock === clock);
  const unanswered = () => dates.filter(({ answers }) => answers.length === 0);
  const begin = (facts: Pick<DateOfLaw, 'clock' | 'startsAt' | 'dueAt'>, uncertain?: true) => {
    const fresh = { since: '', isExtended: false, isBad: false, isUncertain: uncertain === true, answers: [] };
    dates.push({ ...fresh, ...facts });
  };
  const answer = (all: readonly DateOfLaw[], at: string, by?: string) => {
    for (const date of all.filter(({ startsAt }) => startsAt <= at))
      date.answers = [...date.answers, { at, ...(by && { by }) }];
  };
  const end = (at: string) => {
    for (const date of unanswered()) date.endedAt ??= at;
  };
  /** What was asked for by phone is owed no more. */
  const letGo = (at: string) => {
    for (const [task, closedAt] of calls) calls.set(task, closedAt ?? at);
  };

  function stop(at: string, { clock, reason, rule, notice }: Extract<TicketEvent, { type: 'ClockStopped' }>): void {
    const date = newest(clock);
    const row = packOf(log).stops.find((one) => one.rule === rule && one.clock === clock && one.reason === reason);
    if (!date || !row || date.stop) return;
    date.stop = { at, toldAt: () => (row.customerTold ? sent.since(notice ?? '', at) : at) };
  }

  function resume(at: string, { clock, ...moved }: Extract<TicketEvent, { type: 'ClockResumed' }>): void {
    const date = newest(clock);
    if (!date) return;
    if (standsAt(date, at)) Object.assign(date, dated(moved));
    date.stop = undefined;
  }

  /** The old date is judged for itself, where it had passed. */
  function restart(at: string, { clock, followUp, ...moved }: Extract<TicketEvent, { type: 'ClockRestarted' }>): void {
    const date = newest(clock);
    const row = packOf(log).restarts.find((one) => one.clock === clock);
    if (!date || row?.because !== followUps.get(followUp)) return;
    if (at < date.dueAt || standsAt(date, at)) Object.assign(date, dated(moved), { isExtended: false });
    else begin({ clock, startsAt: date.startsAt, dueAt: moved.dueAt }, moved.uncertain);
  }

  function recount(at: string, { clock, from, dueAt }: Extract<TicketEvent, { type: 'ClockRecounted' }>): void {
    const date = newest(clock);
    if (!date?.isUncertain || date.dueAt !== from) return;
    Object.assign(date, { dueAt, isUncertain: false, ...(dueAt !== from && { since: at }) });
  }

  function partAgain(at: string): void {
    for (const date of dates) {
      const own = date.answers.filter(({ by }) => by === undefined);
      const isTakenUp = own.length < date.answers.length || (isOthersWish && date.endedAt !== undefined);
      // Answered or withdrawn with the other before its date, it is owed again, and late only from here.
      if (isTakenUp && [...date.answers.map((one) => one.at), date.endedAt].some((one) => one && one < date.dueAt))
        date.since = at;
      date.answers = own;
      if (isOthersWish) date.endedAt = undefined;
    }
    mergedInto = undefined;
    isOthersWish = false;
  }

  for (const decision of log) {
    const { at, by, events } = decision;
    for (const event of events) {
      extensions.read(event, at, by);
      sent.read(event, at);
      if (event.type === 'FollowUpReceived') followUps.set(event.followUp, event.about);
      if (event.type === 'TaskOpened' && event.work === 'call') calls.set(event.task, undefined);
      if (event.type === 'ClockStarted' && OWED.includes(event.clock)) begin(event, event.uncertain);
      if (event.type === 'ClockStopped') stop(at, event);
      if (event.type === 'ClockResumed') resume(at, event);
      if (event.type === 'ClockRestarted') restart(at, event);
      if (event.type === 'ClockRecounted') recount(at, event);
      if (event.type === 'ClockExtended') {
        const date = newest(event.clock);
        if (!date) continue;
        const isGiven = !standsAt(date, at) && isLawful(event, at, date, { of: extensions, sent, pack: packOf(log) });
        Object.assign(date, dated(event), { isExtended: true, isBad: date.isBad || !isGiven });
      }
      if (event.type === 'Called') {
        // One that was written down late is an answer where it reached somebody while it was owed.
        const closedAt = calls.get(event.task);
        if (closedAt === undefined || (event.outcome === 'reached' && event.dialledAt < closedAt))
          answer(dates, event.dialledAt);
        calls.set(event.task, closedAt ?? at);
      }
      if (event.type === 'Replied') {
        const told = repliedAt(log, decision, event.message, mergedInto, logOf);
        if (told !== undefined) answer(unanswered(), told, mergedInto);
      }
      if (event.type === 'Declined') end(at);
      if (event.type === 'Withdrawn') {
        end(at);
        isOthersWish = !followUps.has(event.followUp);
      }
      if (event.type === 'MergedInto') mergedInto = event.other;
      if (event.type === 'MergeUndone' && event.other === mergedInto) partAgain(at);
      if (['Withdrawn', 'MergedInto', 'RoundOpened'].includes(event.type)) letGo(at);
    }
  }
  return dates;
}

const dated = ({ dueAt, uncertain }: Readonly<{ dueAt: string; uncertain?: true | undefined }>) => ({
  ...{ dueAt, isUncertain: uncertain === true },
});
