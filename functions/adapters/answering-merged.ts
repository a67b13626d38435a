import { answerMerged } from '../domain/answer-merged.ts';
import type { Draft } from './chain.ts';
import type { Logged, TicketLog } from './ticket-log.ts';

/** Writes the end of a ticket into the logs of those merged into it, and of those merged into them. */
export const answeringMerged = (log: TicketLog) =>
  async function answer(ticket: Logged, by: Omit<Draft, 'events'>): Promise<void> {
    // The reply may be later than the step that gives it: no provider answers at once.
    const who = { ...by, at: [by.at, ticket.replied?.at ?? ''].sort().at(-1) ?? by.at };
    for (const other of ticket.merged) {
      const merged = await log.decide(other, who, (current) => answerMerged(ticket, current));
      await answer(merged, who);
    }
  };

/** Those merged into a ticket, and those merged into them. */
export const allMerged = (log: TicketLog) =>
  async function of({ merged }: Pick<Logged, 'merged'>): Promise<Logged[]> {
    const known = await Promise.all(merged.map((id) => log.read(id)));
    const further = await Promise.all(known.map(of));
    return [...known, ...further.flat()];
  };
