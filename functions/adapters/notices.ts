import { acknowledgementLacks } from '../domain/acknowledgement.ts';
import type { Locale } from '../domain/complaint-posted.ts';
import type { Purpose } from '../domain/event-words.ts';
import { parts } from '../domain/sms-parts.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { TicketEvent } from '../domain/ticket-event.ts';
import { dueText } from '../messages/due-text.ts';
import { sms } from '../messages/sms.ts';
import { env } from './env.ts';
import { smsPort } from './sms.ts';
import type { Stores } from './stores.ts';
import type { Logged } from './ticket-log.ts';

/** Where each kind of link leads. */
const PAGES = { work: 'w', approval: 'a', letter: 'l', survey: 's', desk: 'd', proof: 'p' } as const;

/** How often a message goes out whose first sending left no result: once more, and flagged as a possible duplicate. */
const INTENTS = 2;

export type Notice = Readonly<{
  /** The same notice has the same id, however often its step runs. */
  message: string;
  purpose: Purpose;
  by: string;
  at: Date;
  to: Readonly<{ person: string; phone: string | undefined; locale: Locale; zone?: string | undefined }>;
  link?: Readonly<{ page: keyof typeof PAGES; task?: string; expiresAt: string }>;
  /** A date the text tells. */
  dueAt?: string;
  /** What is decided together with the intent: nothing, where it is in the log already. */
  with?: (ticket: Ticket) => readonly TicketEvent[];
  /** The workflow's token, kept beside the task that is opened with it. */
  token?: string;
  /** What follows from the result, decided together with it. */
  afterwards?: (sent: boolean) => readonly TicketEvent[];
}>;

/**
 * Sends one message about a ticket: the intent is in the log before, the result after. A message that has its result is
 * never sent again. One that was intended and has none may have gone out: it is sent once more, and says so in the log.
 */
export const notices = ({ log, links }: Pick<Stores, 'log' | 'links'>) => {
  const { BASE_URL, HOTLINE, BANK_ZONE } = env('BASE_URL', 'HOTLINE', 'BANK_ZONE');
  const send = smsPort();

  return async (ticket: Logged, notice: Notice): Promise<Logged> => {
    const before = ticket.messages[notice.message];
    if (before && (before.state !== 'intended' || before.intents >= INTENTS)) return ticket;

    const at = notice.at.toISOString();
    const { task, expiresAt, page } = notice.link ?? {};
    const link = expiresAt
      ? await links.mint({ ticket: ticket.id, task, person: notice.to.person, expiresAt })
      : undefined;
    const { template, text, tells } = sms(notice.purpose, notice.to.locale, {
      ticket: ticket.id,
      hotline: HOTLINE,
      ...(page && link && { link: `${BASE_URL}/${PAGES[page]}/${link.token}` }),
      ...(notice.dueAt && { by: dueText(notice.dueAt, notice.to.locale, notice.to.zone ?? BANK_ZONE) }),
    });
    const lacking = notice.purpose === 'acknowledgement' ? acknowledgementLacks(tells) : [];
    if (lacking.length > 0) throw new Error(`${template} does not tell ${lacking.join(', ')}`);
    let isOurs = false;
    const intended = (now: Logged): TicketEvent[] => {
      // Another run of the same step may have meant it meanwhile: then it is that run's to send.
      isOurs = now.messages[notice.message]?.intents === before?.intents;
      if (!isOurs) return [];
      return [
        ...(notice.with?.(now) ?? []),
        {
          type: 'MessageIntended',
          message: notice.message,
          purpose: notice.purpose,
          template,
          way: 'sms',
          to: notice.to.person,
          locale: notice.to.locale,
          ...(link && { link: link.hash }),
          ...(task && { task }),
          ...(before && { possibleDuplicate: true as const }),
        },
      ];
    };
    const told = await log.decide(ticket, { at, by: notice.by }, intended, { token: notice.token });

    if (!isOurs) return told;
    const result = await attempt(notice, text, template);
    const after = notice.afterwards?.(result.type === 'MessageSent') ?? [];
    return log.decide(told, { at, by: notice.by }, () => [result, ...after]);
  };

  async function attempt({ message, to }: Notice, text: string, template: string): Promise<TicketEvent> {
    if (!to.phone) return { type: 'MessageFailed', message, way: 'sms', reason: 'no-phone-number' };
    try {
      const providerId = await send({ to: to.phone, text, template });
      return { type: 'MessageSent', message, way: 'sms', providerId, parts: parts(text).parts };
    } catch (error) {
      // Whatever a provider answers, the ticket must show that this way failed; the name is a code, the message is not.
      return { type: 'MessageFailed', message, way: 'sms', reason: error instanceof Error ? error.name : 'unknown' };
    }
  }
};
export type Send = ReturnType<typeof notices>;
