import type { TriageTables } from '../rules/triage-tables.ts';
import type { Because } from './event-words.ts';
import { because } from './first-match.ts';
import { timesFound } from './plain-words.ts';
import type { TriageInput } from './triage.ts';

export type Categorised = Readonly<{ id: string; because: Because }>;
type Found = Readonly<{ rule: string; category: string; score: number }>;

/** The agent's choice, when it is a category; else the words'; else what the table says of silence. */
export function categorise(
  tables: TriageTables,
  input: Pick<TriageInput, 'kind' | 'category'>,
  plain: string,
): Categorised {
  const { categories, words } = tables;
  const chosen = categories.rows.find(([id]) => id === input.category && id !== 'unclear');
  if (chosen) return { id: chosen[0], because: because(categories, 'category', 'chosen-by-channel', []) };

  const found = rowsFound(words, plain);
  const leadOf = new Map(tables.routing.rows.map(([, category, lead]) => [category, lead]));
  const [lead, total] = most(found, ({ category }) => leadOf.get(category) ?? '');
  if (total < words.leastScore) {
    const weak = found.map(({ rule }) => rule);
    return { id: words.silent[input.kind], because: because(words, 'category', 'no-words', weak) };
  }
  const [id] = most(
    found.filter(({ category }) => leadOf.get(category) === lead),
    ({ category }) => category,
  );
  const quoted = found.find(({ category }) => category === id)?.rule ?? '';
  const lost = found.filter(({ category }) => category !== id).map(({ rule }) => rule);
  return { id, because: because(words, 'category', quoted, lost.slice(0, 12)) };
}

/** The rows whose phrases stand in the text, those that give most first. */
function rowsFound({ rows }: TriageTables['words'], plain: string): Found[] {
  const found: Found[] = [];
  for (const [rule, category, weight, zhHans, zhHant, en] of rows) {
    const times = timesFound(plain, [...new Set([...zhHans, ...zhHant, ...en])]);
    if (times > 0) found.push({ rule, category, score: weight * (1 + Math.log2(times)) });
  }
  return found.sort((one, other) => other.score - one.score);
}

/** What gathered the highest score; the earlier found of two alike. */
function most(found: readonly Found[], by: (one: Found) => string): [name: string, total: number] {
  const totals = new Map<string, number>();
  for (const one of found) totals.set(by(one), (totals.get(by(one)) ?? 0) + one.score);
  return [...totals].reduce((best, next) => (next[1] > best[1] ? next : best), ['', 0]);
}
