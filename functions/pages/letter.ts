import { env } from '../adapters/env.ts';
import type { Link } from '../adapters/links.ts';
import { page } from '../adapters/page.ts';
import { LinkGone } from '../adapters/page-refusals.ts';
import { stores } from '../adapters/stores.ts';
import { Letter } from '../domain/case-file.ts';
import { type LetterToShow, letterPage } from './views/letter.ts';

const { BANK_ZONE, BANK_CURRENCY: currency, HOTLINE: hotline } = env('BANK_ZONE', 'BANK_CURRENCY', 'HOTLINE');
const { log, links, files } = stores();

/** The reply letter, as it was sealed. */
export const handler = page<LetterToShow>({ path: '/l/{token}', find: links.find, open, show: letterPage });

async function open({ ticket: id, person }: Link): Promise<LetterToShow> {
  const ticket = await log.read(id);
  const letter = await files.read(id, ticket.reply?.letter ?? '', Letter);
  if (!letter || person !== 'complainant') throw new LinkGone();
  const { post } = await files.complaint(id);
  const zone = post.zone ?? BANK_ZONE;
  const name = post.complainant?.name;
  return { locale: post.locale, zone, currency, hotline, id, receivedAt: ticket.receivedAt, name, letter };
}
