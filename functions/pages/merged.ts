import * as z from 'zod/mini';
import { NotAForm } from '../adapters/page-refusals.ts';
import type { Stores } from '../adapters/stores.ts';
import type { Logged } from '../adapters/ticket-log.ts';
import { maskCards } from '../domain/mask-cards.ts';
import { goAlone, letGo } from '../domain/take-apart.ts';
import { openTask } from '../domain/tasks.ts';
import type { Task } from '../domain/ticket.ts';
import type { Forms } from './confirming.ts';
import { parsed, written } from './form.ts';

/** A ticket that was merged into the one on the page, as its complainant told it. */
export type Merged = Readonly<{ id: string; receivedAt: string; dueAt: string | undefined; narrative: string }>;

/** Those merged into a ticket. */
export async function mergedInto({ log, files }: Pick<Stores, 'log' | 'files'>, { merged }: Logged): Promise<Merged[]> {
  const shown = merged.map(async (id) => {
    const { receivedAt, clocks, erased } = await log.read(id);
    if (erased) return [];
    const { post } = await files.complaint(id);
    return [{ id, receivedAt, dueAt: clocks.decide?.dueAt, narrative: post.narrative }];
  });
  return (await Promise.all(shown)).flat();
}

type Parting = Readonly<{ id: string; ticket: Logged; salt: string; person: string; task: Task }>;

/**
 * The two go their own ways again. The merged one is let go first: if nothing more happens, the page still shows it, and
 * the form can be sent again.
 */
export const takeApart = ({ files }: Pick<Stores, 'files'>): Forms<Parting> => ({
  part({ id, ticket, salt, person, task }, form) {
    const { other = '' } = form;
    if (!ticket.merged.includes(other)) throw new NotAForm();
    const field = `apart.${other}`;
    const { data, faults } = parsed(z.object({ reason: written(2_000) }), { reason: maskCards(form[field] ?? '') });
    if (!data) return { faults: { [field]: faults.reason ?? 'wrong' } };
    const text = { text: data.reason };
    return {
      act: async (decide) => {
        await decide((current) => {
          // Before the other is let go: the task may have gone to others since the page was opened.
          openTask(current, task.id, task.work, person);
          return [];
        });
        const { salt: itsSalt } = await files.complaint(other);
        const itsReason = await files.write(other, itsSalt, text);
        await decide((merged) => goAlone(merged, id, itsReason), other);
        const reason = await files.write(id, salt, text);
        await decide((current) => letGo(current, other, reason));
      },
    };
  },
});
