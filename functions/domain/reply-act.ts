import type { Way } from './complaint-posted.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';
import { nextWay } from './ways.ts';

/** The message that is the reply of this round; and the letter's link, which follows a call. */
export const replyMessage = ({ round }: Pick<Ticket, 'round'>): string => `r${round}-reply`;
export const letterMessage = (ticket: Pick<Ticket, 'round'>): string => `${replyMessage(ticket)}-letter`;

/** `write`: the notice of the reply. `letter`: after a call, the link to what was said. `nobody`: no way got through. */
export type ReplyAct = 'write' | 'call' | 'letter' | 'done' | 'nobody';

/** What the reply of this round needs next. `open`: the ways there are means for, the preferred first. */
export function replyAct(ticket: Ticket, open: readonly Way[], callsAtMost: number): ReplyAct {
  const reply = ticket.messages[replyMessage(ticket)];
  const calls = callsOf(ticket);
  const last = calls.at(-1);
  if (last) return afterCall(ticket, open, calls.length < callsAtMost, last.outcome);
  if (ticket.replied) return 'done';
  if (open[0] === 'phone' || isCallOwed(ticket)) return 'call';
  if (!reply || nextWay(reply, written(open))) return 'write';
  return open.includes('phone') ? 'call' : 'nobody';
}

/** Whoever was reached has the answer; the letter goes to them as well, by whatever did not fail before. */
function afterCall(ticket: Ticket, open: readonly Way[], mayCall: boolean, outcome: string): ReplyAct {
  const letter = ticket.messages[letterMessage(ticket)];
  const left = letterWays(ticket, open);
  if (left.length > 0 && nextWay(letter, left)) return 'letter';
  if (letter?.state === 'sent' || outcome === 'reached' || outcome === 'declined-to-talk') return 'done';
  return mayCall ? 'call' : 'nobody';
}

const written = (open: readonly Way[]) => open.filter((way) => way !== 'phone');

/** By which ways the letter follows a call. */
export function letterWays(ticket: Ticket, open: readonly Way[]): Way[] {
  const attempts = ticket.messages[replyMessage(ticket)]?.attempts ?? [];
  return written(open).filter((way) => !attempts.some((one) => one.way === way && one.reason !== undefined));
}

/** The calls that were owed; one that was written down late moves nothing. */
export const callsOf = (ticket: Ticket) =>
  ticket.calls.filter(({ message, late }) => message === replyMessage(ticket) && !late);

/** A call is owed: meant, and nobody has dialled since. */
export function isCallOwed(ticket: Ticket): boolean {
  const reply = ticket.messages[replyMessage(ticket)];
  return reply?.state === 'intended' && reply.way === 'phone';
}

/** The desk is to call. It stays meant until somebody has dialled. */
export function meanToCall(ticket: Ticket): TicketEvent[] {
  if (isCallOwed(ticket)) return [];
  const locale = ticket.received?.locale ?? 'zh-Hans';
  const message = replyMessage(ticket);
  const intent = { message, purpose: 'reply', template: 'call', way: 'phone', to: 'complainant', locale } as const;
  return [{ type: 'MessageIntended', ...intent }];
}

/** The task of the call that is owed, or of the last that was made. */
export const callTask = (ticket: Ticket): string =>
  `r${ticket.round}-call-${Math.max(1, callsOf(ticket).length + (isCallOwed(ticket) ? 1 : 0))}`;
