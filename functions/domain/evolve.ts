import {
  changeClock,
  decideExtension,
  extendClock,
  proposeExtension,
  recountClock,
  restartClock,
  resumeClock,
  startClock,
  stopClock,
  voidExtension,
} from './evolve/clocks.ts';
import { attempted, called, intend } from './evolve/messages.ts';
import { liftHold, setHold } from './evolve/record.ts';
import {
  answered,
  filePlan,
  followUp,
  loseExecution,
  mergeInto,
  openRound,
  raiseIncident,
  undoMerge,
  withdraw,
} from './evolve/rounds.ts';
import { type Context, change, close, reassign, settle } from './evolve/tasks.ts';
import { type Command, LOST_EXECUTION, nothingYet, type Task, type Ticket } from './ticket.ts';
import type { Decision, TicketEvent } from './ticket-event.ts';

/** A ticket is the fold of its decisions, nowhere else and never stored. */
export function fold(decisions: readonly Decision[], from: Ticket = nothingYet): Ticket {
  let ticket = from;
  for (const decision of decisions) {
    ticket = { ...ticket, length: ticket.length + 1, head: decision.hash };
    for (const event of decision.events) ticket = progressed(evolve(ticket, event, decision), event);
  }
  return ticket;
}

/** What the clock says of a ticket, and what is told about it, gets it no further. */
const STILL: readonly TicketEvent['type'][] = [
  'ExecutionLost',
  'Parked',
  'Reminded',
  'Overdue',
  'ClockMarked',
  'ClockRecounted',
  'ExtensionProposed',
  'ExtensionVoid',
  'Escalated',
  'MessageHeld',
  'MessageIntended',
  'MessageSent',
  'MessageFailed',
  'CodesRefused',
  'LegalHoldSet',
  'LegalHoldLifted',
];

/** Whatever gets a ticket further ends a row of lost executions. */
const progressed = (ticket: Ticket, { type }: TicketEvent): Ticket =>
  STILL.includes(type) || ticket.lostInARow === 0 ? ticket : { ...ticket, lostInARow: 0 };

/** The ticket after one more event, decided `at` an instant `by` somebody. */
export function evolve(ticket: Ticket, event: TicketEvent, { at, by }: Context): Ticket {
  const context = { at, by, confirmed: 'confirmed' in event ? event.confirmed : undefined };
  switch (event.type) {
    case 'ComplaintReceived':
      return { ...ticket, received: event, receivedAt: at };
    case 'PostConflicted':
      return { ...ticket, conflicts: [...ticket.conflicts, event.bodyDigest] };
    case 'Declined':
      return { ...ticket, declined: true };
    case 'Triaged':
      return { ...ticket, triage: event };
    case 'Routed':
      return { ...close(ticket, event.task, 'done', context), routed: event };
    // clocks
    case 'ClockStarted':
      return startClock(ticket, event, context);
    case 'ClockMarked':
      return changeClock(ticket, event.clock, ({ marks }) => ({ marks: [...marks, event.mark] }));
    case 'Overdue':
      return changeClock(ticket, event.clock, () => ({ overdue: true }));
    case 'ClockStopped':
      return stopClock(ticket, event, context);
    case 'ClockResumed':
      return resumeClock(ticket, event, context);
    case 'ClockExtended':
      return extendClock(ticket, event, context);
    case 'ClockRestarted':
      return restartClock(ticket, event, context);
    case 'ClockRecounted':
      return recountClock(ticket, event, context);
    case 'ExtensionProposed':
      return proposeExtension(ticket, event, context);
    case 'ExtensionApproved':
    case 'ExtensionRefused':
      return decideExtension(ticket, event, context);
    case 'ExtensionVoid':
      return voidExtension(ticket, event, context);
    // messages
    case 'MessageIntended':
      return intend(ticket, event, at);
    case 'MessageSent':
    case 'MessageFailed':
      return attempted(ticket, event, at);
    case 'MessageHeld':
      return { ...ticket, held: { ...ticket.held, [event.message]: event } };
    case 'Called':
      return called(ticket, event, context);
    // tasks
    case 'TaskOpened': {
      const { type: _, task: id, ...facts } = event;
      const task: Task = { ...facts, id, openedAt: at, seq: ticket.length, reminded: false };
      return { ...ticket, tasks: { ...ticket.tasks, [id]: task } };
    }
    case 'TaskReassigned':
      return reassign(ticket, event, context);
    case 'Reminded':
    case 'DutyCalled':
      return change(ticket, event.task, { reminded: true });
    case 'Escalated': {
      const { to, level, rule, task } = event;
      const before = ticket.tasks[task]?.escalated ?? [];
      return change(ticket, task, { escalated: [...before, { to, level, rule, at }] });
    }
    case 'Transferred':
      return close(ticket, event.task, 'Transferred', context, { movedTo: event.to, reason: event.reason });
    case 'FindingsFiled':
      return close(ticket, event.task, 'filed', context, { findings: event.findings, totalMinor: event.totalMinor });
    case 'AnswerGiven':
      return close(ticket, event.task, 'filed', context, { findings: event.answer });
    case 'PlanFiled':
      return filePlan(ticket, event, context);
    case 'ProposalMade':
      return { ...ticket, proposals: [...ticket.proposals, event] };
    case 'Approved':
      return close(ticket, event.task, 'approved', context);
    case 'LevelCovered':
      return close(ticket, event.task, 'approved', context, { coveredBy: event.by });
    case 'Returned':
      return {
        ...close(ticket, event.task, 'Returned', context, { reason: event.reason }),
        returns: ticket.returns + 1,
      };
    // core banking
    case 'CommandOrdered': {
      const { type: _, command: id, ...facts } = event;
      const command: Command = { ...facts, id, orderedAt: at, state: 'ordered' };
      return { ...ticket, commands: { ...ticket.commands, [id]: command } };
    }
    case 'CommandCarriedOut':
      return settle(ticket, event.command, 'done', context);
    case 'CommandFailed':
      return settle(ticket, event.command, 'failed', context);
    case 'NothingToCarryOut':
      return close(ticket, event.task, 'done', context);
    // reply and survey
    case 'ReplyGateRefused':
      return { ...ticket, gateRefusals: [...ticket.gateRefusals, event.lacks] };
    case 'ReplyPrepared':
      return { ...ticket, reply: event };
    case 'Replied':
      return answered(ticket, event, context);
    case 'SurveyAnswered':
      return { ...close(ticket, event.task, 'answered', context), survey: { ...event, at } };
    case 'SurveyExpired':
      return close(ticket, event.task, 'expired', context);
    // rounds, and what comes beside them
    case 'AppealAsked':
      return { ...ticket, appeal: { ...event, at } };
    case 'AppealRefused':
      return { ...ticket, appealRefused: { ...event, at } };
    case 'RoundOpened':
      return openRound(ticket, event, context);
    case 'FollowUpReceived':
      return followUp(ticket, event, context);
    case 'Withdrawn':
      return withdraw(ticket, event, context);
    case 'MergedInto':
      return mergeInto(ticket, event, context);
    case 'MergedFrom':
      return { ...ticket, merged: [...new Set([...ticket.merged, event.other])] };
    case 'MergeUndone':
      return undoMerge(ticket, event);
    case 'IncidentRaised':
      return raiseIncident(ticket, event, context);
    case 'IncidentJoined':
      return { ...ticket, incidents: [...new Set([...ticket.incidents, event.incident])] };
    // when things go wrong
    case 'CodesRefused':
      return { ...ticket, codesRefused: [...ticket.codesRefused, { ...event, at }] };
    case 'Parked': {
      const { task: id, error, state: level } = event;
      const facts = { id, error, level, work: 'parked', person: 'triage-desk', reminded: false } as const;
      return { ...ticket, tasks: { ...ticket.tasks, [id]: { ...facts, openedAt: at, seq: ticket.length } } };
    }
    case 'Resumed': {
      // A ticket parked because its executions were lost begins a new one; any other goes on in the one that waits.
      const isLost = ticket.tasks[event.task]?.level === LOST_EXECUTION;
      return {
        ...close(ticket, event.task, 'done', context, { reason: event.reason }),
        attempt: ticket.attempt + (isLost ? 1 : 0),
      };
    }
    case 'ExecutionLost':
      return loseExecution(ticket, event, context);
    case 'Closed':
      return { ...ticket, closed: { ...event, at } };
    case 'Archived':
      return { ...ticket, archived: event };
    case 'LegalHoldSet':
      return setHold(ticket, event, context);
    case 'LegalHoldLifted':
      return liftHold(ticket, event);
    case 'Erased':
      return { ...ticket, erased: { ...event, at } };
  }
}
