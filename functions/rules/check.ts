import type * as z from 'zod/mini';
import { ANSWER_LIBRARY } from './answer-library.ts';
import { APPROVAL_MATRIX } from './approval-matrix.ts';
import { BANK_CLOCKS } from './bank-clocks.ts';
import { CALENDARS } from './calendars/calendars.ts';
import { calendarFaults } from './calendars/faults.ts';
import { CATEGORIES } from './categories.ts';
import { CONFIRMATION } from './confirmation.ts';
import { COMPLAINT_DESK, DEPARTMENTS } from './departments.ts';
import { ESCALATION } from './escalation.ts';
import { LANES } from './lanes.ts';
import { LIMITS } from './limits.ts';
import { MAJOR } from './major.ts';
import { packFaults } from './packs/faults.ts';
import { PACKS } from './packs/packs.ts';
import { POLICY, POLICY_TABLE, type Policy } from './policy.ts';
import { PROGRESS } from './progress.ts';
import { ROUTING } from './routing.ts';
import { SAME_MATTER } from './same-matter.ts';
import { Tables } from './schema.ts';
import { SENDING } from './sending.ts';
import { SEVERITY } from './severity.ts';
import { SMS_COUNTRIES, SMS_GUARD } from './sms-caps.ts';
import { TRIAGE_WORDS } from './triage-words.ts';
import { URGENCY } from './urgency.ts';

export const RULES = {
  departments: DEPARTMENTS,
  categories: CATEGORIES,
  words: TRIAGE_WORDS,
  routing: ROUTING,
  urgency: URGENCY,
  severity: SEVERITY,
  lanes: LANES,
  answers: ANSWER_LIBRARY,
  approvals: APPROVAL_MATRIX,
  policy: POLICY,
  bankClocks: BANK_CLOCKS,
  escalation: ESCALATION,
  sending: SENDING,
  progress: PROGRESS,
  sameMatter: SAME_MATTER,
  major: MAJOR,
  limits: LIMITS,
  smsCountries: SMS_COUNTRIES,
  smsGuard: SMS_GUARD,
  confirmation: CONFIRMATION,
  calendars: CALENDARS,
  packs: PACKS,
};
export type Rules = typeof RULES;

/** Every table against its form and against the others; the build stops, and names each row that does not hold. */
export function checkRules(rules: Rules = RULES): void {
  const faults = ruleFaults(rules);
  if (faults.length > 0) throw new Error(`the rule tables do not hold:\n${faults.join('\n')}`);
}

export function ruleFaults(rules: Rules): string[] {
  const formed = Tables.safeParse(rules);
  if (!formed.success) return formed.error.issues.map(formFault);
  return [
    ...repeated(rules),
    ...unknownNames(rules),
    ...gaps(rules),
    ...numbers(rules.policy),
    ...workingDay(rules.bankClocks),
    ...packFaults(rules.packs, Object.keys(rules.calendars)),
    ...Object.entries(rules.calendars).flatMap(([id, calendar]) => calendarFaults(id, calendar)),
  ];
}

function formFault(issue: z.core.$ZodIssue): string {
  const which = issue.code === 'unrecognized_keys' ? ` ${issue.keys.join(', ')}: add it to schema.ts` : '';
  return `${issue.path.join('.')}: ${issue.code}${which}`;
}

/** A ticket quotes a row by its id alone: no other row, of whatever table, has it. */
function repeated({ policy: _, calendars: __, packs, ...tables }: Rules): string[] {
  const lists = [
    ...Object.values(tables).map(({ id, rows }) => ({ id, rules: rows.map(([rule]) => rule) })),
    { id: tables.sameMatter.id, rules: tables.sameMatter.neverMerged.map(([rule]) => rule) },
    { id: tables.major.id, rules: tables.major.clusters.map(([rule]) => rule) },
    { id: 'policy', rules: POLICY_TABLE.rows.map(([rule]) => rule) },
    { id: 'marks', rules: [...tables.bankClocks.marks.days, ...tables.bankClocks.marks.hours].map(({ rule }) => rule) },
    ...packs.map(({ id, clocks, extensions, stops, restarts, numbers }) => ({
      id,
      rules: [...clocks, ...extensions, ...stops, ...restarts, ...numbers].map(({ rule }) => rule),
    })),
  ];
  const twice = lists.flatMap(({ id, rules }) =>
    rules.filter((rule, index) => rules.indexOf(rule) !== index).map((rule) => `${id}: ${rule} stands twice`),
  );
  // Versions of a pack have their rules in common: the ticket pins which.
  const elsewhere = lists.flatMap(({ id, rules }, index) =>
    lists
      .slice(0, index)
      .filter((other) => other.id !== id)
      .flatMap((other) => rules.filter((rule) => other.rules.includes(rule)).map((rule) => [id, rule, other.id])),
  );
  return [...twice, ...elsewhere.map(([id, rule, other]) => `${id}: ${rule} is a row of ${other}, too`)];
}

function unknownNames({
  departments,
  categories,
  words,
  routing,
  urgency,
  severity,
  answers,
  approvals,
}: Rules): string[] {
  const known = new Set(categories.rows.map(([id]) => id));
  const leads = new Set([...departments.rows.map(([id]) => id), COMPLAINT_DESK]);
  const named: (readonly [rule: string, category: string])[] = [
    ...[...words.rows, ...routing.rows, ...urgency.rows, ...severity.rows, ...answers.rows].map(
      ([rule, category]): [string, string] => [rule, category],
    ),
    ...approvals.rows.map(([rule, , , , category]): [string, string] => [rule, category]),
    ...Object.entries(words.silent),
  ];
  return [
    ...named
      .filter(([, category]) => category !== '*' && category !== '-' && !known.has(category))
      .map(([rule, category]) => `${rule}: no category is called ${category}`),
    ...[...routing.rows, ...urgency.rows.map(([rule, , joins]) => [rule, '', joins, []] as const)].flatMap(
      ([rule, , lead, supporting]) =>
        [lead, ...supporting].filter((id) => !leads.has(id)).map((id) => `${rule}: no department is called ${id}`),
    ),
  ];
}

/** Each table must answer every question it can be asked. */
function gaps({
  categories,
  routing,
  severity,
  approvals,
  lanes,
  bankClocks,
  sending,
  smsCountries,
  smsGuard,
  confirmation,
}: Rules): string[] {
  const routed = new Set(routing.rows.map(([, category]) => category));
  const last = <Row>(rows: readonly Row[]) => rows.at(-1);
  const ends: [table: string, catchesAll: boolean][] = [
    [severity.id, String(last(severity.rows)?.slice(1, 4)) === '*,0,*'],
    [approvals.id, String(last(approvals.rows)?.slice(1, 5)) === '*,0,*,*'],
    [lanes.id, String(last(lanes.rows)?.slice(1, 3)) === '*,*'],
    [sending.id, last(sending.rows)?.[1] === '*'],
    [smsCountries.id, last(smsCountries.rows)?.[1] === '*'],
    [smsGuard.id, String(last(smsGuard.rows)?.slice(1, 3)) === '*,*'],
    [confirmation.id, String(last(confirmation.rows)?.slice(1, 3)) === '*,*'],
    ...(['acknowledge', 'department', 'approval'] as const).map((clock): [string, boolean] => [
      `${bankClocks.id} for ${clock}`,
      last(bankClocks.rows.filter((row) => row[1] === clock))?.[2] === '*',
    ]),
  ];
  return [
    ...categories.rows.filter(([id]) => !routed.has(id)).map(([id]) => `${routing.id}: ${id} leads nowhere`),
    ...ends.filter(([, catchesAll]) => !catchesAll).map(([table]) => `${table}: its last row must catch all`),
  ];
}

function numbers({ contactHours, survey }: Policy): string[] {
  return [
    ...(contactHours.from < contactHours.to ? [] : ['policy: contact hours end before they begin']),
    ...(survey.remindAfterDays < survey.expiresAfterDays ? [] : ['policy: the survey expires before its reminder']),
  ];
}

function workingDay({ workingDay: { from, until } }: Rules['bankClocks']): string[] {
  return from < until ? [] : ['bank-clocks: the working day ends before it begins'];
}
