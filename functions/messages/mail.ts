import type { Locale } from '../domain/complaint-posted.ts';
import { BRAND } from './brand.ts';
import { en } from './mail/en.ts';
import { zhHans } from './mail/zh-hans.ts';
import { zhHant } from './mail/zh-hant.ts';
import { SMS, type ToComplainant } from './sms.ts';
import { type Slots, told } from './sms-text.ts';

/** What a mail has beside the message itself. Slots as in SMS. */
export type MailCatalogue = Readonly<{
  subjects: Readonly<Record<ToComplainant, string>>;
  greeting: string;
  closing: string;
}>;

const CATALOGUES: Readonly<Record<Locale, MailCatalogue>> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };

/** How an SMS names its sender before it speaks; a mail signs. */
const SENDER = /^(【\{brand\}】|\{brand\}: )/;

/** The mail of a purpose: what its SMS says, word for word, so that no way tells another story. It holds no personal data. */
export function mail(
  purpose: ToComplainant,
  locale: Locale,
  slots: Slots,
): Readonly<{ template: string; subject: string; text: string }> {
  const { subjects, greeting, closing } = CATALOGUES[locale];
  const { id, text } = SMS[locale][purpose];
  const message = text
    .map(([, piece]) => piece)
    .join('')
    .replace(SENDER, '');
  const said = (template: string) => told(`mail.${id}`, template, locale, slots).trim();
  const body = [greeting, message.charAt(0).toUpperCase() + message.slice(1), closing, BRAND[locale]];
  return { template: `mail.${id}`, subject: said(subjects[purpose]), text: `${body.map(said).join('\n\n')}\n` };
}
