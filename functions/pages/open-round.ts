import * as z from 'zod/mini';
import { deskTables } from '../adapters/desk-tables.ts';
import type { Stores } from '../adapters/stores.ts';
import { maskCards } from '../domain/mask-cards.ts';
import { openRoundByDesk, refuseFurtherRound } from '../domain/open-round.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Forms } from './confirming.ts';
import { parsed, written } from './form.ts';

const OpenRoundForm = z.object({ because: z.enum(['reputation', 'principle']), why: written(2_000) });

type On = Readonly<{ id: string; salt: string; ticket: Ticket }>;

/** People of the bank have others look at the complaint anew. */
export const openRound = ({ files }: Pick<Stores, 'files'>, zone: string): Forms<On> => ({
  'open-round'({ id, salt, ticket: shown }, form, now) {
    refuseFurtherRound(shown);
    const { data, faults } = parsed(OpenRoundForm, { ...form, why: maskCards(form.why ?? '') });
    if (!data) return { faults };
    const opening = { because: data.because, at: now.toISOString() };
    return {
      act: async (decide) => {
        const reason = await files.write(id, salt, { text: data.why });
        await decide((ticket) => openRoundByDesk(ticket, deskTables(zone)(ticket), { ...opening, reason }));
      },
    };
  },
});
