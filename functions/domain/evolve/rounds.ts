import { settledBy } from '../late-calls.ts';
import { replyMessage } from '../reply-act.ts';
import { type EarlierRound, noRoundYet, type Ticket } from '../ticket.ts';
import type { TicketEvent } from '../ticket-event.ts';
import { changeExtension } from './clocks.ts';
import { type Context, close, voidTasks } from './tasks.ts';

type Event<T extends TicketEvent['type']> = Extract<TicketEvent, { type: T }>;

/** Another execution carries the ticket from here; the one before is stopped. */
const begunAgain = (ticket: Ticket): Ticket => ({ ...ticket, attempt: ticket.attempt + 1, lostInARow: 0 });

/**
 * The round before is put away as it was, with the clocks that it settled. A statutory clock that nobody has answered yet
 * runs on: a new round is no new time.
 */
export function openRound(ticket: Ticket, { type: _, ...because }: Event<'RoundOpened'>, context: Context): Ticket {
  const { round, proposals, returns, gateRefusals, reply, replied, survey, appeal, appealRefused, closed } = ticket;
  const isOver = (clock: string) => replied !== undefined || clock === 'acknowledge';
  const clocks = Object.entries(ticket.clocks);
  const before: EarlierRound = {
    ...{ round, proposals, returns, gateRefusals },
    ...(ticket.because && { because: ticket.because }),
    ...(reply && { reply }),
    ...(replied && { replied }),
    ...(survey && { survey }),
    ...(appeal && { appeal }),
    ...(appealRefused && { appealRefused }),
    ...(closed && { closed }),
    clocks: Object.fromEntries(clocks.filter(([clock]) => isOver(clock))),
  };
  return {
    ...without(voided(ticket, context), [
      'reply',
      'replied',
      'survey',
      'appeal',
      'appealRefused',
      'closed',
      'archived',
    ]),
    ...noRoundYet,
    round: because.round,
    because,
    since: ticket.length,
    attempt: 1,
    lostInARow: 0,
    clocks: Object.fromEntries(clocks.filter(([clock]) => !isOver(clock))),
    earlier: [...ticket.earlier, before],
  };
}

export function withdraw(ticket: Ticket, { type: _, ...facts }: Event<'Withdrawn'>, context: Context): Ticket {
  return begunAgain({ ...voided(ticket, context), withdrawn: { ...facts, at: context.at } });
}

export function mergeInto(ticket: Ticket, { type: _, ...facts }: Event<'MergedInto'>, context: Context): Ticket {
  return begunAgain({ ...voided(ticket, context), mergedInto: { ...facts, at: context.at } });
}

/** One that was merged into the ticket that is answered is closed and sealed now. */
export function answered(ticket: Ticket, event: Event<'Replied'>, { at }: Context): Ticket {
  const of = ticket.earlier.find(({ round }) => event.message === replyMessage({ round }));
  if (of) return answeredBefore(ticket, of, { ...event, at });
  const next = { ...ticket, replied: { ...event, at } };
  return ticket.mergedInto ? begunAgain(next) : next;
}

/** A call of a round before was the reply of that one: the clocks that ran on from it were settled as somebody dialled. */
function answeredBefore(ticket: Ticket, of: EarlierRound, replied: NonNullable<EarlierRound['replied']>): Ticket {
  const call = ticket.calls.findLast(({ message }) => message === replied.message);
  const dialled = replied.givenAt ?? call?.dialledAt ?? replied.at;
  const settled = Object.fromEntries(settledBy(ticket, dialled).map((clock) => [clock.clock, clock]));
  const left = Object.entries(ticket.clocks).filter(([id]) => !(id in settled));
  const next = { ...of, replied, clocks: { ...of.clocks, ...settled } };
  return {
    ...ticket,
    clocks: Object.fromEntries(left),
    earlier: ticket.earlier.map((one) => (one === of ? next : one)),
  };
}

/** The one that was merged goes its own way again, with the dates it always had. */
export function undoMerge(ticket: Ticket, { other }: Event<'MergeUndone'>): Ticket {
  const parted = [...ticket.parted, other];
  const merged = ticket.merged.filter((id) => id !== other);
  if (ticket.mergedInto?.other !== other) return { ...ticket, merged, parted };
  // What was withdrawn with the other was not this one's wish.
  const own = ticket.followUps.some(({ followUp: id }) => id === ticket.withdrawn?.followUp);
  const passing = ['mergedInto', 'replied', 'closed', 'archived', ...(own ? [] : ['withdrawn' as const])] as const;
  return begunAgain({ ...without(ticket, passing), merged, parted });
}

/** What comes after the end opens the seal again, or keeps it from being made, until somebody has been told of it. */
export function followUp(ticket: Ticket, { type: _, ...facts }: Event<'FollowUpReceived'>, { at }: Context): Ticket {
  return unsealed({ ...ticket, followUps: [...ticket.followUps, { ...facts, at }] });
}

/** The seal is to be made of what is known now. */
export const unsealed = (ticket: Ticket): Ticket =>
  ticket.archived || ticket.closed ? begunAgain(without(ticket, ['archived'])) : ticket;

/** A plan that comes after the seal belongs into it: it is made anew. */
export function filePlan(ticket: Ticket, { task, plan }: Event<'PlanFiled'>, context: Context): Ticket {
  const next = close(ticket, task, 'filed', context, { findings: plan });
  return ticket.archived && !ticket.erased ? begunAgain(without(next, ['archived'])) : next;
}

export function raiseIncident(ticket: Ticket, { type: _, ...facts }: Event<'IncidentRaised'>, { at }: Context): Ticket {
  const incidents = [...new Set([...ticket.incidents, facts.incident])];
  return { ...ticket, incidents, raised: [...ticket.raised, { ...facts, at }] };
}

type Passing =
  | 'reply'
  | 'replied'
  | 'survey'
  | 'appeal'
  | 'appealRefused'
  | 'closed'
  | 'archived'
  | 'mergedInto'
  | 'withdrawn';

function without(ticket: Ticket, facts: readonly Passing[]): Ticket {
  const kept = Object.entries(ticket).filter(([name]) => !facts.includes(name as Passing));
  return Object.fromEntries(kept) as Ticket;
}

function voided(ticket: Ticket, context: Context): Ticket {
  const open = Object.values(ticket.extensions).filter(({ state }) => state === 'proposed' || state === 'approved');
  const next = open.reduce((one, { extension }) => changeExtension(one, extension, { state: 'void' }), ticket);
  // A plan against an incident is owed to more than this ticket.
  return voidTasks(next, context, ({ work }) => work !== 'plan');
}

/** An execution of the ticket, or of one of its extensions, ended before its time. */
export function loseExecution(ticket: Ticket, { execution }: Event<'ExecutionLost'>, { at }: Context): Ticket {
  const extension = ticket.extensions[/-(x\d+)-a\d+$/.exec(execution)?.[1] ?? ''];
  if (extension) return changeExtension(ticket, extension.extension, { attempt: extension.attempt + 1, begunAt: at });
  return { ...ticket, attempt: ticket.attempt + 1, lostInARow: ticket.lostInARow + 1 };
}
