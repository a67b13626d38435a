import { approvalsNeeded } from '../../functions/domain/approvals-needed.ts';
import { localDate } from '../../functions/domain/local-time.ts';
import { packOn } from '../../functions/domain/pinned-pack.ts';
import { type Clock, statutoryClocks } from '../../functions/domain/statutory-clocks.ts';
import { ticketClocks } from '../../functions/domain/ticket-clocks.ts';
import type { Triaged, TriageInput } from '../../functions/domain/triage.ts';
import type { Rules } from '../../functions/rules/check.ts';
import type { Replayed } from './tickets.ts';

/** One thing the rules say of a ticket, and the rule that says so. */
export type Fact = Readonly<{ value: unknown; because: string | null }>;
export type Facts = Readonly<Record<string, Fact>>;

/** `jurisdiction`: whose law. `total`: what the remedies cost, for every ticket, in place of the ticket's own amount. */
export type Bank = Readonly<{ jurisdiction: string; zone: string | undefined; total: number | undefined }>;
type DateTables = Pick<Rules, (typeof LAW_TABLES)[number] | 'bankClocks'>;

/** All that dates are asked of, with `bankClocks`: where these are alike, so are the dates of one severity. */
export const LAW_TABLES = ['packs', 'calendars'] as const;

export const triageInput = ({ post }: Replayed): TriageInput => ({
  ...post,
  tier: post.card?.tier ?? 'standard',
  standing: post.complainant?.standing ?? 'self',
  identity: post.identity?.level ?? 'none',
  passedOnBy: post.passedOnBy?.body,
});

/** What triage says; a fact with no rule of its own follows from the lane. */
export function routeFacts({ because, ...answers }: Triaged): Facts {
  const ruleOf = (question: string) => because.find((one) => one.question === question)?.rule;
  const facts = Object.entries({ answer: undefined, ...answers }).map(([field, value]) => {
    const rule = field === 'supporting' ? `${ruleOf('lead')} ${ruleOf('urgent')}` : ruleOf(field);
    return [field, { value: value ?? null, because: rule ?? ruleOf('lane') ?? null }];
  });
  return Object.fromEntries(facts);
}

/** The levels that a proposal would need, whatever the lane. */
export function levelFacts(approvals: Rules['approvals'], { total }: Bank, ticket: Replayed, triaged: Triaged): Facts {
  const input = triageInput(ticket);
  const own = input.amount?.currency === approvals.currency ? input.amount.minor : 0;
  const proposal = { ...input, severity: triaged.severity, category: triaged.category, totalMinor: total ?? own };
  const { levels: value, rule } = approvalsNeeded(approvals, proposal);
  return { levels: { value, because: rule } };
}

/** The dates, named by their clock. */
export function dateFacts(tables: DateTables, whose: Bank, ticket: Replayed, severity: Triaged['severity']): Facts {
  const { bank, happened } = askedFor(tables, whose, ticket);
  return byClock(ticketClocks(bank, happened, { severity, tier: ticket.post.card?.tier ?? 'standard' }));
}

/** The dates of the law as they would be once extended. */
export function extendedFacts(tables: DateTables, whose: Bank, ticket: Replayed): Facts {
  const { bank, happened } = askedFor(tables, whose, ticket);
  const { extensions } = bank.pack;
  const clocks = [...new Set(extensions.map(({ step }) => step))].flatMap((step) =>
    statutoryClocks(bank, { ...happened, extended: step })
      .filter(({ rule }) => extensions.some((row) => row.rule === rule && row.step === step))
      .map((clock) => ({ ...clock, id: `${clock.id}.extended-${step}` })),
  );
  return byClock(clocks);
}

const byClock = (clocks: readonly Clock[]): Facts =>
  Object.fromEntries(clocks.map(({ id, dueAt, rule }) => [`due.${id}`, { value: dueAt, because: rule }]));

function askedFor(tables: DateTables, whose: Bank, { post, receivedAt }: Replayed) {
  const pack = packFor(tables, whose, receivedAt);
  const calendar = tables.calendars[pack.calendar];
  if (!calendar) throw new Error(`no calendar is called ${pack.calendar}`);
  // Only a complaint starts a clock of the law.
  const law = post.kind === 'complaint' ? pack : { ...pack, clocks: [] };
  const bank = { pack: law, calendar, zone: whose.zone ?? pack.zone, bankClocks: tables.bankClocks };
  return { bank, happened: { receivedAt, passedOnBy: post.passedOnBy?.body } };
}

/** In force on the day of receipt; before any was, the newest answers, as `npm run clock` has it. */
function packFor({ packs }: DateTables, { jurisdiction, zone }: Bank, receivedAt: string) {
  const own = packs.filter((pack) => pack.jurisdiction === jurisdiction);
  const [newest] = own.toSorted((a, b) => (a.effective.from < b.effective.from ? 1 : -1));
  if (!newest) throw new Error(`no pack is of ${jurisdiction}`);
  return packOn(own, jurisdiction, localDate(receivedAt, zone ?? newest.zone)) ?? newest;
}
