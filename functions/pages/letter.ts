import * as z from 'zod/mini';
import { deskTables } from '../adapters/desk-tables.ts';
import { digest } from '../adapters/digest.ts';
import { env } from '../adapters/env.ts';
import type { Link } from '../adapters/links.ts';
import { page } from '../adapters/page.ts';
import { LinkGone } from '../adapters/page-refusals.ts';
import { pageStores } from '../adapters/page-stores.ts';
import { appealWindow } from '../domain/appeal.ts';
import { Letter } from '../domain/case-file.ts';
import { followUp } from '../domain/follow-up.ts';
import { outsideWays } from '../domain/further-ways.ts';
import { maskCards } from '../domain/mask-cards.ts';
import { roundNumbered } from '../domain/rounds.ts';
import { parsed, type Typed, written } from './form.ts';
import { refuseErased } from './task-behind.ts';
import type { Html } from './views/layout.ts';
import { type LetterToShow, letterPage } from './views/letter.ts';

const { BANK_ZONE, BANK_CURRENCY: currency, HOTLINE: hotline } = env('BANK_ZONE', 'BANK_CURRENCY', 'HOTLINE');
const { log, links, files, may } = pageStores();
const tablesOf = deskTables(BANK_ZONE);

const LetterForm = z.object({ about: z.enum(['question', 'evidence', 'objection']), text: written(2_000) });

type Opened = LetterToShow & Readonly<{ salt: string; round: number }>;

/** The reply letter of the round whose notice led here, as it was sealed, and what the complainant says to it. */
export const handler = page<Opened>({
  page: 'letter',
  find: links.find,
  open,
  show: (letter) => letterPage(letter),
  act,
  may,
});

async function open({ ticket: id, person, round: linked }: Link, now: Date): Promise<Opened> {
  const ticket = await log.read(id);
  refuseErased(ticket);
  const round = linked ?? ticket.earlier[0]?.round ?? ticket.round;
  const replied = roundNumbered(ticket, round);
  const letter = await files.read(id, replied?.reply?.letter ?? '', Letter);
  if (!letter || person !== 'complainant') throw new LinkGone();
  const { salt, post } = await files.complaint(id);
  const zone = post.zone ?? BANK_ZONE;
  const name = post.complainant?.name;
  const rules = tablesOf(ticket);
  const appeal = appealWindow(ticket, rules, now.toISOString());
  return {
    ...{ locale: post.locale, zone, currency, hotline, id, receivedAt: ticket.receivedAt, name, letter, salt, round },
    // What was decided in a round before cannot be objected to any more: others decided, or are deciding, anew.
    appeal: round === ticket.round ? appeal : { state: 'none' },
    isUnderReview: round < ticket.round && replied?.appeal !== undefined,
    ways: outsideWays(rules.pack),
    sent: ticket.followUps.filter(({ channel }) => channel === undefined),
  };
}

/** The same words about the same letter are taken once, however often the button is pressed. */
async function act(letter: Opened, form: Typed, now: Date): Promise<Html | undefined> {
  const { id, salt, round } = letter;
  const { data, faults } = parsed(LetterForm, { ...form, text: maskCards(form.text ?? '') });
  if (!data) return letterPage(letter, form, faults);
  const { about } = data;
  const text = await files.write(id, salt, { text: data.text });
  const said = { followUp: `f-${digest(salt, { round, about, text }).slice(0, 12)}`, about, text, attachments: 0 };
  const at = now.toISOString();
  await log.decide(id, { at, by: 'complainant' }, (ticket) => followUp(ticket, tablesOf(ticket), { ...said, at }));
}
