import type { Locale } from '../../../functions/domain/complaint-posted.ts';
import type { Ticket } from '../../../functions/domain/ticket.ts';
import { moneyText } from '../../../functions/messages/money-text.ts';
import { categoryName, departmentName } from '../../../functions/pages/views/labels.ts';
import { plain } from '../../../scripts/plain-output.ts';

/** What a sentence may need beside its event: names, money and the texts of the case file. */
export type Teller = Readonly<{
  ticket: Ticket;
  /** Whoever the log knows by an id. */
  name: (id: string) => string;
  department: (id: string | undefined) => string;
  category: (id: string) => string;
  money: (minor: number | undefined, currency?: string) => string;
  time: (instant: string) => string;
  /** What somebody wrote, by the digest the log names it with: `: “…”`, shortened; nothing where there is none. */
  quoted: (digest: string | undefined, field: string) => string;
}>;

const LOCALE: Locale = 'en';
const CURRENCY = 'CNY';
const LONGEST_QUOTE = 90;

export type Source = Readonly<{
  ticket: Ticket;
  names: ReadonlyMap<string, string>;
  texts: Readonly<Record<string, unknown>>;
  zone: string;
}>;

export const teller = ({ ticket, names, texts, zone }: Source): Teller => ({
  ticket,
  name: (id) => names.get(id) ?? SYSTEMS[id] ?? id,
  department: (id) => (id ? departmentName(id, LOCALE) : 'somebody'),
  category: (id) => categoryName(id, LOCALE),
  money: (minor, currency = CURRENCY) => moneyText(minor ?? 0, currency, LOCALE),
  time: (instant) => timeText(instant, zone),
  quoted: (digest, field) => {
    const text = (texts[`text#${digest}`] as Readonly<Record<string, unknown>> | undefined)?.[field];
    return typeof text === 'string' && text ? `: “${shortened(text)}”` : '';
  },
});

/** Parts of the system and people without a name, as a reader may call them. */
const SYSTEMS: Readonly<Record<string, string>> = {
  complainant: 'the complainant',
  'core-banking': 'core banking',
  'triage-desk': 'the triage desk',
};

export function shortened(text: string, longest = LONGEST_QUOTE): string {
  const line = plain(text.replace(/\s+/g, ' ').trim());
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** `2026-03-02 09:20` in a zone. */
export function timeText(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(new Date(instant));
  return parts.replace(', ', ' ');
}
