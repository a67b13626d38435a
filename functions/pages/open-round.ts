import * as z from 'zod/mini';
import { deskTables } from '../adapters/desk-tables.ts';
import type { Stores } from '../adapters/stores.ts';
import { maskCards } from '../domain/mask-cards.ts';
import { openRoundByDesk } from '../domain/open-round.ts';
import { type Faults, parsed, type Typed, written } from './form.ts';

const OpenRoundForm = z.object({ because: z.enum(['reputation', 'principle']), why: written(2_000) });

type Opening = Readonly<{ id: string; salt: string; person: string; zone: string }>;

/** What is wrong with the form, or nothing once the round is open. */
export async function openRound(
  { log, files }: Pick<Stores, 'log' | 'files'>,
  { id, salt, person: by, zone }: Opening,
  form: Typed,
  now: Date,
): Promise<Faults | undefined> {
  const { data, faults } = parsed(OpenRoundForm, { ...form, why: maskCards(form.why ?? '') });
  if (!data) return faults;
  const at = now.toISOString();
  const reason = await files.write(id, salt, { text: data.why });
  const opening = { because: data.because, reason, at };
  await log.decide(id, { at, by }, (ticket) => openRoundByDesk(ticket, deskTables(zone)(ticket), opening));
  return undefined;
}
