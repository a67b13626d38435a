import { type NextStep, nextSteps } from '../domain/extension.ts';
import { mayMoveClocks } from '../domain/move-clocks.ts';
import { perhapsNewFacts } from '../domain/restart-clock.ts';
import { isAnswered, standing } from '../domain/running-clock.ts';
import type { Bank } from '../domain/statutory-clocks.ts';
import { stopsOf } from '../domain/stop-clock.ts';
import { mayDo } from '../domain/tasks.ts';
import type { Stop, Task, Ticket } from '../domain/ticket.ts';
import type { StopRow } from '../rules/packs/pack.ts';

/** What somebody may do to the dates of a ticket now. */
export type ClockOffers = Readonly<{
  steps: readonly NextStep[];
  stops: readonly StopRow[];
  standing: readonly Readonly<{ clock: string; stop: Stop }>[];
  newFacts: Ticket['followUps'];
}>;

type Seen = Readonly<{ ticket: Ticket; task: Task | undefined; person: string }>;

const NONE: ClockOffers = { steps: [], stops: [], standing: [], newFacts: [] };

/** Whoever handles it may ask for more time; only the lead's handler, and the desk, find on stops and new facts. */
export function clockOffers({ ticket, task, person }: Seen, bank: Bank, now: Date): ClockOffers {
  const at = now.toISOString();
  if (!task || !mayMoveClocks(ticket, task) || !mayDo(task, person) || isAnswered(ticket)) return NONE;
  const steps = nextSteps(ticket, bank, at);
  if (!isLeading(task)) return { ...NONE, steps };
  return {
    steps,
    stops: stopsOf(ticket, bank, at),
    standing: Object.values(ticket.clocks).flatMap((clock) => {
      const stop = standing(clock);
      return stop ? [{ clock: clock.clock, stop }] : [];
    }),
    newFacts: perhapsNewFacts(ticket, bank, at),
  };
}

export const isLeading = ({ work, id }: Task): boolean => work !== 'investigate' || /^r\d+-v\d+-s0-/.test(id);
