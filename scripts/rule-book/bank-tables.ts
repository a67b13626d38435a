import type { Rules } from '../../functions/rules/check.ts';
import { POLICY_TABLE } from '../../functions/rules/policy.ts';
import { type Cell, chapter, tableOf } from './markdown.ts';

type Chapter = Readonly<{
  title: string;
  /** How it is read. */
  how: string;
  headings: readonly string[];
  rows: readonly (readonly Cell[])[];
  version: string;
  source: string;
}>;

const FIRST = 'Read from top to bottom; the first row that fits decides.';

/** The bank's own tables, by their names in check.ts; each under the headings it has in its file. */
export const BANK_TABLES: { readonly [Name in Exclude<keyof Rules, 'packs'> | 'marks']: (rules: Rules) => Chapter } = {
  policy: () => ({
    ...POLICY_TABLE,
    title: 'Policy',
    how: 'The bank’s own numbers; no law sets them. They stand by matter and not by number: a rule keeps the number it was given, because documents and letters quote it.',
    headings: ['rule', 'what it is for', 'value', 'unit'],
    rows: POLICY_TABLE.rows.map(([rule, , value, unit, what]) => [rule, what, value, unit]),
  }),
  bankClocks: ({ bankClocks }) => ({
    ...bankClocks,
    title: 'Internal clocks',
    how: `${FIRST} Working hours: ${bankClocks.workingDay.from} to ${bankClocks.workingDay.until} on days worked. Share of the time by card: ${Object.entries(
      bankClocks.tierShare,
    )
      .map(([tier, share]) => `${tier} ${share}`)
      .join(', ')}. A better card never shortens a date of the law.`,
    headings: ['rule', 'clock', 'severity', 'within', 'unit'],
    rows: bankClocks.rows,
  }),
  confirmation: ({ confirmation }) => ({
    ...confirmation,
    title: 'Findings that need a code',
    how: `${FIRST} *: whoever decides on them afterwards, and any other currency. Findings that no row fits are filed by the link alone. Whatever else the bank’s people do at a page always needs their own one-time code.`,
    headings: ['rule', 'decided on afterwards by', 'currency', 'above (minor units)', 'why'],
    rows: confirmation.rows,
  }),
  escalation: ({ escalation }) => ({
    ...escalation,
    title: 'Work that is not done',
    how: 'Who hears of it when so much of its own working time has passed; 1 is when it is due. Those above may do it themselves, and are asked from the start where nobody of a level is there, or may be asked; not in place of a level that the law sets for more time.',
    headings: ['rule', 'work', 'after', 'told'],
    rows: escalation.rows,
  }),
  marks: ({ bankClocks }) => ({
    ...bankClocks,
    title: 'Marks of clocks',
    how: 'What happens as a date comes near, and when it has passed, which is recorded first.',
    headings: ['rule', 'clocks in', 'mark', 'what happens'],
    rows: Object.entries(bankClocks.marks).flatMap(([unit, marks]) =>
      marks.map(({ rule, mark, acts }) => [rule, unit, mark, acts]),
    ),
  }),
  sending: ({ sending }) => ({
    ...sending,
    title: 'When messages leave',
    how: `${FIRST} What waits leaves in the complainant’s hours; before-date: not later than the date by law leaves.`,
    headings: ['rule', 'message', 'leaves'],
    rows: sending.rows,
  }),
  progress: ({ progress }) => ({
    ...progress,
    title: 'Word of progress',
    how: 'What a complainant is told on the way, each once a round.',
    headings: ['rule', 'message', 'from', 'share of that clock'],
    rows: progress.rows,
  }),
  approvals: ({ approvals }) => ({
    ...approvals,
    title: 'Approval matrix',
    how: `${FIRST} Totals of the remedies in minor units of ${approvals.currency}.`,
    headings: ['rule', 'severity', 'total from', 'reach', 'category', 'levels, in order'],
    rows: approvals.rows,
  }),
  severity: ({ severity }) => ({
    ...severity,
    title: 'Severity',
    how: `${FIRST} Amounts in minor units of ${severity.currency}.`,
    headings: ['rule', 'category', 'amount from', 'reach', 'severity'],
    rows: severity.rows,
  }),
  lanes: ({ lanes }) => ({
    ...lanes,
    title: 'Lanes',
    how: FIRST,
    headings: ['rule', 'kinds', 'when', 'lane'],
    rows: lanes.rows,
  }),
  urgency: ({ urgency }) => ({
    ...urgency,
    title: 'Urgency',
    how: 'Urgent by the first row whose category it has or one of whose phrases it holds.',
    headings: ['rule', 'category', 'who looks at it too', 'or the text says'],
    rows: urgency.rows,
  }),
  routing: ({ routing }) => ({
    ...routing,
    title: 'Routing',
    how: 'One row for each category.',
    headings: ['rule', 'category', 'lead', 'supporting'],
    rows: routing.rows,
  }),
  sameMatter: ({ sameMatter }) => ({
    ...sameMatter,
    title: 'The same matter',
    how: `Of one cardholder and within the policy’s days: merged by the first row all of whose particulars both say alike. Never where one of these differs: ${sameMatter.neverDifferent.join(', ')}. Never merged into another: ${sameMatter.neverMerged.map(([rule, when, why]) => `${when} (${rule}: ${why})`).join('; ')}.`,
    headings: ['rule', 'category', 'said by both, and alike'],
    rows: sameMatter.rows,
  }),
  major: ({ major }) => ({
    ...major,
    title: 'Major complaints',
    how: `The incident officer owes a plan (P53). One ticket is an incident by its words, many are by their number: ${major.clusters.map(([rule, what, , tickets, days]) => `${tickets} on ${what} within ${days} days (${rule})`).join('; ')}.`,
    headings: ['rule', 'what', 'post', 'channels', 'or the text says'],
    rows: major.rows,
  }),
  limits: ({ limits }) => ({
    ...limits,
    title: 'Limits',
    how: 'So often in each window of so many seconds; what comes on top is refused until the next.',
    headings: ['rule', 'of', 'at most', 'in seconds', 'why'],
    rows: limits.rows,
  }),
  smsCountries: ({ smsCountries }) => ({
    ...smsCountries,
    title: 'SMS a day by country',
    how: 'The longest calling code that fits; what comes on top goes by the next way.',
    headings: ['rule', 'calling code', 'to the unverified', 'to the verified', 'where'],
    rows: smsCountries.rows,
  }),
  smsGuard: ({ smsGuard }) => ({
    ...smsGuard,
    title: 'SMS that are counted',
    how: `${FIRST} What passes is neither counted nor held back, however many there were.`,
    headings: ['rule', 'message', 'lane', 'is'],
    rows: smsGuard.rows,
  }),
  departments: ({ departments }) => ({
    ...departments,
    title: 'Departments',
    how: 'Who can lead.',
    headings: ['id', 'zh-Hans', 'zh-Hant', 'en'],
    rows: departments.rows.map(([id, labels]) => [id, labels['zh-Hans'], labels['zh-Hant'], labels.en]),
  }),
  categories: ({ categories }) => ({
    ...categories,
    title: 'Categories',
    how: 'Dimensions B and C of JR/T 0169-2018; its codes were not seen, and their columns stay empty.',
    headings: ['id', 'zh-Hans', 'zh-Hant', 'en', 'B business', 'code', 'C reason', 'code'],
    rows: categories.rows.map(([id, labels, ...more]) => [
      ...[id, labels['zh-Hans'], labels['zh-Hant'], labels.en],
      ...more,
    ]),
  }),
  words: ({ words }) => ({
    ...words,
    title: 'Words of triage',
    how: `A category is chosen by its words’ weights, at least ${words.leastScore} together.`,
    headings: ['rule', 'category', 'weight', 'zh-Hans', 'zh-Hant', 'en'],
    rows: words.rows,
  }),
  answers: ({ answers }) => ({
    ...answers,
    title: 'Answers on the spot',
    how: `Fit when the category is theirs and each group of words has one in a text of at most ${answers.longestNarrative} characters.`,
    headings: ['id', 'category', 'zh-Hans', 'en'],
    rows: answers.rows.map(([id, category, , text]) => [id, category, text['zh-Hans'], text.en]),
  }),
  calendars: ({ calendars }) => ({
    title: 'Calendars',
    how: 'Days off, and weekends worked for them; every other weekday is worked.',
    version: Object.values(calendars)
      .map(({ id, version }) => `${id} ${version}`)
      .join(', '),
    source: Object.values(calendars)
      .map(({ source }) => source)
      .join('; '),
    headings: ['calendar', 'published for', 'days off and made up, last year'],
    rows: Object.values(calendars).map(({ id, published, rows }) => [
      ...[id, `${published.from} to ${published.until}`],
      rows
        .filter(([, from]) => from.startsWith(String(published.until)))
        .map(
          ([why, from, until, worked]) =>
            `${why} ${from}–${until}${worked.length > 0 ? ` (worked: ${worked.join(' ')})` : ''}`,
        ),
    ]),
  }),
};

export const bankChapter = ({ title, how, version, source, headings, rows }: Chapter): string =>
  chapter(2, title, `${how} Version ${version}; ${source}.\n`, tableOf(headings, rows));
