import type { Severity } from '../domain/event-words.ts';

/** The bank's own numbers. No law sets them; the complaints head does. Their unit is in their name. */
export type Policy = Readonly<{
  id: string;
  version: string;
  source: string;
  /** In the complainant's zone; a message outside waits for the morning. */
  contactHours: Readonly<{ from: string; to: string }>;
  acknowledgeWithinMinutes: number;
  /** A reply leaves at least so long before its deadline. */
  replyMarginMinutes: number;
  /** Time for one piece of work, in hours of the clock until calendars of working hours arrive. */
  investigateWithinHours: Readonly<Record<Severity, number>>;
  approveWithinHours: Readonly<Record<Severity, number>>;
  answerWithinHours: number;
  routeWithinHours: number;
  resumeWithinHours: number;
  /** Core banking's answer; after that the duty officer is called. */
  protectWithinMinutes: number;
  remediesWithinHours: number;
  /** A person is reminded when this share of the time for a task has passed. */
  remindAfterShare: number;
  survey: Readonly<{ remindAfterDays: number; expiresAfterDays: number; badRatingAtMost: number }>;
  /** A letter stays readable by its link for so long. */
  letterLinkDays: number;
  roundsAtMost: number;
  /** So long after the reply a review may be asked for, where the law names no time. */
  appealWindowDays: number;
  transfersAtMost: number;
  returnsAtMost: number;
  /** Executions of one round that may be lost before the ticket is parked. */
  attemptsAtMost: number;
  /** An open ticket is looked at this often even when nothing is due: its execution may be gone. */
  lookEveryDays: number;
  /** The same matter of the same cardholder within so many days is one complaint. */
  mergeWindowDays: number;
  /** So many tickets on one matter within so many days are an incident. */
  clusterOfTickets: number;
  clusterWindowDays: number;
}>;

export const POLICY: Policy = {
  id: 'policy',
  version: '1',
  source: "the bank's own policy, to be confirmed by its head of complaints",
  contactHours: { from: '08:00', to: '21:00' },
  acknowledgeWithinMinutes: 10,
  replyMarginMinutes: 120,
  investigateWithinHours: { simple: 72, complex: 120, major: 72 },
  approveWithinHours: { simple: 24, complex: 24, major: 12 },
  answerWithinHours: 72,
  routeWithinHours: 4,
  resumeWithinHours: 4,
  protectWithinMinutes: 5,
  remediesWithinHours: 24,
  remindAfterShare: 0.5,
  survey: { remindAfterDays: 3, expiresAfterDays: 7, badRatingAtMost: 2 },
  letterLinkDays: 180,
  roundsAtMost: 2,
  appealWindowDays: 30,
  transfersAtMost: 2,
  returnsAtMost: 3,
  attemptsAtMost: 3,
  lookEveryDays: 1,
  mergeWindowDays: 30,
  clusterOfTickets: 20,
  clusterWindowDays: 7,
};
