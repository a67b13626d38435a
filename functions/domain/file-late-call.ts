import { overtaken } from './extension/tell.ts';
import { settledBy, whyNoAct } from './late-calls.ts';
import type { Desk } from './mark.ts';
import { reviewClock } from './open-round.ts';
import { repliedBefore } from './replied.ts';
import { replyMessage } from './reply-act.ts';
import { roundNumbered, roundOf } from './rounds.ts';
import { isAnswered } from './running-clock.ts';
import type { Task, Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

type Call = Ticket['calls'][number];
type Dialled = Pick<Call, 'task' | 'by' | 'dialledAt' | 'outcome'>;

/**
 * A call that was dialled before the ticket went another way, or before somebody else wrote theirs down, and is written
 * down after it. It is on the ticket whatever came of it, and makes nothing go on. Where it was the reply of a round that
 * was put away without one, the dates that ran on into this round are settled by it, as if it had been written down at
 * once, and this round has its own from its beginning; not once its letter is written, which names the ways that are left.
 */
export function fileLateCall(ticket: Ticket, desk: Desk, task: Task, { by, ...call }: Dialled): TicketEvent[] {
  if (ticket.calls.some((one) => one.by === by && isSame(one, call))) return [];
  const message = replyMessage({ round: roundOf(task.id) });
  const called: TicketEvent = { type: 'Called', ...call, message };
  const settled = settledBy(ticket, call.dialledAt);
  if (whyNoAct(ticket, call) || settled.length === 0 || !wasPutAwayUnanswered(ticket, task)) return [called];
  const beganAt = ticket.clocks.acknowledge?.startsAt ?? task.closed?.at ?? call.dialledAt;
  return [
    called,
    repliedBefore(ticket, message, 'phone', call.dialledAt),
    ...settled.flatMap(({ clock }) => overtaken(ticket, clock)),
    ...reviewClock(desk, beganAt),
  ];
}

const isSame = (one: Call, { task, dialledAt, outcome }: Omit<Dialled, 'by'>): boolean =>
  one.task === task && one.dialledAt === dialledAt && one.outcome === outcome;

function wasPutAwayUnanswered(ticket: Ticket, { id }: Task): boolean {
  const round = roundOf(id);
  return round < ticket.round && !roundNumbered(ticket, round)?.replied && !isAnswered(ticket) && !ticket.reply;
}
