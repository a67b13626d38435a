import { instantOf, isoOf } from './local-time.ts';
import { replied } from './replied.ts';
import { replyMessage } from './reply-act.ts';
import { openTask } from './tasks.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

type Called = Extract<TicketEvent, { type: 'Called' }>;
export type Call = Readonly<{ task: string; by: string; dialledAt: string; outcome: Called['outcome'] }>;

/** Somebody of the desk dialled. In time dialled is in time replied, whoever answered and whenever it is written down. */
export function fileCall(ticket: Ticket, { task, by, dialledAt, outcome }: Call): TicketEvent[] {
  openTask(ticket, task, 'call', by);
  const message = replyMessage(ticket);
  const called: TicketEvent = { type: 'Called', task, message, dialledAt, outcome };
  return ticket.replied ? [called] : [called, replied(ticket, message, 'phone', dialledAt)];
}

const MINUTE = 60_000;

/**
 * When somebody dialled, from the wall clock of the bank as a form has it, to the minute; nothing where it cannot be:
 * before the call was asked for, or later than now.
 */
export function dialledAt(typed: string, zone: string, openedAt: string, now: Date): string | undefined {
  const [date = '', time = ''] = typed.split('T');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time)) return undefined;
  if (Number.isNaN(Date.parse(`${date}T00:00Z`))) return undefined;
  const dialled = Date.parse(instantOf(date, time, zone));
  const opened = Date.parse(openedAt);
  if (dialled > now.getTime() || dialled < opened - (opened % MINUTE)) return undefined;
  return isoOf(Math.max(dialled, opened));
}
