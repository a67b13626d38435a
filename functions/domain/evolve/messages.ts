import type { Message, Ticket } from '../ticket.ts';
import type { TicketEvent } from '../ticket-event.ts';
import { unsealed } from './rounds.ts';
import { type Context, close } from './tasks.ts';

type Event<T extends TicketEvent['type']> = Extract<TicketEvent, { type: T }>;

export function intend(ticket: Ticket, event: Event<'MessageIntended'>, at: string): Ticket {
  const { type: _, message: id, possibleDuplicate: __, ...facts } = event;
  const before = ticket.messages[id];
  const time = event.time ?? before?.time ?? 1;
  const isAgain = before?.way === event.way && before.time === time;
  const message: Message = {
    attempts: before?.attempts ?? [],
    ...facts,
    id,
    time,
    intents: isAgain ? before.intents + 1 : 1,
    intendedAt: at,
    state: 'intended',
  };
  return { ...ticket, messages: { ...ticket.messages, [id]: message } };
}

export function attempted(ticket: Ticket, event: Event<'MessageSent'> | Event<'MessageFailed'>, at: string): Ticket {
  const { way } = event;
  if (event.type === 'MessageSent') return tried(ticket, event.message, { at, way, providerId: event.providerId });
  return tried(ticket, event.message, { at, way, reason: event.reason });
}

/**
 * Somebody of the desk dialled: the time of dialling is the attempt's, whenever it was written down. Where that was when it
 * was no longer owed, nothing goes on by it; what was sealed is sealed anew, with it.
 */
export function called(ticket: Ticket, { type: _, ...call }: Event<'Called'>, context: Context): Ticket {
  const { task, message: id, dialledAt: at, outcome } = call;
  const { by, at: writtenAt } = context;
  const result = outcome === 'reached' ? { providerId: `desk:${task}` } : { reason: outcome };
  const attempt = { at, way: 'phone', ...result, by, writtenAt } as const;
  const message = ticket.messages[id];
  const made = { ...call, at: writtenAt, by };
  if (!ticket.tasks[task]?.closed) {
    const next = message ? tried(ticket, id, attempt) : ticket;
    return { ...close(next, task, 'done', context), calls: [...ticket.calls, made] };
  }
  const late = { ...ticket, calls: [...ticket.calls, { ...made, late: true as const }] };
  if (!message) return unsealed(late);
  const attempts = [...message.attempts, attempt];
  return unsealed({ ...late, messages: { ...ticket.messages, [id]: { ...message, attempts } } });
}

function tried(ticket: Ticket, id: string, attempt: Message['attempts'][number]): Ticket {
  const message = ticket.messages[id];
  if (!message) throw new Error(`the log sends message ${id}, which it never intended`);
  const state = attempt.providerId === undefined ? 'failed' : 'sent';
  const after: Message = { ...message, state, attempts: [...message.attempts, attempt] };
  return { ...ticket, messages: { ...ticket.messages, [id]: after } };
}
