import { askAppeal } from './appeal.ts';
import type { Desk } from './mark.ts';
import type { Facts, Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

export type FollowUp = Facts<'FollowUpReceived'> & Readonly<{ at: string }>;

/** A word that comes later. The same one is taken once; an objection and a withdrawal do what they say in the same decision. */
export function followUp(ticket: Ticket, desk: Desk, { at, ...facts }: FollowUp): TicketEvent[] {
  if (ticket.followUps.some(({ followUp: id }) => id === facts.followUp)) return [];
  const received: TicketEvent = { type: 'FollowUpReceived', ...facts };
  const { about, text: grounds, channel } = facts;
  if (about === 'withdrawal' && mayWithdraw(ticket)) return [received, { type: 'Withdrawn', followUp: facts.followUp }];
  if (about !== 'objection') return [received];
  const via = channel ? 'channel' : 'letter';
  return [received, ...askAppeal(ticket, desk, { via, at, ...(grounds && { grounds }) })];
}

/**
 * Until the reply is given there is something to withdraw; later, the wish is on record and changes nothing. One that was
 * merged is withdrawn by its own number, alone.
 */
const mayWithdraw = ({ replied, closed, declined, withdrawn }: Ticket): boolean =>
  !(replied || closed || declined || withdrawn);
