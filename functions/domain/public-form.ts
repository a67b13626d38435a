import type { TicketEvent } from './ticket-event.ts';

/** What of an event the bank's other systems may see. An event that is not named here stays inside. */
const PUBLIC: { readonly [Type in TicketEvent['type']]?: readonly (keyof Extract<TicketEvent, { type: Type }>)[] } = {
  ComplaintReceived: ['kind', 'channel', 'referenceHash', 'tier', 'missing'],
  PostConflicted: ['referenceHash'],
  Declined: ['reason'],
  Triaged: ['category', 'severity', 'urgent', 'lane', 'lead', 'supporting'],
  Routed: ['lead', 'supporting', 'category', 'severity'],
  ProposalMade: ['version', 'totalMinor', 'levels'],
  CommandOrdered: ['command', 'action'],
  CommandCarriedOut: ['command'],
  CommandFailed: ['command', 'reason'],
  MessageFailed: ['way', 'reason'],
  Replied: ['way', 'inTime'],
  SurveyAnswered: ['score', 'reason'],
  AppealAsked: [],
  Parked: ['state', 'error'],
  Resumed: [],
  ExecutionLost: ['status'],
  CodesRefused: ['why'],
  ClockStarted: ['clock', 'dueAt', 'uncertain'],
  Overdue: ['clock', 'dueAt'],
  ClockStopped: ['clock', 'reason'],
  ClockResumed: ['clock', 'dueAt'],
  ClockExtended: ['clock', 'step', 'from', 'dueAt'],
  ClockRestarted: ['clock', 'dueAt'],
  ClockRecounted: ['clock', 'from', 'dueAt'],
  ExtensionVoid: ['because'],
  AppealRefused: ['because'],
  RoundOpened: ['round', 'because'],
  FollowUpReceived: ['about'],
  Withdrawn: [],
  MergedInto: ['other'],
  MergedFrom: ['other'],
  MergeUndone: ['other'],
  IncidentRaised: ['incident', 'rule', 'tickets'],
  IncidentJoined: ['incident'],
  Closed: ['outcome'],
  Archived: ['folder', 'retainUntil'],
  LegalHoldSet: ['reason'],
  LegalHoldLifted: ['reason'],
  Erased: [],
};

/** The public form of an event: its type, and codes only; nothing for an event that stays inside. */
export function publicForm(event: TicketEvent): { type: string; facts: Record<string, unknown> } | undefined {
  const shown = PUBLIC[event.type] as readonly string[] | undefined;
  if (!shown || isOrdinary(event)) return undefined;
  const facts = Object.entries(event).filter(([name]) => shown.includes(name));
  return { type: event.type, facts: Object.fromEntries(facts) };
}

/** A date that can be counted is nobody else's business; one in a year that nobody has published is counted on the dashboard. */
const isOrdinary = (event: TicketEvent): boolean => event.type === 'ClockStarted' && !event.uncertain;
