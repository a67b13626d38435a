import { clockDate } from './clock-date.ts';
import { NotExtendable } from './refusals.ts';
import { runningClock, standing } from './running-clock.ts';
import { type Bank, extensionsOf } from './statutory-clocks.ts';
import type { Clock, Extension, Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

type Proposed = Extract<TicketEvent, { type: 'ExtensionProposed' }>;
/** The longer time that could be asked for. */
export type NextStep = Pick<Proposed, 'clock' | 'step' | 'rule' | 'from' | 'dueAt' | 'uncertain' | 'level'>;

export const isOpen = ({ state }: Extension): boolean => state === 'proposed' || state === 'approved';

/** The extension of a clock that is asked for, or approved and not told yet; one at a time. */
export const openExtension = ({ extensions }: Ticket, clock: string): Extension | undefined =>
  Object.values(extensions).find((one) => one.clock === clock && isOpen(one));

/** The next longer time that the pack gives a clock whose date is still to come, if nobody asks for it already. */
export function nextStep(ticket: Ticket, bank: Bank, id: string, at: string): NextStep | undefined {
  const clock = runningClock(ticket, id, at);
  if (!clock || standing(clock) || openExtension(ticket, id)) return undefined;
  const row = extensionsOf(bank.pack, { clock: id as never }).find(({ step }) => step === clock.extended + 1);
  if (!row) return undefined;
  const date = clockDate(bank, clock, row.step);
  const step = { clock: id, step: row.step, from: clock.dueAt, ...date, level: row.approvedBy };
  return date.dueAt > clock.dueAt ? step : undefined;
}

/** Every longer time that could be asked for now. */
export const nextSteps = (ticket: Ticket, bank: Bank, at: string): NextStep[] =>
  Object.keys(ticket.clocks).flatMap((id) => nextStep(ticket, bank, id, at) ?? []);

/** `reason`: salted digest of what the proposer wrote; the watch writes nothing. */
export type Proposal = Readonly<{ clock: string; by: string; reason?: string; at: string }>;

/** Longer time is asked for; asked for twice by one person, once. */
export function proposeExtension(ticket: Ticket, bank: Bank, { clock, by, reason, at }: Proposal): TicketEvent[] {
  if (openExtension(ticket, clock)?.by === by) return [];
  const step = nextStep(ticket, bank, clock, at);
  if (!step) throw new NotExtendable(clock);
  return [proposal(ticket, step, reason)];
}

export function proposal({ extensions }: Ticket, step: NextStep, reason?: string): Proposed {
  const extension = `x${Object.keys(extensions).length + 1}`;
  return { type: 'ExtensionProposed', extension, ...step, ...(reason && { reason }) };
}

/** The clock of an extension, while its date is the one that the extension would move. */
export function clockOf({ clocks }: Ticket, { clock: id, from }: Extension): Clock | undefined {
  const clock = clocks[id];
  return clock?.dueAt === from ? clock : undefined;
}
