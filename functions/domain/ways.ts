import type { ComplaintPosted, Locale, Way } from './complaint-posted.ts';
import type { Message, Ticket } from './ticket.ts';

/** How somebody can be reached. A person of the bank has a phone alone; `preferred` is the complainant's word. */
export type Reachable = Readonly<{
  person: string;
  phone?: string | undefined;
  email?: string | undefined;
  preferred?: Way | undefined;
  locale: Locale;
  zone?: string | undefined;
}>;

/** How often a message goes out by one way that left no result: once more, and flagged as a possible duplicate. */
export const INTENTS = 2;
const ORDER: readonly Way[] = ['sms', 'e-mail', 'phone'];

/** One address, and nothing that a mail system could read as two, or as a name beside one. */
const ADDRESS = /^[^\s@,;:<>()[\]\\"]{1,64}@[^\s@,;:<>()[\]\\"]{1,189}$/;

/** The ways there are means for: the preferred first, then the others, those that reach at once before a call. */
export function ways({ phone, email, preferred }: Pick<Reachable, 'phone' | 'email' | 'preferred'>): Way[] {
  const means: Readonly<Record<Way, boolean>> = {
    sms: Boolean(phone),
    'e-mail': email !== undefined && ADDRESS.test(email),
    phone: Boolean(phone),
  };
  const others = ORDER.filter((way) => way !== preferred);
  return [...(preferred ? [preferred] : []), ...others].filter((way) => means[way]);
}

/** The ways that a message goes by itself; a call takes a person. */
export const writtenWays = (to: Reachable): Way[] => ways(to).filter((way) => way !== 'phone');

type Tried = Pick<Message, 'state' | 'way' | 'intents'>;

/** By which way a message goes out now; nothing when it got through, or no way is left. */
export function nextWay(message: Tried | undefined, open: readonly Way[]): Way | undefined {
  if (!message) return open[0];
  if (message.state === 'sent') return undefined;
  // It may have gone out, and it may not: once more by the same way.
  if (message.state === 'intended' && message.intents < INTENTS && open.includes(message.way)) return message.way;
  return open[open.indexOf(message.way) + 1];
}

/** The complainant, as the post says they can be reached. */
export const complainantOf = (
  { complainant, locale, preferredWay }: ComplaintPosted,
  { received }: Ticket,
): Reachable => ({
  person: 'complainant',
  phone: complainant?.phone,
  email: complainant?.email,
  preferred: preferredWay,
  locale,
  zone: received?.zone,
});
