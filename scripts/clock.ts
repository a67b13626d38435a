import { clockMarks } from '../functions/domain/clock-marks.ts';
import { Tier } from '../functions/domain/complaint-posted.ts';
import { exceptions, spelledTime } from '../functions/domain/derivation.ts';
import { Severity } from '../functions/domain/event-words.ts';
import { localDate } from '../functions/domain/local-time.ts';
import { packOn } from '../functions/domain/pinned-pack.ts';
import type { Clock } from '../functions/domain/statutory-clocks.ts';
import { ticketClocks } from '../functions/domain/ticket-clocks.ts';
import { workingTime } from '../functions/domain/working-time.ts';
import { BANK_CLOCKS } from '../functions/rules/bank-clocks.ts';
import { CALENDARS } from '../functions/rules/calendars/calendars.ts';
import type { Pack } from '../functions/rules/packs/pack.ts';
import { PACKS } from '../functions/rules/packs/packs.ts';
import { BODIES, HELP, instantOf, JURISDICTIONS, oneOf, readFlags, stop, zoneOf } from './clock-flags.ts';

const MOST_HOURS = 20_000;
/** A year of weekends is read by nobody. */
const MOST_DAYS = 12;
const OF_A_COMPLAINT = ['received', 'severity', 'tier', 'via', 'extended', 'replied', 'verification-asked'] as const;

const flags = readFlags();
if (flags.help) {
  console.log(HELP);
  process.exit(0);
}
const jurisdiction = oneOf('pack', flags.pack ?? 'cn', JURISDICTIONS);
const zone = zoneOf(flags.zone ?? newest(jurisdiction).zone);
if (flags['working-hours'] === undefined) printClocks();
else printWorkingHours(flags['working-hours']);

function printClocks(): void {
  if (flags.from !== undefined) stop('--from belongs to --working-hours; a complaint has --received');
  if (flags.received === undefined) stop('--received is missing; see --help');
  const receivedAt = instantOf('received', flags.received);
  const pack = packOn(PACKS, jurisdiction, localDate(receivedAt, zone)) ?? newest(jurisdiction);
  const repliedAt = since(receivedAt, 'replied');
  const happened = {
    receivedAt,
    passedOnBy: flags.via === undefined ? undefined : oneOf('via', flags.via, BODIES),
    extended: extensionStep(pack),
    repliedAt,
    verificationAskedAt: since(repliedAt ?? receivedAt, 'verification-asked'),
  };
  const weight = {
    severity: oneOf('severity', flags.severity ?? 'simple', Severity.options),
    tier: oneOf('tier', flags.tier ?? 'standard', Tier.options),
  };
  const bank = { ...bankOf(pack), pack };
  const clocks = ticketClocks(bank, happened, weight);
  if (flags.json) console.log(JSON.stringify({ pack: pack.id, receivedAt, clocks: clocks.map(asJson) }, null, 2));
  else console.log([heading(pack, receivedAt), ...clocks.map((clock) => asText(clock, pack))].join('\n\n'));
}

function printWorkingHours(given: string): void {
  const other = OF_A_COMPLAINT.find((name) => flags[name] !== undefined);
  if (other) stop(`--${other} belongs to a complaint; --working-hours has --from`);
  if (flags.from === undefined) stop('--from is missing: the instant from which the hours are counted');
  // `0x10` and `1e2` are numbers to a program, and slips of a person.
  const hours = /^\d+(\.\d+)?$/.test(given) ? Number(given) : 0;
  if (!(hours > 0 && hours <= MOST_HOURS)) {
    stop(`--working-hours ${given}: must be a number above 0, and at most ${MOST_HOURS}`);
  }
  const bank = bankOf(newest(jurisdiction));
  const since = instantOf('from', flags.from);
  const time = workingTime(since, hours, { ...bank, workingDay: BANK_CLOCKS.workingDay });
  if (!flags.json) for (const sentence of exceptions(time, bank.calendar)) console.error(shortened(sentence));
  console.log(JSON.stringify({ dueAt: time.dueAt, ...(time.unpublished.length > 0 && { certain: false }) }));
}

function shortened(sentence: string): string {
  const days = sentence.split(', ');
  if (days.length <= MOST_DAYS) return sentence;
  return `${days.slice(0, MOST_DAYS).join(', ')}, and ${days.length - MOST_DAYS} days more.`;
}

function bankOf({ calendar: name }: Pack) {
  const calendar = CALENDARS[name];
  if (!calendar) throw new Error(`no calendar is called ${name}`);
  return { bankClocks: BANK_CLOCKS, calendar, zone };
}

/** For a day before any pack was in force there is still an answer, which says so. */
function newest(of: string): Pack {
  const packs = PACKS.filter(({ jurisdiction }) => jurisdiction === of);
  const [pack] = packs.sort((a, b) => (a.effective.from < b.effective.from ? 1 : -1));
  return pack ?? stop(`no pack is of ${of}`);
}

function extensionStep({ id, extensions }: Pack): number | undefined {
  if (flags.extended === undefined) return undefined;
  if (extensions.length === 0) stop(`--extended: the pack ${id} knows no extension`);
  const steps = [...new Set(extensions.map(({ step }) => String(step)))].sort();
  return Number(oneOf('extended', flags.extended, steps));
}

function since(earliest: string, name: 'replied' | 'verification-asked'): string | undefined {
  const given = flags[name];
  if (given === undefined) return undefined;
  const at = instantOf(name, given);
  return at < earliest ? stop(`--${name} ${given}: is before the complaint was received, or replied to`) : at;
}

function asJson({ id, startsAt, dueAt, unit, derivation, isCertain }: Clock) {
  return { id, startsAt, dueAt, unit, derivation, ...(!isCertain && { certain: false }) };
}

function heading({ id, version, source }: Pack, receivedAt: string): string {
  return `Pack ${id}, version ${version}: ${source}\nReceived ${receivedAt}, ${spelledTime(receivedAt, zone)}`;
}

function asText(clock: Clock, pack: Pack): string {
  const marks = clockMarks(clock, bankOf(pack)).map(
    ({ mark, at }) => `    ${mark.padEnd(12)}${at}  ${spelledTime(at, zone)}`,
  );
  const sentences = clock.derivation.map((sentence) => `  ${sentence}`);
  return [`${clock.id.padEnd(14)}due ${clock.dueAt}`, ...sentences, '  Marks', ...marks].join('\n');
}
