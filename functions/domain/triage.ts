import type { TriageTables } from '../rules/triage-tables.ts';
import type { ComplaintPosted, IdentityLevel, Kind, Money, Standing, Tier } from './complaint-posted.ts';
import { because, firstMatch } from './first-match.ts';
import { plainWords, timesFound } from './plain-words.ts';
import type { Because, Severity, TicketEvent } from './ticket-event.ts';

export type Triaged = Omit<Extract<TicketEvent, { type: 'Triaged' }>, 'type'>;

/** What triage looks at. `category`: what the channel's own agent chose. */
export type TriageInput = Readonly<{
  kind: Kind;
  category?: string | undefined;
  narrative: string;
  demands: readonly string[];
  merchant?: string | undefined;
  product?: string | undefined;
  amount?: Money | undefined;
  tier: Tier;
  channel: ComplaintPosted['channel'];
  publicPost: boolean;
  passedOnBy?: string | undefined;
  standing: Standing;
  identity: IdentityLevel;
}>;

/** Category, urgency, severity, answer, lane and department of a ticket, each with the rule that says so. */
export function triage(tables: TriageTables, input: TriageInput): Triaged {
  const plain = plainWords([input.narrative, ...input.demands].join(' \n '));
  const category = categorise(tables, input, plain);
  const urgent = urgencyOf(tables, category.id, plain);
  const severity = severityOf(tables, input, category.id);
  const answer = urgent.yes || severity.is !== 'simple' ? undefined : answerTo(tables, input, category.id, plain);

  const lane = firstMatch(tables.lanes, 'lane', ([, kinds, when]) => {
    if (kinds !== '*' && !kinds.includes(input.kind)) return false;
    if (when === 'urgent') return urgent.yes;
    if (when === 'unclear') return category.id === 'unclear';
    return when === 'answered' ? answer !== undefined : true;
  });
  const route = firstMatch(tables.routing, 'lead', ([, routed]) => routed === category.id);
  const becauseOf = [category.because, ...urgent.because, severity.because, route.because, lane.because];
  return {
    category: category.id,
    severity: severity.is,
    urgent: urgent.yes,
    lane: lane.row[3],
    lead: route.row[2],
    supporting: [...route.row[3]],
    ...(lane.row[3] === 'on-the-spot' && answer ? { answer: answer.id } : {}),
    because: answer && lane.row[3] === 'on-the-spot' ? [...becauseOf, answer.because] : becauseOf,
  };
}

type Categorised = Readonly<{ id: string; because: Because }>;
type Found = Readonly<{ rule: string; category: string; score: number }>;

/** The agent's choice, when it is a category; else the words'; else what the table says of silence. */
function categorise(tables: TriageTables, input: TriageInput, plain: string): Categorised {
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

function urgencyOf({ urgency }: TriageTables, category: string, plain: string): { yes: boolean; because: Because[] } {
  const rows = urgency.rows.map(([rule]) => rule);
  const index = urgency.rows.findIndex(([, of, phrases]) => of === category || timesFound(plain, phrases) > 0);
  const rule = rows[index];
  if (rule === undefined) return { yes: false, because: [because(urgency, 'urgent', 'none', rows)] };
  return { yes: true, because: [because(urgency, 'urgent', rule, rows.slice(0, index))] };
}

function severityOf(
  { severity }: TriageTables,
  input: TriageInput,
  category: string,
): { is: Severity; because: Because } {
  const foreign = input.amount !== undefined && input.amount.currency !== severity.currency;
  const minor = foreign ? 0 : (input.amount?.minor ?? 0);
  const { row, because } = firstMatch(severity, 'severity', ([, of, from, reach]) => {
    const reached = reach === '*' || (reach === 'public' ? input.publicPost : input.passedOnBy !== undefined);
    return reached && (of === '*' || of === category) && (from === 'foreign' ? foreign : minor >= from);
  });
  return { is: row[4], because };
}

function answerTo({ answers }: TriageTables, input: TriageInput, category: string, plain: string) {
  if (input.narrative.length > answers.longestNarrative) return undefined;
  const index = answers.rows.findIndex(
    ([, of, groups]) => of === category && groups.every((phrases) => timesFound(plain, phrases) > 0),
  );
  const row = answers.rows[index];
  if (!row) return undefined;
  const above = answers.rows.slice(0, index).map(([id]) => id);
  return { id: row[0], because: because(answers, 'answer', row[0], above) };
}
