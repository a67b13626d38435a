import type { BankClocks } from '../rules/bank-clocks.ts';
import type { Calendar } from '../rules/calendars/calendar.ts';
import type { Escalation } from '../rules/escalation.ts';
import type { Pack } from '../rules/packs/pack.ts';
import type { Policy } from '../rules/policy.ts';
import type { Progress } from '../rules/progress.ts';
import type { Purpose } from './event-words.ts';
import type { Role } from './roster.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/** Something that happens to a ticket by the clock alone, or that its log owes somebody. It is there until it is done. */
/** `until`: from when on it is not to be done any more, if it was not done by then. */
export type Mark = Readonly<{ at: string; until?: string; act: Act }>;

export type Act = Readonly<{ do: 'record'; events: readonly TicketEvent[] }> | Readonly<{ do: 'tell'; tell: Telling }>;

/** One message. The same telling has the same `message`, however often it is listed: it goes out once. */
export type Telling = Readonly<{
  message: string;
  purpose: Purpose;
  /** `complainant`, a roster id, or whoever holds a role of a department. */
  to: 'complainant' | Readonly<{ person: string }> | Readonly<{ role: Role; department: string }>;
  /** Where its link leads; without one it has none. */
  page?: 'work' | 'approval' | 'letter' | 'survey' | 'desk' | 'extension' | 'call' | 'plan' | 'proof';
  task?: string;
  /** A date the text tells. */
  dueAt?: string;
  /** The other ticket, of `merged`. */
  other?: string;
  /** The how manieth time, from the second on: by every way it failed before. */
  time?: number;
  /** What they have heard of before: it may be the same person. */
  again?: true;
  /** Told in the place of these, who could not be. */
  notTo?: readonly string[];
  /** Decided together with the first intent. */
  events?: readonly TicketEvent[];
}>;

/** Stands for the person who is found for a role, in what is decided together with telling them. */
export const WHOEVER_IS_TOLD = 'whoever-is-told';

/**
 * What the marks of a ticket follow from: the bank's tables, and the pack that the ticket has pinned. `complaintDesk`: the
 * department of those who watch over all complaints.
 */
export type Desk = Readonly<{
  policy: Policy;
  bankClocks: BankClocks;
  escalation: Escalation;
  progress: Progress;
  calendar: Calendar;
  zone: string;
  pack: Pack;
  complaintDesk: string;
}>;

/** That a date of the law has passed, on record or told to those above. */
export const isOfBreach = ({ act }: Mark): boolean =>
  act.do === 'tell' ? act.tell.purpose === 'date-passed' : act.events.some(({ type }) => type === 'Overdue');

/** What one concern owes this ticket. It may list what was told already: marks.ts takes that away. */
export type Marks = (ticket: Ticket, desk: Desk) => Mark[];

export const record = (at: string, ...events: TicketEvent[]): Mark => ({ at, act: { do: 'record', events } });
export const tell = (at: string, telling: Telling): Mark => ({ at, act: { do: 'tell', tell: telling } });
