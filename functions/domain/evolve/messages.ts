import type { Message, Ticket } from '../ticket.ts';
import type { TicketEvent } from '../ticket-event.ts';
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

/** Somebody of the desk dialled: the time of dialling is the attempt's, whenever it was written down. */
export function called(ticket: Ticket, { type: _, ...call }: Event<'Called'>, context: Context): Ticket {
  const { task, message, dialledAt: at, outcome } = call;
  const result = outcome === 'reached' ? { providerId: `desk:${task}` } : { reason: outcome };
  const next = ticket.messages[message] ? tried(ticket, message, { at, way: 'phone', ...result }) : ticket;
  return { ...close(next, task, 'done', context), calls: [...ticket.calls, { ...call, at: context.at }] };
}

function tried(ticket: Ticket, id: string, attempt: Message['attempts'][number]): Ticket {
  const message = ticket.messages[id];
  if (!message) throw new Error(`the log sends message ${id}, which it never intended`);
  const state = attempt.providerId === undefined ? 'failed' : 'sent';
  const after: Message = { ...message, state, attempts: [...message.attempts, attempt] };
  return { ...ticket, messages: { ...ticket.messages, [id]: after } };
}
