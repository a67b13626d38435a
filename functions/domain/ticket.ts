import type { Locale, Way } from './complaint-posted.ts';
import type { Confirmed, Purpose, Work } from './event-words.ts';
import type { TicketEvent } from './ticket-event.ts';

type Event<T extends TicketEvent['type']> = Extract<TicketEvent, { type: T }>;
export type Facts<T extends TicketEvent['type']> = Readonly<Omit<Event<T>, 'type'>>;
type Dated<T extends TicketEvent['type']> = Facts<T> & Readonly<{ at: string }>;

/** How a task ended. The failures have names because the workflow catches them by name. */
export type Outcome =
  | 'done'
  | 'filed'
  | 'approved'
  | 'refused'
  | 'Returned'
  | 'Transferred'
  | 'CommandFailed'
  | 'expired'
  | 'answered'
  /** The ticket went another way, and nobody owes this any more. */
  | 'void';

/** Something that a person or a system owes the ticket. `seq`: the item of the log that opened it, where its token lies. */
export type Task = Readonly<{
  id: string;
  work: Work;
  person: string;
  /** Whose place the person takes: an absent one's, or the one's who delegated. */
  actingFor?: string | undefined;
  /** When it came to this person, if it was another's before. */
  reassignedAt?: string;
  /** Those whose it was before, the first one first. */
  formerly?: readonly Readonly<{ person: string; because?: Facts<'TaskReassigned'>['because'] }>[];
  department?: string | undefined;
  level?: string | undefined;
  proposal?: string | undefined;
  dueAt?: string | undefined;
  openedAt: string;
  seq: number;
  reminded: boolean;
  /** People above, who may do it too. */
  escalated?: readonly Readonly<{ to: string; level: string; rule: string; at: string }>[];
  /** Salted digest and cost of what the department filed. */
  findings?: string;
  totalMinor?: number;
  movedTo?: string;
  /** Salted digest of why it was returned, passed on or let go on. */
  reason?: string;
  error?: string;
  /** The task by which somebody of this level or above had decided already. */
  coveredBy?: string;
  /** How it was made sure that the person closed it, and not whoever held their link. */
  confirmed?: Confirmed;
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
  /** By which way it was last meant to go out, and how often by it, and when; a second intent is a possible duplicate. */
  way: Way;
  intents: number;
  /** How often it was tried by every way there is. */
  time: number;
  intendedAt: string;
  state: 'intended' | 'sent' | 'failed';
  /** `by`: who dialled, and when they wrote it down. */
  attempts: readonly Readonly<{
    at: string;
    way: Way;
    providerId?: string;
    reason?: string;
    by?: string;
    writtenAt?: string;
  }>[];
}>;

export type Command = Readonly<{
  id: string;
  action: string;
  task: string;
  amountMinor?: number | undefined;
  orderedAt: string;
  state: 'ordered' | 'done' | 'failed';
}>;

/**
 * A clock stands still. `dueAt`: its date until then, which no stop hides. `notice`: what tells the complainant; `from`:
 * since when it counted, where that was later; `untold`: it counted for nothing.
 */
export type Stop = Readonly<{ reason: string; rule: string; at: string; until?: string; dueAt: string }> &
  Pick<Facts<'ClockStopped'>, 'notice'> &
  Pick<Facts<'ClockResumed'>, 'from' | 'untold'>;

/** `since`: when its date became what it is. Marks are those that passed for this date. */
export type Clock = Facts<'ClockStarted'> &
  Readonly<{
    since: string;
    overdue: boolean;
    extended: number;
    marks: readonly string[];
    stops: readonly Stop[];
    restarts: readonly Facts<'ClockRestarted'>[];
    recounts: readonly Dated<'ClockRecounted'>[];
  }>;

export type Extension = Facts<'ExtensionProposed'> &
  Readonly<{
    at: string;
    by: string;
    state: 'proposed' | 'approved' | 'refused' | 'granted' | 'void';
    /** Of its own state machine, and when it was begun. */
    attempt: number;
    begunAt: string;
    decided?: Readonly<{ at: string; by: string; reason?: string | undefined }>;
    /** Not there where it became void with its round, or as the ticket was merged or withdrawn. */
    void?: Readonly<Pick<Facts<'ExtensionVoid'>, 'because'> & { at: string }>;
  }>;

/** What one round came to. */
export type Round = Readonly<{
  round: number;
  because?: Facts<'RoundOpened'>;
  /** Proposals by version; a return makes the next version, and only the last can be approved. */
  proposals: readonly Facts<'ProposalMade'>[];
  returns: number;
  gateRefusals: readonly (readonly string[])[];
  reply?: Facts<'ReplyPrepared'>;
  replied?: Dated<'Replied'>;
  survey?: Dated<'SurveyAnswered'>;
  appeal?: Dated<'AppealAsked'>;
  appealRefused?: Dated<'AppealRefused'>;
  closed?: Dated<'Closed'>;
}>;

/** `clocks`: those that it settled. */
export type EarlierRound = Round & Readonly<{ clocks: Readonly<Record<string, Clock>> }>;

export type Ticket = Round &
  Readonly<{
    /** Items in the log, and the hash of the last one. */
    length: number;
    head: string;
    receivedAt: string;
    received?: Facts<'ComplaintReceived'>;
    conflicts: readonly string[];
    declined: boolean;
    /** Those that run or ran for this round, and what an earlier one left unanswered. */
    clocks: Readonly<Record<string, Clock>>;
    extensions: Readonly<Record<string, Extension>>;
    earlier: readonly EarlierRound[];
    /** The item of the log that opened this round; the first has none. */
    since: number;
    /** Executions begun for this round; the workflow's name carries it. */
    attempt: number;
    /** Executions lost one after another without anything done in between: a fault that comes back, not bad luck. */
    lostInARow: number;
    triage?: Facts<'Triaged'>;
    routed?: Facts<'Routed'>;
    messages: Readonly<Record<string, Message>>;
    /** Until when a message waits, by its id. */
    held: Readonly<Record<string, Facts<'MessageHeld'>>>;
    tasks: Readonly<Record<string, Task>>;
    commands: Readonly<Record<string, Command>>;
    followUps: readonly Dated<'FollowUpReceived'>[];
    /** `late`: written down when it was no longer owed. */
    calls: readonly (Dated<'Called'> & Readonly<{ by: string; late?: true }>)[];
    codesRefused: readonly Dated<'CodesRefused'>[];
    withdrawn?: Dated<'Withdrawn'>;
    /** The ticket that this one was merged into. */
    mergedInto?: Dated<'MergedInto'>;
    /** Tickets merged into this one, and those that were, or that it was, until somebody took them apart. */
    merged: readonly string[];
    parted: readonly string[];
    incidents: readonly string[];
    /** Those that this ticket was the one to raise. */
    raised: readonly Dated<'IncidentRaised'>[];
    archived?: Facts<'Archived'>;
    /** Why it is kept, however old it is. */
    holds: readonly (Dated<'LegalHoldSet'> & Readonly<{ by: string }>)[];
    erased?: Dated<'Erased'>;
  }>;

/** The state in which a ticket is parked whose executions were lost too often. */
export const LOST_EXECUTION = 'Execution';

export const noRoundYet: Round = { round: 1, proposals: [], returns: 0, gateRefusals: [] };

export const nothingYet: Ticket = {
  ...noRoundYet,
  length: 0,
  head: '',
  receivedAt: '',
  conflicts: [],
  declined: false,
  clocks: {},
  extensions: {},
  earlier: [],
  since: 0,
  attempt: 1,
  lostInARow: 0,
  messages: {},
  held: {},
  tasks: {},
  commands: {},
  followUps: [],
  calls: [],
  codesRefused: [],
  merged: [],
  parted: [],
  incidents: [],
  raised: [],
  holds: [],
};
