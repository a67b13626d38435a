import { newestCode } from '../../local/demo/with-code.ts';
import type { PlayedDesk } from '../paths/played-desk.ts';

/** The newest link of a kind that went out about a ticket; `lang`: in which it is to be read. */
export function linkOf({ cloud }: PlayedDesk, ticket: string, kind: string, lang = 'en'): string {
  const link = new RegExp(`http:\\S+/${kind}/[\\w-]{22}`);
  const [found] = cloud.sms.flatMap(({ text }) => (text.includes(ticket) ? (link.exec(text) ?? []) : [])).slice(-1);
  if (!found) throw new Error(`no SMS about ${ticket} leads to a page ${kind}`);
  return lang ? `${found}?lang=${lang}` : found;
}

export const isLinked = ({ cloud }: PlayedDesk, ticket: string, kind: string): boolean =>
  cloud.sms.some(({ text }) => text.includes(ticket) && text.includes(`/${kind}/`));

/** What the telephone showed last, on which the link came. */
export const codeFor = ({ cloud }: PlayedDesk, link: string): string => newestCode(cloud.sms, link);

/** How many codes went out. */
export const codesSent = ({ cloud }: PlayedDesk): number =>
  cloud.sms.filter(({ text }) => /(?<!\w)\d{6}(?!\w)/.test(text) && !text.includes('http')).length;
