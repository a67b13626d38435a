import type { Way } from '../domain/complaint-posted.ts';
import type { Purpose } from '../domain/event-words.ts';
import { parts } from '../domain/sms-parts.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { TicketEvent } from '../domain/ticket-event.ts';
import type { Reachable } from '../domain/ways.ts';
import type { Slots, Sms } from '../messages/sms-text.ts';
import { smsPort } from './sms.ts';

/** One message on its way: what is said, by which way, when, and what about. */
export type Outgoing = Readonly<{
  message: string;
  purpose: Purpose;
  way: Way;
  to: Reachable;
  slots: Slots;
  at: Date;
  ticket: Pick<Ticket, 'triage' | 'received'>;
}>;

/** What brings messages to people: with the texts it knows, and by the ways it has. */
export type Sender = Readonly<{
  writesMails: boolean;
  /** The registered text, by the way it goes. */
  templateOf: (one: Omit<Outgoing, 'message' | 'at' | 'ticket'>) => string;
  /** Sends by one way, once. */
  send: (one: Outgoing) => Promise<Tried>;
}>;

/** What came of sending by one way; and when that was known, which is after the provider answered, not when it was asked. */
export type Tried = Readonly<{ result: Extract<TicketEvent, { type: 'MessageSent' | 'MessageFailed' }>; at: Date }>;

/** What a provider answers: its id of the message, and how many parts it took; nothing where there is no address. */
export type Taken = Readonly<{ providerId: string; parts?: number }> | undefined;

export async function attempted(one: Outgoing, attempt: () => Promise<Taken>): Promise<Tried> {
  const result = await resultOf(one, attempt);
  return { result, at: new Date() };
}

/** Whatever a provider answers, the ticket must show that a way failed. */
async function resultOf({ message, way }: Outgoing, attempt: () => Promise<Taken>): Promise<Tried['result']> {
  try {
    const taken = await attempt();
    if (taken) return { type: 'MessageSent', message, way, ...taken };
    return { type: 'MessageFailed', message, way, reason: way === 'e-mail' ? 'no-address' : 'no-phone-number' };
  } catch (error) {
    // The name is a code, the message is not: it may hold the address.
    return { type: 'MessageFailed', message, way, reason: error instanceof Error ? error.name : 'unknown' };
  }
}

/** To those who have a telephone and nothing else that counts: texts by SMS. */
export function bySmsAlone(textOf: (one: Pick<Outgoing, 'purpose' | 'to' | 'slots'>) => Sms): Sender {
  const send = bySms();
  return {
    writesMails: false,
    templateOf: (one) => textOf(one).template,
    send: (one) => attempted(one, () => send(one.to, textOf(one))),
  };
}

/** Sends a text by SMS, where there is a number. */
export function bySms() {
  const port = smsPort();
  return async ({ phone }: Reachable, { template, text }: Sms): Promise<Taken> =>
    phone ? { providerId: await port({ to: phone, text, template }), parts: parts(text).parts } : undefined;
}
