import { isDeepStrictEqual } from 'node:util';
import { triage } from '../../functions/domain/triage.ts';
import type { Rules } from '../../functions/rules/check.ts';
import { TRIAGE_TABLES } from '../../functions/rules/triage-tables.ts';
import {
  type Bank,
  dateFacts,
  extendedFacts,
  type Facts,
  LAW_TABLES,
  levelFacts,
  routeFacts,
  triageInput,
} from './facts.ts';
import type { Replayed } from './tickets.ts';

/** One field of one ticket that two versions of the rules answer differently. `because`: the rules that decided. */
export type Change = Readonly<{
  reference: string;
  field: string;
  was: unknown;
  is: unknown;
  because: Readonly<{ was: string | null; is: string | null }>;
}>;

/** What two versions of the rules say differently of a ticket. What both must say alike is asked once, or not at all. */
export function comparison(before: Rules, after: Rules, bank: Bank): (ticket: Replayed) => Change[] {
  const alike = (...tables: readonly (keyof Rules)[]) =>
    tables.every((table) => isDeepStrictEqual(before[table], after[table]));
  const routesAlike = alike(...(Object.keys(TRIAGE_TABLES) as (keyof typeof TRIAGE_TABLES)[]));
  const lawAlike = alike(...LAW_TABLES);
  const datesAlike = lawAlike && alike('bankClocks');

  return (ticket) => {
    const was = triage(before, triageInput(ticket));
    const is = routesAlike ? was : triage(after, triageInput(ticket));
    const pairs = [
      [routeFacts(was), routeFacts(is)],
      [levelFacts(before.approvals, bank, ticket, was), levelFacts(after.approvals, bank, ticket, is)],
    ];
    if (!datesAlike || was.severity !== is.severity) {
      pairs.push([dateFacts(before, bank, ticket, was.severity), dateFacts(after, bank, ticket, is.severity)]);
    }
    if (!lawAlike) pairs.push([extendedFacts(before, bank, ticket), extendedFacts(after, bank, ticket)]);
    return pairs.flatMap(([old = {}, now = {}]) => changesOf(ticket.reference, old, now));
  };
}

const NOTHING = { value: null, because: null };

function changesOf(reference: string, before: Facts, after: Facts): Change[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((field) => {
    const [was, is] = [before[field] ?? NOTHING, after[field] ?? NOTHING];
    if (isDeepStrictEqual(was.value, is.value)) return [];
    const because = { was: was.because, is: is.because };
    return [{ reference, field, was: was.value, is: is.value, because }];
  });
}

/** How many tickets each field differs on, the most first. */
export const countsOf = (changes: readonly Change[]): Record<string, number> =>
  Object.fromEntries(counted(changes.map(({ field }) => field)));

/** What stands in a list, how often, the most frequent first. */
export function counted(list: readonly string[]): [what: string, times: number][] {
  const times = new Map<string, number>();
  for (const what of list) times.set(what, (times.get(what) ?? 0) + 1);
  return [...times].sort((one, other) => other[1] - one[1]);
}
