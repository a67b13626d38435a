import type { Roster } from '../adapters/roster.ts';

/** Names of people by their ids; whoever is no longer on the roster stands under the id. */
export async function namesOf(roster: Roster, ids: readonly (string | undefined)[]): Promise<Record<string, string>> {
  const known = [...new Set(ids)].filter((id) => id !== undefined);
  const people = await Promise.all(known.map((id) => roster.person(id)));
  return Object.fromEntries(known.map((id, i) => [id, people[i]?.name ?? id]));
}
