import type { Ticket } from '../../../functions/domain/ticket.ts';
import type { Bill, Usage } from './bill.ts';

export type PerTicket = Readonly<{
  transitions: number;
  invocations: number;
  writeUnits: number;
  readUnits: number;
  historyEvents: number;
  usdPer1000: number;
}>;

/** A ticket that took the whole way with two approval levels: nothing returned, nothing parked. */
export function tookTwoLevels({ archived, returns, tasks }: Ticket): boolean {
  const all = Object.values(tasks);
  const approved = all.filter(({ work, closed }) => work === 'approve' && closed?.outcome === 'approved');
  return archived !== undefined && returns === 0 && approved.length === 2 && all.every(({ work }) => work !== 'parked');
}

/** Medians, each of its own; nothing where no ticket took that way. SMS are not in the money. */
export function perTicket(usages: readonly Usage[]): PerTicket | null {
  if (usages.length === 0) return null;
  const of = (what: (usage: Usage) => number, digits: number) => round(median(usages.map(what)), digits);
  return {
    transitions: of(({ transitions }) => transitions, 0),
    invocations: of(({ invocations }) => invocations, 1),
    writeUnits: of(({ writeUnits }) => writeUnits, 1),
    readUnits: of(({ readUnits }) => readUnits, 1),
    historyEvents: of(({ historyEvents }) => historyEvents, 0),
    usdPer1000: of(({ usd }) => usd * 1000, 4),
  };
}

export const usagesOf = ({ byTicket }: Bill, ids: readonly string[]): Usage[] =>
  ids.flatMap((id) => byTicket.get(id) ?? []);

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

const round = (number: number, digits: number) => Math.round(number * 10 ** digits) / 10 ** digits;
