import type { TriageTables } from '../rules/triage-tables.ts';
import { categorise } from './categorise.ts';
import type { ComplaintPosted, IdentityLevel, Kind, Money, Standing, Tier } from './complaint-posted.ts';
import type { Because, Severity } from './event-words.ts';
import { because, firstMatch } from './first-match.ts';
import { timesFound } from './plain-words.ts';
import type { TicketEvent } from './ticket-event.ts';
import { textOf, urgentAt } from './urgent.ts';

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
  const plain = textOf(input);
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
  const [, , lead, supporting] = route.row;
  const joins = urgent.joins === undefined || urgent.joins === lead ? [] : [urgent.joins];
  const becauseOf = [category.because, urgent.because, severity.because, route.because, lane.because];
  const onTheSpot = lane.row[3] === 'on-the-spot' ? answer : undefined;
  return {
    category: category.id,
    severity: severity.is,
    urgent: urgent.yes,
    lane: lane.row[3],
    lead,
    supporting: [...new Set([...supporting, ...joins])],
    ...(onTheSpot && { answer: onTheSpot.id }),
    because: onTheSpot ? [...becauseOf, onTheSpot.because] : becauseOf,
  };
}

type Urgent = Readonly<{ yes: boolean; joins?: string; because: Because }>;

function urgencyOf({ urgency }: TriageTables, category: string, plain: string): Urgent {
  const rows = urgency.rows.map(([rule]) => rule);
  const index = urgentAt(urgency.rows, category, plain);
  const row = urgency.rows[index];
  if (!row) return { yes: false, because: because(urgency, 'urgent', 'none', rows) };
  return { yes: true, joins: row[2], because: because(urgency, 'urgent', row[0], rows.slice(0, index)) };
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
