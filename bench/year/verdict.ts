import type { Decision, TicketEvent } from '../../functions/domain/ticket-event.ts';

/** What became of one date of the law. `unobserved` is the one thing that must never be. */
export type Verdict =
  | 'met'
  | 'extended-and-met'
  | 'breached-and-raised'
  | 'unobserved'
  | 'bad-extension'
  | 'ended'
  | 'running';
export type Judged = Readonly<{ clock: string; dueAt: string; verdict: Verdict; raisedAfterSeconds?: number }>;

type Running = {
  clock: string;
  dueAt: string;
  extended: boolean;
  isBad: boolean;
  /** It stands still, and has no date while it does. */
  stands?: boolean;
  /** Since when the date could be known, where a calendar was published late. */
  since?: string;
  overdue?: string | undefined;
  raised?: string | undefined;
};

/** Only dates by which the bank owes an answer. */
const OWED: readonly string[] = ['decide', 'transferred', 'verification'];
/** A run of the watch is a minute after the one before. */
const NEXT_RUN_MS = 60_000;

/**
 * Judged from the log alone, by an own reading of it and not by the code that wrote it: each date was met, or extended by
 * approval and notice before the old one and met, or its breach was recorded and raised by the next run of the watch.
 */
export function judge(log: readonly Decision[], until: string): Judged[] {
  const running = new Map<string, Running>();
  const judged: Judged[] = [];
  const approved = new Map<string, string>();

  const end = (at: string, ended = false) => {
    for (const clock of running.values()) judged.push(verdictOf(clock, at, ended));
    running.clear();
  };
  const change = (clock: string, facts: Partial<Running>) => {
    const known = running.get(clock);
    if (known) Object.assign(known, facts);
  };

  for (const { at, events } of log) {
    const told = events.some((event) => event.type === 'MessageSent');
    for (const event of events) {
      if (event.type === 'ClockStarted' && OWED.includes(event.clock)) running.set(event.clock, begun(event));
      if (event.type === 'ExtensionApproved') approved.set(event.extension, at);
      if (event.type === 'ClockExtended') {
        const was = running.get(event.clock);
        const isLawful =
          (approved.get(event.extension) ?? '9') <= at && told && at < event.from && was?.dueAt === event.from;
        change(event.clock, { dueAt: event.dueAt, extended: true, isBad: !isLawful || (was?.isBad ?? false) });
      }
      // A date that had passed before is late, whatever stands still after it.
      if (event.type === 'ClockStopped' && at < (running.get(event.clock)?.dueAt ?? ''))
        change(event.clock, { stands: true });
      if (event.type === 'ClockRestarted' || event.type === 'ClockResumed')
        change(event.clock, { dueAt: event.dueAt, stands: false });
      // What was said of the date that it was counted to before is nothing to the date that it is.
      if (event.type === 'ClockRecounted' && event.dueAt !== event.from)
        change(event.clock, { dueAt: event.dueAt, since: at, overdue: undefined, raised: undefined });
      if (event.type === 'Overdue') change(event.clock, { overdue: at });
      if (event.type === 'MessageIntended' && event.purpose === 'date-passed')
        for (const clock of running.values()) if (clock.overdue) clock.raised ??= at;
      if (event.type === 'Replied') end(calledAt(events) ?? at);
      if (event.type === 'Withdrawn' || event.type === 'MergedInto') end(at, true);
    }
  }
  const open = [...running.values()].map((clock) => verdictOf(clock, until, false));
  return [
    ...judged,
    ...open.map((one) =>
      one.verdict === 'met' || one.verdict === 'extended-and-met' ? { ...one, verdict: 'running' as const } : one,
    ),
  ];
}

const begun = ({ clock, dueAt }: Extract<TicketEvent, { type: 'ClockStarted' }>): Running => ({
  ...{ clock, dueAt, extended: false, isBad: false },
});

/** Dialled in time is in time, whenever it was written down. */
const calledAt = (events: readonly TicketEvent[]): string | undefined =>
  events.find((event) => event.type === 'Called')?.dialledAt;

function verdictOf(
  { clock, dueAt, extended, isBad, stands, since = dueAt, overdue, raised }: Running,
  at: string,
  ended: boolean,
): Judged {
  const facts = { clock, dueAt };
  if (isBad) return { ...facts, verdict: 'bad-extension' };
  if (stands || at < dueAt) return { ...facts, verdict: ended ? 'ended' : extended ? 'extended-and-met' : 'met' };
  const seen = Date.parse(since > dueAt ? since : dueAt);
  const last = [overdue, raised].map((one) => (one ? Date.parse(one) - seen : Number.POSITIVE_INFINITY));
  const after = Math.max(...last);
  if (after > NEXT_RUN_MS) return { ...facts, verdict: 'unobserved', raisedAfterSeconds: after / 1000 };
  return { ...facts, verdict: 'breached-and-raised', raisedAfterSeconds: after / 1000 };
}
