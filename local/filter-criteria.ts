import type { Pattern } from './event-pattern.ts';

/** The patterns of an event source mapping's FilterCriteria; a record that matches any of them is passed on. */
export function patternsOf(criteria: unknown): readonly Pattern[] {
  const { Filters = [] } = (criteria ?? {}) as { Filters?: readonly { Pattern: string }[] };
  return Filters.map(({ Pattern }) => JSON.parse(Pattern));
}
