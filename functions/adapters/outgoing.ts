import type { Way } from '../domain/complaint-posted.ts';
import type { Purpose } from '../domain/event-words.ts';
import { SmsCapped } from '../domain/refusals.ts';
import { guardedBy } from '../domain/sms-caps.ts';
import { parts } from '../domain/sms-parts.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { TicketEvent } from '../domain/ticket-event.ts';
import type { Reachable } from '../domain/ways.ts';
import { mail } from '../messages/mail.ts';
import { isToComplainant, type Slots, sms } from '../messages/sms.ts';
import { smsPort } from './sms.ts';
import type { ToComplainants } from './to-complainants.ts';

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

/** The registered text, by the way it goes. */
export function templateOf({ purpose, way, to, slots }: Omit<Outgoing, 'message' | 'at' | 'ticket'>): string {
  const isMail = way === 'e-mail' && isToComplainant(purpose);
  return isMail ? mail(purpose, to.locale, slots).template : sms(purpose, to.locale, slots).template;
}

/** Sends by one way, once. What came of it is an event: whatever a provider answers, the ticket must show that a way failed. */
export const outgoing = ({ mails, mayText }: Partial<ToComplainants> = {}) => {
  const texts = smsPort();

  return async (one: Outgoing): Promise<TicketEvent> => {
    const { message, way } = one;
    try {
      const sent = way === 'e-mail' ? await byMail(one) : await bySms(one);
      if (sent) return { type: 'MessageSent', message, way, ...sent };
      return { type: 'MessageFailed', message, way, reason: way === 'e-mail' ? 'no-address' : 'no-phone-number' };
    } catch (error) {
      // The name is a code, the message is not: it may hold the address.
      return { type: 'MessageFailed', message, way, reason: error instanceof Error ? error.name : 'unknown' };
    }
  };

  async function bySms({ purpose, to, slots, at, ticket }: Outgoing) {
    if (!to.phone) return undefined;
    if (mayText && isToComplainant(purpose) && !(await mayText(to.phone, guardedBy(purpose, ticket), at)))
      throw new SmsCapped();
    const { template, text } = sms(purpose, to.locale, slots);
    return { providerId: await texts({ to: to.phone, text, template }), parts: parts(text).parts };
  }

  async function byMail({ purpose, to, slots }: Outgoing) {
    if (!mails || !to.email || !isToComplainant(purpose)) return undefined;
    const { subject, text } = mail(purpose, to.locale, slots);
    return { providerId: await mails({ to: to.email, subject, text }) };
  }
};
