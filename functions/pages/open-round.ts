import * as z from 'zod/mini';
import { deskTables } from '../adapters/desk-tables.ts';
import type { Stores } from '../adapters/stores.ts';
import { maskCards } from '../domain/mask-cards.ts';
import { openRoundByDesk, refuseFurtherRound } from '../domain/open-round.ts';
import { openTask } from '../domain/tasks.ts';
import type { Task, Ticket } from '../domain/ticket.ts';
import type { Forms } from './confirming.ts';
import { parsed, written } from './form.ts';

const OpenRoundForm = z.object({ because: z.enum(['reputation', 'principle']), why: written(2_000) });

/** Without a task: on the page of the whole ticket. */
type On = Readonly<{ id: string; salt: string; ticket: Ticket; person: string; task?: Task }>;

/** People of the bank have others look at the complaint anew: whoever works on it, or was sent the whole of it. */
export const openRound = ({ files }: Pick<Stores, 'files'>, zone: string): Forms<On> => ({
  'open-round'({ id, salt, ticket: shown, person, task }, form, now) {
    const refuseOther = (ticket: Ticket) => task && openTask(ticket, task.id, task.work, person);
    refuseOther(shown);
    refuseFurtherRound(shown);
    const { data, faults } = parsed(OpenRoundForm, { ...form, why: maskCards(form.why ?? '') });
    if (!data) return { faults };
    const opening = { because: data.because, at: now.toISOString() };
    return {
      act: async (decide) => {
        const reason = await files.write(id, salt, { text: data.why });
        await decide((ticket) => {
          // As the log has it now: the task may have gone to others since the page was opened.
          refuseOther(ticket);
          return openRoundByDesk(ticket, deskTables(zone)(ticket), { ...opening, reason });
        });
      },
    };
  },
});
