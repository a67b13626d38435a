import type { TicketEvent } from '../../../functions/domain/ticket-event.ts';
import type { Teller } from './teller.ts';

type Event<T extends TicketEvent['type']> = Extract<TicketEvent, { type: T }>;

/** What each event says, without its time; `by` is whoever decided it. */
export const SENTENCES: {
  readonly [T in TicketEvent['type']]: (event: Event<T>, teller: Teller, by: string) => string;
} = {
  // intake
  ComplaintReceived: ({ kind, channel, passedOnBy }) =>
    `A ${kind} arrives by ${channel}${passedOnBy ? `, passed on by ${passedOnBy.toUpperCase()}` : ''}.`,
  ClockStarted: ({ clock, dueAt, rule }, { time }) =>
    `The clock “${clock}” starts: due before ${time(dueAt)} (${rule}).`,
  PostConflicted: () => 'The same reference comes again with another text: refused as a conflict, and on record.',
  Declined: () => 'Declined: the sender is neither the cardholder nor authorised.',
  // triage and routing
  Triaged: ({ category, severity, urgent, lane, lead, supporting }, { category: nameOf, department }) =>
    `Triage: ${nameOf(category)}, ${severity}${urgent ? ', urgent' : ''}; lane ${lane}; ${[lead, ...supporting].map(department).join(' with ')}.`,
  Routed: ({ category, lead, severity }, { category: nameOf, department }, by) =>
    `${by} routes it by hand: ${nameOf(category)}, ${severity}, to ${department(lead)}.`,
  // messages
  MessageIntended: ({ purpose, to, possibleDuplicate }, { name }) =>
    `${MESSAGES[purpose]} is to go to ${name(to)}${possibleDuplicate ? ', perhaps for the second time' : ''}.`,
  MessageSent: ({ message, way }, teller) => `${messageOf(message, teller)}, by ${WAYS[way]}.`,
  MessageFailed: ({ message, way, reason }, teller) =>
    `${messageOf(message, teller)}, by ${WAYS[way]}, which failed: ${reason}.`,
  // tasks
  TaskOpened: ({ work, department, level, person, actingFor, dueAt }, { name, department: nameOf, time }) =>
    `${TASKS[work]}${level ? ` (${level})` : ''} is ${name(person)}’s${actingFor ? `, in the place of ${name(actingFor)}` : ''}${department ? `, ${nameOf(department)}` : ''}${dueAt ? `, until ${time(dueAt)}` : ''}.`,
  TaskReassigned: ({ from, to, because, actingFor }, { name }) => {
    const why = because === 'delegated' ? `${name(from)} gives it to a colleague` : `${name(from)} is not there`;
    return `${why}: it is ${name(to)}’s now${actingFor ? `, in the place of ${name(actingFor)}` : ''}.`;
  },
  Reminded: ({ task }, { ticket, name }) => `${name(ticket.tasks[task]?.person ?? '')} is reminded.`,
  Transferred: ({ to, reason }, { department, quoted }, by) =>
    `${by} passes it on to ${department(to)}${quoted(reason, 'text')}.`,
  FindingsFiled: ({ findings, totalMinor }, { money, quoted }, by) =>
    `${by} files findings${totalMinor > 0 ? ` and proposes ${money(totalMinor)}` : ''}${quoted(findings, 'facts')}.`,
  AnswerGiven: ({ answer }, { quoted }, by) => `${by} answers${quoted(answer, 'text')}.`,
  ProposalMade: ({ version, totalMinor, levels, because }, { money }) =>
    `Proposal ${version}: ${money(totalMinor)}; by rule ${because.rule} ${levels.length > 0 ? `${levels.join(', then ')} must agree` : 'nobody else needs to agree'}.`,
  Approved: ({ task }, { ticket }, by) => `${by} approves as ${ticket.tasks[task]?.level ?? 'asked'}.`,
  Returned: ({ reason }, { quoted }, by) => `${by} sends it back${quoted(reason, 'text')}.`,
  CodesRefused: ({ person, why }, { name }) => `${REFUSED_CODES[why]}, by a link of ${name(person)}.`,
  // core banking
  CommandOrdered: ({ action, amountMinor }, { money }) =>
    `Core banking is told: ${action}${amountMinor ? ` of ${money(amountMinor)}` : ''}.`,
  CommandCarriedOut: ({ command }, { ticket }) => `Core banking has carried out: ${ticket.commands[command]?.action}.`,
  CommandFailed: ({ command, reason }, { ticket }) =>
    `Core banking refuses: ${ticket.commands[command]?.action} (${reason}).`,
  NothingToCarryOut: () => 'There is nothing for core banking to carry out.',
  DutyCalled: () => 'The card system has not answered: the duty officer is called.',
  // reply
  ReplyGateRefused: ({ lacks }) => `The reply may not leave yet; it lacks ${lacks.join(', ')}.`,
  ReplyPrepared: ({ sendAt, heldFor }, { time }) =>
    heldFor ? `The reply is written, and held for the contact hours until ${time(sendAt)}.` : 'The reply is written.',
  Replied: ({ way, inTime }) => `Replied by ${way}, ${inTime ? 'in time' : 'TOO LATE'}.`,
  // survey
  SurveyAnswered: ({ score, comment }, { quoted, name }) =>
    `${name('complainant')} rates it ${score} of 5${quoted(comment, 'text')}.`,
  SurveyExpired: () => 'The survey ends without an answer, which is not taken for satisfaction.',
  AppealAsked: ({ grounds }, { quoted, name }) => `${name('complainant')} asks for a review${quoted(grounds, 'text')}.`,
  // when things go wrong
  Parked: ({ state, error }) => `It waits at the triage desk: ${state} met ${error}.`,
  Resumed: ({ reason }, { quoted }, by) => `${by} lets it go on${quoted(reason, 'text')}.`,
  ExecutionLost: ({ execution, status }) => `Its execution ${execution} ended (${status}): another begins.`,
  Overdue: ({ clock, dueAt }, { time }) => `OVERDUE: the clock “${clock}” ran out at ${time(dueAt)}.`,
  // clocks
  ClockMarked: ({ clock, mark, dueAt }, { time }) => `The clock “${clock}” is at “${mark}”; due before ${time(dueAt)}.`,
  ClockStopped: ({ clock, reason }) => `The clock “${clock}” stands still: ${reason}.`,
  ClockResumed: ({ clock, dueAt }, { time }) => `The clock “${clock}” goes on: due before ${time(dueAt)}.`,
  ClockExtended: ({ clock, from, dueAt }, { time }) =>
    `Approved and told in time, “${clock}” moves from ${time(from)} to ${time(dueAt)}.`,
  ClockRestarted: ({ clock, dueAt }, { time }) => `New facts: “${clock}” runs anew, due before ${time(dueAt)}.`,
  ClockRecounted: ({ clock, from, dueAt, calendar }, { time }) =>
    `The calendar ${calendar} has the year now: “${clock}” ${from === dueAt ? 'is due as it was counted, before' : `moves from ${time(from)} to`} ${time(dueAt)}.`,
  ExtensionProposed: ({ clock, dueAt, level, reason }, { time, quoted }, by) =>
    `${by} asks ${level} for time until ${time(dueAt)} on “${clock}”${quoted(reason, 'text')}.`,
  ExtensionApproved: ({ reason }, { quoted }, by) => `${by} agrees to the longer time${quoted(reason, 'text')}.`,
  ExtensionRefused: ({ reason }, { quoted }, by) => `${by} refuses the longer time${quoted(reason, 'text')}.`,
  ExtensionVoid: ({ because }) => `The longer time comes to nothing (${because}): the old date stands.`,
  // reaching people
  MessageHeld: ({ message, until }, teller) =>
    `${messageOf(message, teller)} waits for the contact hours, until ${teller.time(until)}.`,
  Called: ({ dialledAt, outcome }, { time, name }, by) =>
    `${by} dials ${name('complainant')} at ${time(dialledAt)}: ${outcome}.`,
  Escalated: ({ to, level }, { name }) => `It is late: ${name(to)} (${level}) may do it too.`,
  LevelCovered: () => 'Somebody of this level has agreed already, in another’s place.',
  // rounds, and what comes beside them
  AppealRefused: ({ because }) => `No further round: ${because}.`,
  RoundOpened: ({ round, because, reason }, { quoted }) =>
    `Round ${round} begins, with other people: ${because}${quoted(reason, 'text')}.`,
  FollowUpReceived: ({ about, text }, { quoted, name }) =>
    `${name('complainant')} adds: ${about}${quoted(text, 'text')}.`,
  Withdrawn: (_, { name }) => `${name('complainant')} withdraws it: it ends today.`,
  MergedInto: ({ other }) => `The same matter as ${other}: handled there.`,
  MergedFrom: ({ other }) => `${other} is the same matter, and is handled here.`,
  MergeUndone: ({ other, reason }, { quoted }, by) => `${by} takes it apart from ${other}${quoted(reason, 'text')}.`,
  IncidentRaised: ({ incident, tickets, rule }) => `INCIDENT ${incident}: ${tickets} on one matter (${rule}).`,
  IncidentJoined: ({ incident }) => `It is part of incident ${incident}.`,
  PlanFiled: (_event, _teller, by) => `${by} files the plan against the incident.`,
  // the record
  LegalHoldSet: ({ reason }, _teller, by) => `${by} has it kept, however old it is: ${reason}.`,
  LegalHoldLifted: ({ reason }, _teller, by) => `${by} no longer holds it for ${reason}.`,
  Erased: (_event, _teller, by) => `Its time was over: ${by} erased all that was personal.`,
  // the end
  Closed: ({ outcome }) => `Closed: ${outcome}.`,
  Archived: ({ retainUntil }, { time }) => `Sealed in the archive, kept until ${time(retainUntil).slice(0, 10)}.`,
};

const TASKS = {
  protect: 'Protecting the card',
  route: 'Routing by hand',
  investigate: 'The investigation',
  answer: 'The answer',
  approve: 'The decision',
  remedies: 'Carrying out the remedies',
  survey: 'The survey',
  parked: 'Looking into it',
  extend: 'The decision on more time',
  call: 'The call',
  plan: 'The plan',
} as const;

const MESSAGES = {
  acknowledgement: 'The acknowledgement',
  'security-advice': 'Advice on the card’s safety',
  declined: 'Why it is declined',
  'work-link': 'The work link',
  'work-reminder': 'A reminder',
  'duty-call': 'The call for the duty officer',
  'desk-link': 'The triage desk’s link',
  'approval-link': 'The approval link',
  reply: 'The reply',
  survey: 'The survey',
  'survey-reminder': 'A reminder of the survey',
  'card-protected': 'Word that the card is protected',
  'still-working': 'Word that it is being worked on',
  'extension-notice': 'Notice of the new date, and why',
  'clock-stopped': 'Notice that the time stands still',
  'clock-restarted': 'Notice that the time runs anew',
  merged: 'Word that two cases are one',
  withdrawn: 'Confirmation of the withdrawal',
  'acting-for-link': 'A link to act for a colleague',
  escalation: 'An escalation',
  'date-near': 'Warning of a date',
  'date-passed': 'Alarm over a date that passed',
  'extension-link': 'The link to decide on more time',
  'call-link': 'The link to call the complainant',
  'follow-up': 'Word of what was added',
  incident: 'Alarm over an incident',
  code: 'A one-time code',
} as const;

const REFUSED_CODES = {
  'wrong-codes': 'A code was guessed at until it was void',
  'codes-of-link': 'More codes were asked for than a link may have',
  'codes-of-person': 'More codes were asked for than a person may have',
} as const;

const WAYS = { sms: 'SMS', 'e-mail': 'e-mail', phone: 'phone' } as const;

function messageOf(message: string, { ticket, name }: Teller): string {
  const { purpose, to } = ticket.messages[message] ?? {};
  return `${purpose ? MESSAGES[purpose] : 'A message'} to ${name(to ?? 'somebody')}`;
}

/** One event in words. */
export function sentence(event: TicketEvent, teller: Teller, by: string): string {
  const say = SENTENCES[event.type] as (event: TicketEvent, teller: Teller, by: string) => string;
  // A quotation ends with its own full stop.
  const said = say(event, teller, by).replace(/”\.$/, '”');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}
