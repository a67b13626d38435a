import type { Sourced, Table } from './table.ts';

/** The bank's own numbers as code reads them. What each means, and its unit, is its row in POLICY_TABLE. */
export type Policy = Readonly<{
  id: string;
  version: string;
  source: string;
  contactHours: Readonly<{ from: string; to: string }>;
  acknowledgeWithinMinutes: number;
  replyMarginMinutes: number;
  routeWithinHours: number;
  extendWithinHours: number;
  resumeWithinHours: number;
  callWithinHours: number;
  callsAtMost: number;
  tellAgainAfterMinutes: number;
  tellAtMost: number;
  protectWithinMinutes: number;
  remediesWithinHours: number;
  remindAfterShare: number;
  raiseAgainEveryDays: number;
  stopRaisedEveryDays: number;
  survey: Readonly<{ remindAfterDays: number; expiresAfterDays: number; badRatingAtMost: number }>;
  keepRecordsYears: number;
  letterLinkDays: number;
  roundsAtMost: number;
  appealWindowDays: number;
  transfersAtMost: number;
  returnsAtMost: number;
  attemptsAtMost: number;
  lookEveryDays: number;
  mergeWindowDays: number;
  clusterOfTickets: number;
  clusterWindowDays: number;
  planWithinHours: number;
  closedLinkDays: number;
  code: Readonly<{ validMinutes: number; triesAtMost: number }>;
}>;

/** `number`: the name by which code reads it; one with a dot belongs to a group. */
export type PolicyRow = readonly [rule: string, number: string, value: number | string, unit: string, what: string];

/** What no law sets. The head of complaints does, and every row is for them to confirm. */
// biome-ignore format: a decision table is read in columns
export const POLICY_TABLE: Table<PolicyRow> & Sourced = {
  id: 'policy', version: '1', source: "the bank's own policy, to be confirmed by its head of complaints", verified: false,
  rows: [
    // rule  number                             value    unit                what it is for
    // reaching the complainant
    ['P01', 'contactHours.from',                '08:00', 'in their zone',    'messages that can wait leave from this hour'],
    ['P02', 'contactHours.to',                  '21:00', 'in their zone',    'and until this one'],
    ['P03', 'acknowledgeWithinMinutes',          10,     'minutes',          'a complaint is acknowledged within'],
    ['P04', 'replyMarginMinutes',                120,    'minutes',          'a reply leaves at least so long before its deadline, whatever the hour'],
    ['P05', 'letterLinkDays',                    180,    'days',             'a letter stays readable by its link for'],
    ['P06', 'callWithinHours',                   4,      'hours',            'who wants a call, or cannot be reached otherwise, is called within'],
    ['P07', 'callsAtMost',                       2,      'calls',            'where nobody is reached, somebody dials at most'],
    ['P08', 'tellAgainAfterMinutes',             15,     'minutes',          'what could be told by no way is told again, each time after twice as long, first after'],
    ['P09', 'tellAtMost',                        3,      'times',            'before another hears of it in their place, it is told at most'],
    // work
    ['P17', 'routeWithinHours',                  4,      'hours',            'the triage desk routes what no rule could within'],
    ['P22', 'extendWithinHours',                 24,     'hours',            'more time is decided on, or so early that the notice can leave by its margin (P04), within'],
    ['P18', 'resumeWithinHours',                 4,      'hours',            'the triage desk takes up a parked ticket within'],
    ['P19', 'protectWithinMinutes',              5,      'minutes',          'the card system confirms a protection, or the duty officer is called, within'],
    ['P20', 'remediesWithinHours',               24,     'hours',            'core banking carries out a remedy, or the triage desk asks, within'],
    ['P21', 'remindAfterShare',                  0.5,    'of its time',      'an incident officer is reminded of a plan after'],
    ['P24', 'raiseAgainEveryDays',               14,      'days',             'what still waits though the highest has heard of it is brought before them again every'],
    ['P25', 'stopRaisedEveryDays',               14,     'days',             'a clock that stands still is brought before the supervisor, from the second time on with the head of complaint work, every'],
    ['P23', 'keepRecordsYears',                  5,      'years',            'records are kept, where the law names no time, for'],
    // survey
    ['P30', 'survey.remindAfterDays',            3,      'days',             'who has not answered the survey is reminded, once, after'],
    ['P31', 'survey.expiresAfterDays',           7,      'days',             'the survey ends, and counts as no answer, after'],
    ['P32', 'survey.badRatingAtMost',            2,      'of 5',             'a rating is bad up to'],
    // how often
    ['P40', 'roundsAtMost',                      2,      'rounds',           'a complaint is taken up at most'],
    ['P45', 'appealWindowDays',                  30,     'days',             'a review may be asked for, where the law names no time, after the reply within'],
    ['P41', 'transfersAtMost',                   2,      'transfers',        'departments pass it on before the triage desk takes it, at most'],
    ['P42', 'returnsAtMost',                     3,      'returns',          'managers return a proposal before the desk looks at why, at most'],
    ['P43', 'attemptsAtMost',                    3,      'executions',       'are lost in a row before the ticket is parked'],
    ['P44', 'lookEveryDays',                     3,      'days',             'an open ticket is looked at, even when nothing is due, every'],
    // a person's own decision
    ['P60', 'code.validMinutes',                 10,     'minutes',          'a one-time code is good for'],
    ['P61', 'code.triesAtMost',                  5,      'tries',            'a wrong code is typed at most'],
    ['P62', 'closedLinkDays',                    7,      'days',             'what came of a task, or of a closed ticket, stays readable by a link of staff for'],
    // one matter
    ['P50', 'mergeWindowDays',                   30,     'days',             'the same matter of the same cardholder is one complaint within'],
    ['P51', 'clusterOfTickets',                  20,     'tickets',          'on one matter are an incident'],
    ['P52', 'clusterWindowDays',                 7,      'days',             'within so many'],
    ['P53', 'planWithinHours',                   24,     'hours',            'the incident officer files a plan, or the head of complaint work is told, within'],
  ],
};

export const POLICY = numbersOf(POLICY_TABLE) as Policy;

/** Rows by their names, those with a dot as groups. That each number of the policy has its row, the build checks. */
function numbersOf({ id, version, source, rows }: typeof POLICY_TABLE): object {
  const numbers: Record<string, unknown> = { id, version, source };
  for (const [, name, value] of rows) {
    const [group = '', of] = name.split('.');
    numbers[group] = of ? { ...(numbers[group] as object), [of]: value } : value;
  }
  return numbers;
}
