import { roundOf } from './rounds.ts';
import type { Clock, Ticket } from './ticket.ts';

type Call = Ticket['calls'][number];

/**
 * Why a call that was written down when it was owed no more is an attempt and nothing else: it was over already when
 * somebody dialled, or nobody was told anything by it. Nothing where it is the act of its round.
 */
export function whyNoAct(
  { tasks }: Pick<Ticket, 'tasks'>,
  { task, dialledAt, outcome }: Pick<Call, 'task' | 'dialledAt' | 'outcome'>,
): 'over' | 'not-reached' | undefined {
  if (dialledAt >= (tasks[task]?.closed?.at ?? '')) return 'over';
  return outcome === 'reached' ? undefined : 'not-reached';
}

/** The clocks that a reply at that instant answers: those that ran then. The acknowledgement is each round's own. */
export const settledBy = ({ clocks }: Pick<Ticket, 'clocks'>, at: string): Clock[] =>
  Object.values(clocks).filter(({ clock, startsAt }) => clock !== 'acknowledge' && startsAt <= at);

/** When a clock was answered by calls that were written down late: of its round, or of one before from which it ran on. */
export const dialledLate = (ticket: Ticket, round: number, { startsAt }: Pick<Clock, 'startsAt'>): string[] =>
  ticket.calls
    .filter(({ late, message, dialledAt }) => late && roundOf(message) <= round && dialledAt >= startsAt)
    .filter((call) => !whyNoAct(ticket, call))
    .map(({ dialledAt }) => dialledAt);
