import type { Logged } from '../../functions/adapters/ticket-log.ts';
import { openTasks } from '../../functions/domain/tasks.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { stuckAt } from './stuck.ts';
import type { Lived } from './town.ts';
import { FINDINGS, judge, VERDICTS, type Verdict } from './verdict.ts';

export type Figures = Readonly<{
  posted: number;
  begun: number;
  archived: number;
  /** Open at the end, with somebody who owes the next step. */
  open: number;
  /** Open at the end, and nobody owes anything: nothing will ever happen. */
  lost: number;
  parked: number;
  /** Parked at one state again and again: whatever people do, it does not get on. */
  stuck: readonly string[];
  verdicts: Readonly<Record<Verdict, number>>;
  byClock: Readonly<Record<string, Readonly<Partial<Record<Verdict, number>>>>>;
  slowestRaiseSeconds: number;
  events: Readonly<Record<string, number>>;
  killedExecutions: number;
  turnedAway: Readonly<Record<string, number>>;
  givenUp: number;
  unobserved: readonly string[];
  openTickets: readonly string[];
  wallSeconds: number;
}>;

const COUNTED: readonly TicketEvent['type'][] = [
  ...(['Reminded', 'Escalated', 'TaskReassigned', 'ClockMarked', 'Overdue', 'ExecutionLost', 'Parked'] as const),
  ...(['ClockStopped', 'ClockResumed', 'ClockRestarted', 'FollowUpReceived', 'Withdrawn'] as const),
  ...(['ExtensionProposed', 'ExtensionApproved', 'ExtensionRefused', 'ExtensionVoid', 'ClockExtended'] as const),
  ...([
    'RoundOpened',
    'AppealRefused',
    'MergedInto',
    'IncidentRaised',
    'MessageHeld',
    'Called',
    'MessageFailed',
  ] as const),
];

export async function figures(
  { desk, tickets, posted, killed, turnedAway, givenUp }: Lived,
  wallSeconds: number,
): Promise<Figures> {
  const logs: Logged[] = [];
  for (const id of tickets) logs.push(await desk.log.find(id));
  const until = desk.cloud.now().toISOString();
  const known = new Map(logs.map(({ id, decisions }) => [id, decisions]));
  const judged = logs.flatMap(({ id, decisions }) =>
    judge(decisions, until, (other) => known.get(other)).map((one) => ({ ...one, ticket: id })),
  );
  const open = logs.filter(({ archived }) => !archived);
  const events = logs.flatMap(({ decisions }) =>
    decisions.flatMap((decision) => decision.events.map(({ type }) => type)),
  );
  // A plan is owed beside the way of the ticket.
  const owed = (ticket: Logged) => openTasks(ticket).filter(({ work }) => work !== 'plan');
  const lost = open.filter((ticket) => owed(ticket).length === 0);
  return {
    posted,
    begun: logs.length,
    archived: logs.length - open.length,
    open: open.length - lost.length,
    lost: lost.length,
    parked: open.filter((ticket) => openTasks(ticket).some(({ work }) => work === 'parked')).length,
    stuck: logs.flatMap((log) => stuckAt(log).map((state) => `${log.id} ${state}`)),
    verdicts: counts(judged.map(({ verdict }) => verdict)),
    byClock: Object.fromEntries(
      [...new Set(judged.map(({ clock }) => clock))].map((clock) => [
        clock,
        present(counts(judged.filter((one) => one.clock === clock).map(({ verdict }) => verdict))),
      ]),
    ),
    slowestRaiseSeconds: Math.max(
      0,
      ...judged.filter(({ verdict }) => verdict === 'breached-and-raised').map((one) => one.raisedAfterSeconds ?? 0),
    ),
    events: Object.fromEntries(COUNTED.map((type) => [type, events.filter((one) => one === type).length])),
    killedExecutions: killed,
    turnedAway,
    givenUp,
    unobserved: judged
      .filter(({ verdict }) => FINDINGS.includes(verdict))
      .map(({ ticket, clock, dueAt, verdict }) => `${ticket} ${clock} ${dueAt} ${verdict}`)
      .slice(0, 20),
    openTickets: open.map(({ id }) => id).slice(0, 20),
    wallSeconds: Math.round(wallSeconds),
  };
}

const counts = (verdicts: readonly Verdict[]): Record<Verdict, number> =>
  Object.fromEntries(VERDICTS.map((verdict) => [verdict, verdicts.filter((one) => one === verdict).length])) as Record<
    Verdict,
    number
  >;

const present = (all: Record<Verdict, number>) =>
  Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
