import {
  type Command,
  LOST_EXECUTION,
  type Message,
  nothingYet,
  type Outcome,
  type Task,
  type Ticket,
} from './ticket.ts';
import type { Decision, TicketEvent } from './ticket-event.ts';

type Event<T extends TicketEvent['type']> = Extract<TicketEvent, { type: T }>;

/** A ticket is the fold of its decisions, nowhere else and never stored. */
export function fold(decisions: readonly Decision[], from: Ticket = nothingYet): Ticket {
  let ticket = from;
  for (const decision of decisions) {
    ticket = { ...ticket, length: ticket.length + 1, head: decision.hash };
    for (const event of decision.events) ticket = progressed(evolve(ticket, event, decision), event);
  }
  return ticket;
}

/** Whatever gets a ticket further ends a row of lost executions; what the clock says of it does not. */
function progressed(ticket: Ticket, { type }: TicketEvent): Ticket {
  const isStill = [
    'ExecutionLost',
    'Parked',
    'Reminded',
    'Overdue',
    'MessageIntended',
    'MessageSent',
    'MessageFailed',
  ].includes(type);
  return isStill || ticket.lostInARow === 0 ? ticket : { ...ticket, lostInARow: 0 };
}

type Context = Pick<Decision, 'at' | 'by'>;

/** The ticket after one more event, decided `at` an instant `by` somebody. */
export function evolve(ticket: Ticket, event: TicketEvent, { at, by }: Context): Ticket {
  switch (event.type) {
    case 'ComplaintReceived':
      return { ...ticket, received: event, receivedAt: at };
    case 'ClockStarted':
      return { ...ticket, clocks: { ...ticket.clocks, [event.clock]: { ...event, overdue: false } } };
    case 'PostConflicted':
      return { ...ticket, conflicts: [...ticket.conflicts, event.bodyDigest] };
    case 'Declined':
      return { ...ticket, declined: true };
    case 'Triaged':
      return { ...ticket, triage: event };
    case 'Routed':
      return { ...close(ticket, event.task, 'done', { at, by }), routed: event };
    case 'MessageIntended':
      return intend(ticket, event);
    case 'MessageSent':
    case 'MessageFailed':
      return attempted(ticket, event, at);
    case 'TaskOpened': {
      const { type: _, task: id, ...facts } = event;
      const task: Task = { ...facts, id, openedAt: at, seq: ticket.length, reminded: false };
      return { ...ticket, tasks: { ...ticket.tasks, [id]: task } };
    }
    case 'TaskReassigned':
      return change(ticket, event.task, { person: event.to });
    case 'Reminded':
      return change(ticket, event.task, { reminded: true });
    case 'Transferred':
      return close(ticket, event.task, 'Transferred', { at, by }, { movedTo: event.to, reason: event.reason });
    case 'FindingsFiled':
      return close(ticket, event.task, 'filed', { at, by }, { findings: event.findings, totalMinor: event.totalMinor });
    case 'AnswerGiven':
      return close(ticket, event.task, 'filed', { at, by }, { findings: event.answer });
    case 'ProposalMade':
      return { ...ticket, proposals: [...ticket.proposals, event] };
    case 'Approved':
      return close(ticket, event.task, 'approved', { at, by });
    case 'Returned':
      return {
        ...close(ticket, event.task, 'Returned', { at, by }, { reason: event.reason }),
        returns: ticket.returns + 1,
      };
    case 'CommandOrdered': {
      const { type: _, command: id, ...facts } = event;
      const command: Command = { ...facts, id, orderedAt: at, state: 'ordered' };
      return { ...ticket, commands: { ...ticket.commands, [id]: command } };
    }
    case 'CommandCarriedOut':
      return settle(ticket, event.command, 'done', { at, by });
    case 'CommandFailed':
      return settle(ticket, event.command, 'failed', { at, by });
    case 'NothingToCarryOut':
      return close(ticket, event.task, 'done', { at, by });
    case 'DutyCalled':
      return change(ticket, event.task, { reminded: true });
    case 'ReplyGateRefused':
      return { ...ticket, gateRefusals: [...ticket.gateRefusals, event.lacks] };
    case 'ReplyPrepared':
      return { ...ticket, reply: event };
    case 'Replied':
      return { ...ticket, replied: { ...event, at } };
    case 'SurveyAnswered':
      return { ...close(ticket, event.task, 'answered', { at, by }), survey: { ...event, at } };
    case 'SurveyExpired':
      return close(ticket, event.task, 'expired', { at, by });
    case 'AppealAsked':
      return { ...ticket, appeal: { ...event, at } };
    case 'Parked': {
      const { task: id, error, state } = event;
      const task: Task = {
        id,
        work: 'parked',
        person: 'triage-desk',
        level: state,
        error,
        openedAt: at,
        seq: ticket.length,
        reminded: false,
      };
      return { ...ticket, tasks: { ...ticket.tasks, [id]: task } };
    }
    case 'Resumed': {
      // A ticket parked because its executions were lost begins a new one; any other goes on in the one that waits.
      const isLost = ticket.tasks[event.task]?.level === LOST_EXECUTION;
      return {
        ...close(ticket, event.task, 'done', { at, by }, { reason: event.reason }),
        attempt: ticket.attempt + (isLost ? 1 : 0),
      };
    }
    case 'ExecutionLost':
      return { ...ticket, attempt: ticket.attempt + 1, lostInARow: ticket.lostInARow + 1 };
    case 'Overdue': {
      const clock = ticket.clocks[event.clock];
      return clock ? { ...ticket, clocks: { ...ticket.clocks, [event.clock]: { ...clock, overdue: true } } } : ticket;
    }
    case 'Closed':
      return { ...ticket, closed: { ...event, at } };
    case 'Archived':
      return { ...ticket, archived: event };
  }
}

function change(ticket: Ticket, id: string, facts: Partial<Task>): Ticket {
  const task = ticket.tasks[id];
  if (!task) throw new Error(`the log speaks of task ${id}, which it never opened`);
  return { ...ticket, tasks: { ...ticket.tasks, [id]: { ...task, ...facts } } };
}

function close(ticket: Ticket, id: string, outcome: Outcome, { at, by }: Context, facts: Partial<Task> = {}): Ticket {
  return change(ticket, id, { ...facts, closed: { outcome, at, by, seq: ticket.length } });
}

/** A task of core banking is done when all its commands are, and has failed when all are settled and one failed. */
function settle(ticket: Ticket, id: string, state: 'done' | 'failed', context: Context): Ticket {
  const command = ticket.commands[id];
  if (!command) throw new Error(`the log settles command ${id}, which it never ordered`);
  const commands = { ...ticket.commands, [id]: { ...command, state } };
  const states = Object.values(commands)
    .filter((other) => other.task === command.task)
    .map((other) => other.state);
  const next = { ...ticket, commands };
  if (states.includes('ordered')) return next;
  return close(next, command.task, states.includes('failed') ? 'CommandFailed' : 'done', context);
}

function intend(ticket: Ticket, event: Event<'MessageIntended'>): Ticket {
  const { type: _, message: id, way: __, possibleDuplicate: ___, ...facts } = event;
  const before = ticket.messages[id];
  const message: Message = {
    attempts: before?.attempts ?? [],
    ...facts,
    id,
    intents: (before?.intents ?? 0) + 1,
    state: 'intended',
  };
  return { ...ticket, messages: { ...ticket.messages, [id]: message } };
}

function attempted(ticket: Ticket, event: Event<'MessageSent'> | Event<'MessageFailed'>, at: string): Ticket {
  const message = ticket.messages[event.message];
  if (!message) throw new Error(`the log sends message ${event.message}, which it never intended`);
  const { way } = event;
  const attempt =
    event.type === 'MessageSent' ? { at, way, providerId: event.providerId } : { at, way, reason: event.reason };
  const state = event.type === 'MessageSent' ? 'sent' : 'failed';
  const after: Message = { ...message, state, attempts: [...message.attempts, attempt] };
  return { ...ticket, messages: { ...ticket.messages, [event.message]: after } };
}
