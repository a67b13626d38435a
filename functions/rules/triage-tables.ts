import { ANSWER_LIBRARY, type AnswerLibrary } from './answer-library.ts';
import { CATEGORIES, type CategoryRow } from './categories.ts';
import { LANES, type LaneRow } from './lanes.ts';
import { ROUTING, type RoutingRow } from './routing.ts';
import { SEVERITY, type SeverityTable } from './severity.ts';
import type { Table } from './table.ts';
import { TRIAGE_WORDS, type TriageWords } from './triage-words.ts';
import { URGENCY, type UrgencyRow } from './urgency.ts';

/** Everything that triage asks, in the order in which it asks. */
export type TriageTables = Readonly<{
  categories: Table<CategoryRow>;
  words: TriageWords;
  urgency: Table<UrgencyRow>;
  severity: SeverityTable;
  answers: AnswerLibrary;
  lanes: Table<LaneRow>;
  routing: Table<RoutingRow>;
}>;

export const TRIAGE_TABLES: TriageTables = {
  categories: CATEGORIES,
  words: TRIAGE_WORDS,
  urgency: URGENCY,
  severity: SEVERITY,
  answers: ANSWER_LIBRARY,
  lanes: LANES,
  routing: ROUTING,
};
