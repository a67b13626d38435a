import type { Internal } from '../bank-clocks.ts';
import { type ClockState, clockState } from '../clock-state.ts';
import type { Bank } from '../statutory-clocks.ts';
import type { Clock, Task, Ticket } from '../ticket.ts';
import type { Decision, TicketEvent } from '../ticket-event.ts';
import { explainClock, explainTask } from './explain-clock.ts';
import { type ProvenAct, provenActs } from './proven-acts.ts';
import { type ProvenNotice, provenNotices } from './proven-notices.ts';

/** One clock: from what it follows, what ended it, and whether that was in time. Of the bank's own, the task it is of. */
export type ProvenClock = Readonly<{
  id: string;
  round: number;
  task?: string;
  startsAt: string;
  /** The first instant that is late. */
  dueAt: string;
  unit: string;
  rule?: string;
  isCertain: boolean;
  state: ClockState['state'];
  /** When what the clock is for was done. */
  settledAt?: string;
  inTime?: boolean;
  derivation: readonly string[];
  /** Counting it anew gives the date of the log. */
  agrees: boolean;
  breach?: Readonly<{ recordedAt: string; raisedAt?: string }>;
}>;

export type ProvenExtension = Readonly<{
  extension: string;
  clock: string;
  rule: string;
  from: string;
  dueAt: string;
  proposedAt: string;
  proposedBy: string;
  level: string;
  state: string;
  decidedAt?: string;
  decidedBy?: string;
  /** When the customer was told, which must lie before `from`. */
  toldAt?: string;
}>;

/** Every date, decision and notice of a ticket: who decided, and whether each act of the law was in time. */
export type ProofSheet = Readonly<{
  ticket: string;
  madeAt: string;
  zone: string;
  pack: string;
  receivedAt: string;
  /** Why the record is kept beyond its time, by whom; and when it was erased. */
  holds: readonly Readonly<{ reason: string; at: string; by: string }>[];
  erasedAt?: string;
  clocks: readonly ProvenClock[];
  extensions: readonly ProvenExtension[];
  acts: readonly ProvenAct[];
  notices: readonly ProvenNotice[];
}>;

type Proven = Ticket & Readonly<{ id: string; decisions: readonly Decision[] }>;
type Desk = Bank & Internal;

export function proofSheet(ticket: Proven, desk: Desk, now: Date): ProofSheet {
  const at = now.toISOString();
  const rounds = [...ticket.earlier, ticket];
  return {
    ticket: ticket.id,
    madeAt: at,
    zone: desk.zone,
    pack: ticket.received?.pack ?? '',
    receivedAt: ticket.receivedAt,
    holds: ticket.holds.map(({ reason, at: since, by }) => ({ reason, at: since, by })),
    ...(ticket.erased && { erasedAt: ticket.erased.at }),
    clocks: [
      ...rounds.flatMap(({ round, clocks }) =>
        Object.values(clocks).map((clock) => ofLaw(ticket, round, clock, desk, at)),
      ),
      ...Object.values(ticket.tasks)
        .filter(({ work, dueAt }) => OF_THE_BANK.includes(work) && dueAt)
        .map((task) => ofBank(ticket, task, desk, at)),
    ],
    extensions: Object.values(ticket.extensions).map((extension) => ({
      extension: extension.extension,
      clock: extension.clock,
      rule: extension.rule,
      from: extension.from,
      dueAt: extension.dueAt,
      proposedAt: extension.at,
      proposedBy: extension.by,
      level: extension.level,
      state: extension.state,
      ...(extension.decided && { decidedAt: extension.decided.at, decidedBy: extension.decided.by }),
      ...dated(ticket, 'toldAt', (event) => event.type === 'ClockExtended' && event.extension === extension.extension),
    })),
    acts: provenActs(ticket.decisions),
    notices: provenNotices(ticket),
  };
}

const OF_THE_BANK: readonly Task['work'][] = ['investigate', 'answer', 'approve'];

function ofLaw(ticket: Proven, round: number, clock: Clock, desk: Desk, now: string): ProvenClock {
  const { state, at: settledAt } = clockState(ticket, round, clock, desk.pack, now);
  const recorded = dated(ticket, 'recordedAt', (event) => event.type === 'Overdue' && isOf(event, clock));
  const raised = dated(ticket, 'raisedAt', (event) => event.type === 'MessageSent' && isRaising(ticket, event, clock));
  return {
    ...{ id: clock.clock, round, startsAt: clock.startsAt, dueAt: clock.dueAt, rule: clock.rule },
    isCertain: !clock.uncertain,
    state,
    ...(settledAt && { settledAt, inTime: settledAt < clock.dueAt }),
    ...explainClock(ticket, clock, desk),
    ...(recorded && { breach: { ...recorded, ...raised } }),
  };
}

function ofBank(ticket: Ticket, task: Task, desk: Desk, now: string): ProvenClock {
  const { id, work, openedAt: startsAt, dueAt = '', closed } = task;
  const isLate = (closed?.at ?? now) >= dueAt;
  const settled = closed ? 'met' : 'running';
  return {
    ...{ id: work === 'approve' ? 'approval' : 'department', round: roundOf(id), task: id, startsAt, dueAt },
    isCertain: true,
    state: closed && isLate ? 'answered-late' : isLate ? 'missed' : settled,
    ...(closed && { settledAt: closed.at, inTime: !isLate }),
    ...explainTask(ticket, task, desk),
  };
}

const roundOf = (task: string): number => Number(/^r(\d+)-/.exec(task)?.[1] ?? 1);

const isOf = (event: Readonly<{ clock: string; dueAt: string }>, { clock, dueAt }: Clock): boolean =>
  event.clock === clock && event.dueAt === dueAt;

/** Somebody above was told that this date has passed. */
const isRaising = (
  { messages }: Ticket,
  { message }: Readonly<{ message: string }>,
  { clock, dueAt }: Clock,
): boolean =>
  messages[message]?.purpose === 'date-passed' && message.startsWith(`${clock}-`) && message.includes(dueAt);

/** The instant of the first event of that kind, under that name; nothing where there is none. */
function dated<Name extends string>({ decisions }: Proven, name: Name, which: (event: TicketEvent) => boolean) {
  const decision = decisions.find(({ events }) => events.some(which));
  return decision && ({ [name]: decision.at } as Record<Name, string>);
}
