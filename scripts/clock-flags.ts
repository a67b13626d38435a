import { parseArgs } from 'node:util';
import { Tier } from '../functions/domain/complaint-posted.ts';
import { Severity } from '../functions/domain/event-words.ts';
import { PACKS } from '../functions/rules/packs/packs.ts';

export const JURISDICTIONS = [...new Set(PACKS.map(({ jurisdiction }) => jurisdiction))];
export const BODIES = ['pboc', 'nfra', 'association', 'other'];

export const HELP = `npm run clock -- --received ISO [options]
npm run clock -- --working-hours N --from ISO [--pack …] [--zone …]

When a complaint is due: every clock that runs for it, with the facts and rules from which its date follows. An ISO instant
has its offset: 2026-02-10T23:59:00+08:00, or Z. Due is the first instant that is late.

  --pack NAME          whose rules: ${JURISDICTIONS.join(', ')}; else cn
  --received ISO       when the complaint came
  --zone ZONE          the bank's, such as Asia/Shanghai; else ${PACKS.map(({ id, zone }) => `${zone} (${id})`).join(', ')}
  --severity NAME      ${Severity.options.join(', ')}; else simple. It moves the bank's own clocks alone, as the tier does
  --tier NAME          ${Tier.options.join(', ')}; else standard
  --via BODY           who passed it on: ${BODIES.join(', ')}
  --extended STEP      1 or 2: the step of extension that was approved, and told, in time
  --replied ISO        when the bank replied: from then on verification may be asked for
  --verification-asked ISO   when it was asked for: from then on it is to be decided
  --working-hours N --from ISO   instead: when so many of the bank's working hours have passed
  --json               for a program, without the marks; "certain": false where something is not published yet`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

export function readFlags() {
  const facts = { pack: text, received: text, zone: text, severity: text, tier: text, via: text, extended: text };
  const later = { replied: text, 'verification-asked': text, 'working-hours': text, from: text };
  try {
    const options = { ...facts, ...later, json: flag, help: { ...flag, short: 'h' } } as const;
    const { values, tokens } = parseArgs({ options, tokens: true });
    const names = tokens.flatMap((token) => (token.kind === 'option' ? token.name : []));
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    // The last would win, without a word.
    return twice === undefined ? values : stop(`--${twice} is given twice; see --help`);
  } catch (error) {
    return stop(`${(error as Error).message}; see --help`);
  }
}

/** An instant as the log writes it. Without an offset it would be one thing in one zone and another in the next. */
export function instantOf(name: string, given: string): string {
  const shape = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.exec(given);
  const at = new Date(given);
  if (!shape || Number.isNaN(at.getTime()) || !isDate(shape[1] ?? '')) {
    return stop(`--${name} ${given}: not an instant with its offset, such as 2026-02-10T23:59:00+08:00`);
  }
  const year = at.getUTCFullYear();
  if (year < 1970 || year > 2199) return stop(`--${name} ${given}: only years from 1970 to 2199 are counted`);
  return at.toISOString();
}

/** `2026-02-30` would be read as 2 March without a word. */
function isDate(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

export function zoneOf(name: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    return stop(`--zone ${name}: not an IANA time zone, such as Asia/Shanghai`);
  }
}

export function oneOf<T extends string>(name: string, given: string, allowed: readonly T[]): T {
  return allowed.find((one) => one === given) ?? stop(`--${name} ${given}: must be one of ${allowed.join(', ')}`);
}

export function stop(why: string): never {
  console.error(why);
  process.exit(2);
}
