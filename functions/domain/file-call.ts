import { fileLateCall } from './file-late-call.ts';
import { refuseRecused } from './four-eyes.ts';
import { instantOf, isoOf } from './local-time.ts';
import type { Desk } from './mark.ts';
import { NotYours, TaskClosed, UnknownTask } from './refusals.ts';
import { repliedBefore } from './replied.ts';
import { replyMessage } from './reply-act.ts';
import { mayDo } from './tasks.ts';
import type { Task, Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

type Called = Extract<TicketEvent, { type: 'Called' }>;
export type Call = Readonly<{ task: string; by: string; dialledAt: string; outcome: Called['outcome'] }>;

/** Somebody of the desk dialled. In time dialled is in time replied, whoever answered and whenever it is written down. */
export function fileCall(ticket: Ticket, desk: Desk, { task, by, dialledAt, outcome }: Call): TicketEvent[] {
  const known = ticket.tasks[task];
  if (known?.work !== 'call') throw new UnknownTask(task);
  if (isFiledBy(known, by)) throw new TaskClosed(task);
  if (!mayDo(known, by) && !hadIt(known, by, dialledAt)) throw new NotYours(task, known);
  refuseRecused(ticket, known, by);
  if (known.closed) return fileLateCall(ticket, desk, known, { task, by, dialledAt, outcome });
  const message = replyMessage(ticket);
  const called: TicketEvent = { type: 'Called', task, message, dialledAt, outcome };
  return ticket.replied ? [called] : [called, repliedBefore(ticket, message, 'phone', dialledAt)];
}

/** A person's call is filed once; what anybody else dialled for it is not lost, though it is owed no more. */
export const isFiledBy = ({ closed }: Task, by: string): boolean => closed?.outcome === 'done' && closed.by === by;

/** Whose it was when they dialled may say so, though it has come to somebody else. */
const hadIt = ({ formerly = [], reassignedAt = '' }: Task, by: string, dialledAt: string): boolean =>
  formerly.some(({ person }) => person === by) && dialledAt < reassignedAt;

const MINUTE = 60_000;

/**
 * When somebody dialled, from the wall clock of the bank as a form has it, to the minute; nothing where it cannot be:
 * before the call was asked for, or later than now. In the night in which an hour comes twice, the first of the two that
 * can be.
 */
export function dialledAt(typed: string, zone: string, openedAt: string, now: Date): string | undefined {
  const [date = '', time = ''] = typed.split('T');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time)) return undefined;
  if (Number.isNaN(Date.parse(`${date}T00:00Z`))) return undefined;
  const opened = Date.parse(openedAt);
  const both = (['first', 'last'] as const).map((which) => Date.parse(instantOf(date, time, zone, which)));
  const dialled = both.find((one) => one <= now.getTime() && one >= opened - (opened % MINUTE));
  return dialled === undefined ? undefined : isoOf(Math.max(dialled, opened));
}
