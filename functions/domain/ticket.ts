import type { Locale, Way } from './complaint-posted.ts';
import type { Purpose, TicketEvent, Work } from './ticket-event.ts';

type Event<T extends TicketEvent['type']> = Extract<TicketEvent, { type: T }>;
type Facts<T extends TicketEvent['type']> = Readonly<Omit<Event<T>, 'type'>>;

/** How a task ended. The failures have names because the workflow catches them by name. */
export type Outcome =
  | 'done'
  | 'filed'
  | 'approved'
  | 'Returned'
  | 'Transferred'
  | 'CommandFailed'
  | 'expired'
  | 'answered';

/** Something that a person or a system owes the ticket. `seq`: the item of the log that opened it, where its token lies. */
export type Task = Readonly<{
  id: string;
  work: Work;
  person: string;
  department?: string | undefined;
  level?: string | undefined;
  proposal?: string | undefined;
  dueAt?: string | undefined;
  openedAt: string;
  seq: number;
  reminded: boolean;
  /** Salted digest and cost of what the department filed. */
  findings?: string;
  totalMinor?: number;
  movedTo?: string;
  /** Salted digest of why it was returned, passed on or let go on. */
  reason?: string;
  error?: string;
  /** `seq`: the item of the log that closed it. */
  closed?: Readonly<{ outcome: Outcome; at: string; by: string; seq: number }>;
}>;

export type Message = Readonly<{
  id: string;
  purpose: Purpose;
  template: string;
  locale: Locale;
  to: string;
  link?: string | undefined;
  task?: string | undefined;
  /** How often it was meant to go out; a second intent is a possible duplicate. */
  intents: number;
  state: 'intended' | 'sent' | 'failed';
  attempts: readonly Readonly<{ at: string; way: Way; providerId?: string; reason?: string }>[];
}>;

export type Command = Readonly<{
  id: string;
  action: string;
  task: string;
  amountMinor?: number | undefined;
  orderedAt: string;
  state: 'ordered' | 'done' | 'failed';
}>;

export type Clock = Facts<'ClockStarted'> & Readonly<{ overdue: boolean }>;

export type Ticket = Readonly<{
  /** Items in the log, and the hash of the last one. */
  length: number;
  head: string;
  receivedAt: string;
  received?: Facts<'ComplaintReceived'>;
  conflicts: readonly string[];
  declined: boolean;
  clocks: Readonly<Record<string, Clock>>;
  round: number;
  /** Executions begun for this round; the workflow's name carries it. */
  attempt: number;
  /** Executions lost one after another without anything done in between: a fault that comes back, not bad luck. */
  lostInARow: number;
  triage?: Facts<'Triaged'>;
  routed?: Facts<'Routed'>;
  messages: Readonly<Record<string, Message>>;
  tasks: Readonly<Record<string, Task>>;
  commands: Readonly<Record<string, Command>>;
  /** Proposals by version; a return makes the next version, and only the last can be approved. */
  proposals: readonly Facts<'ProposalMade'>[];
  returns: number;
  gateRefusals: readonly (readonly string[])[];
  reply?: Facts<'ReplyPrepared'>;
  replied?: Facts<'Replied'> & Readonly<{ at: string }>;
  survey?: Facts<'SurveyAnswered'> & Readonly<{ at: string }>;
  appeal?: Facts<'AppealAsked'> & Readonly<{ at: string }>;
  closed?: Facts<'Closed'> & Readonly<{ at: string }>;
  archived?: Facts<'Archived'>;
}>;

/** The state in which a ticket is parked whose executions were lost too often. */
export const LOST_EXECUTION = 'Execution';

export const nothingYet: Ticket = {
  length: 0,
  head: '',
  receivedAt: '',
  conflicts: [],
  declined: false,
  clocks: {},
  round: 1,
  attempt: 1,
  lostInARow: 0,
  messages: {},
  tasks: {},
  commands: {},
  proposals: [],
  returns: 0,
  gateRefusals: [],
};
