import type { Decision, TicketEvent } from '../../functions/domain/ticket-event.ts';
import { BANK_CLOCKS } from '../../functions/rules/bank-clocks.ts';

type Passed = Readonly<{ clock: string; dueAt: string }>;
type Try = Readonly<{ message: string; at: string; isHeard: boolean }>;

/**
 * After how many milliseconds the breach of a date was on record, and somebody had heard of it; nothing where it was not
 * recorded, nobody was tried, within the time of a run, or nobody heard of it in the end. What no way delivers is tried
 * again, then told to somebody else, and lies with the triage desk at last: that it was meant is not enough.
 */
export type Heard = (date: Passed, seen: string, withinMs: number) => number | undefined;

export function heardOf(log: readonly Decision[]): Heard {
  const overdue = log.flatMap(({ at, events }) =>
    events.flatMap((one) => (one.type === 'Overdue' ? [{ clock: one.clock, dueAt: one.dueAt, at }] : [])),
  );
  const tries = triesIn(log);
  return ({ clock, dueAt }, seen, withinMs) => {
    const since = (at: string) => Date.parse(at) - Date.parse(seen);
    const of = tries.filter(
      ({ message, at }) => message.startsWith(`${clock}-`) && message.includes(dueAt) && at >= seen,
    );
    const recorded = overdue.find((one) => one.clock === clock && one.dueAt === dueAt);
    const heard = of.find(({ isHeard }) => isHeard);
    if (!recorded || !heard || since(recorded.at) > withinMs || since(of[0]?.at ?? heard.at) > withinMs)
      return undefined;
    return Math.max(since(recorded.at), since(heard.at));
  };
}

/** Whatever came of telling anybody that a date has passed. */
function triesIn(log: readonly Decision[]): Try[] {
  const meant = new Map<string, Extract<TicketEvent, { type: 'MessageIntended' }>>();
  const isOfDate = (message: string) =>
    meant.has(message) ? meant.get(message)?.purpose === 'date-passed' : DUE.test(message);
  return log.flatMap(({ at, events }) =>
    events.flatMap((event): Try[] => {
      if (event.type === 'MessageIntended') meant.set(event.message, event);
      if (event.type === 'MessageSent' || event.type === 'MessageFailed')
        return isOfDate(event.message) ? [{ message: event.message, at, isHeard: event.type === 'MessageSent' }] : [];
      const isDesks = event.type === 'Parked' && ['NobodyTold', 'NobodyOnRoster'].includes(event.error);
      return isDesks && isOfDate(event.state) ? [{ message: event.state, at, isHeard: true }] : [];
    }),
  );
}

/** A message that nobody could be found for was never meant: its name says of which mark it is. */
const PASSED = [...BANK_CLOCKS.marks.days, ...BANK_CLOCKS.marks.hours].filter(({ mark }) => mark === 'due');
const DUE = new RegExp(`^[a-z]+-(${PASSED.map(({ rule }) => rule).join('|')})-`);
