import { askAppeal } from '../appeal.ts';
import { type Desk, type Mark, record } from '../mark.ts';
import { replyGivenAt } from '../reply-given.ts';
import type { Ticket } from '../ticket.ts';

/**
 * Who was told by phone may object before the call is written down, when there is no reply on record to object to yet: it
 * is heard once there is. The law's time for the review runs from when they asked.
 */
export function objectionMarks(ticket: Ticket, desk: Desk): Mark[] {
  const { replied, appeal, appealRefused, followUps } = ticket;
  const givenAt = replyGivenAt(ticket, ticket);
  if (!replied || !givenAt || givenAt === replied.at || appeal || appealRefused) return [];
  const unheard = followUps.find(({ about, at }) => about === 'objection' && givenAt <= at && at <= replied.at);
  if (!unheard) return [];
  const { at, text: grounds, channel } = unheard;
  const via = channel ? 'channel' : 'letter';
  const events = askAppeal(ticket, desk, { via, at, heardAt: replied.at, ...(grounds && { grounds }) });
  return events.length > 0 ? [record(replied.at, ...events)] : [];
}
