import type { Locale } from '../domain/complaint-posted.ts';
import { BRAND } from './brand.ts';

/** What a message may tell. An acknowledgement must tell the first four. */
export type Tells = 'accepted' | 'next' | 'by-when' | 'how-to-reach' | 'reason' | 'what-to-do' | 'link';

/**
 * A fixed text, registered with the carriers under its id: a changed text is a new id. It is cut by what it tells, so
 * that code can check what is told. Slots: {brand} {ticket} {other} {link} {by} {hotline} {code} {minutes}.
 */
export type Template = Readonly<{ id: string; text: readonly (readonly [tells: Tells, text: string])[] }>;

/** `by`: a day or a time as `dueText` writes it. `other`: the ticket that this one is joined to. */
export type Slots = Readonly<{
  ticket: string;
  hotline: string;
  other?: string | undefined;
  link?: string | undefined;
  by?: string | undefined;
  /** A one-time code, and how long it is good. */
  code?: string | undefined;
  minutes?: string | undefined;
}>;
export type Sms = Readonly<{ template: string; text: string; tells: readonly Tells[] }>;

/** A text as it is sent. It holds no personal data: a ticket number, a date, a link, a code, the hotline. */
export function filled({ id, text }: Template, locale: Locale, slots: Slots): Sms {
  return {
    template: id,
    text: text.map(([, piece]) => told(id, piece, locale, slots)).join(''),
    tells: text.map(([tells]) => tells),
  };
}

/** A text with its slots filled; one that lacks a value is never sent. */
export function told(id: string, text: string, locale: Locale, slots: Slots): string {
  const values: Record<string, string | undefined> = { ...slots, brand: BRAND[locale] };
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value = values[slot];
    if (!value) throw new Error(`message ${id} needs {${slot}}`);
    return value;
  });
}
