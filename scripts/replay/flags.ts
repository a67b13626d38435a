import { parseArgs } from 'node:util';
import { instantOf, JURISDICTIONS, stop, zoneOf } from '../clock-flags.ts';

export const HELP = `npm run replay -- --input FILE --against B [--rules A] [options]

What if: each ticket through two versions of the rules. Shows whose category, severity, lane, departments, answer, approval
levels or dates differ, as A -> B, with the rules that decided on both sides. Nothing is sent, and nothing stored.

  --input FILE    JSON, one post a line: as channels send it, or {"receivedAt": ISO, "post": {…}}; or rows of a public
                  complaint file, read as 'npm run demo -- --help' tells; or samples: those of the demo
  --rules A       the rules before: else current
  --against B     the rules after. A and B are each one of
                    current       the tables of this checkout
                    DIRECTORY     another checkout, with its functions/rules
                    git:REF       the same, as of a commit, branch or tag
                    FILE.json     tables in place of the current ones, by their names in functions/rules/check.ts:
                                  whole ones, but of the policy only the numbers that differ
                    FILE.ts       the same, as 'export default { approvals: …, policy: { … } }'. It is run as code
  --tables NAMES  only these tables of A and B, such as approvals,packs; the others are the current ones on both sides
  --pack NAME     whose law: ${JURISDICTIONS.join(', ')}; else cn. Each ticket has the pack in force when it was received
  --zone ZONE     the bank's; else the pack's
  --received ISO  for posts that say neither receivedAt nor postedAt; else now
  --total MINOR   what the remedies cost (fen); else the amount of the post, 0 where it has none or another currency
  --limit N       only the first N posts
  --json          for a program: {"input","rules","against","tickets","changed","fields","changes"}

Levels are those a proposal of that total would need, whatever the ticket's lane. due.decide.extended-1 is when decide would
be due once extended. Dates are the first instant that is late. Clocks of the law run for complaints alone. What no route,
level or date follows from (the survey, contact hours, how many rounds) changes nothing here.`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** Nothing where help was asked for. */
export function readFlags() {
  const { help, input, against, json = false, ...given } = parsed();
  if (help) return undefined;
  if (input === undefined) return stop('--input is missing: a file of posts, or samples; see --help');
  if (against === undefined) return stop('--against is missing: the rules to compare with; see --help');
  return {
    input,
    against,
    json,
    rules: given.rules ?? 'current',
    tables: given.tables?.split(',').map((name) => name.trim()),
    jurisdiction: given.pack ?? 'cn',
    zone: given.zone === undefined ? undefined : zoneOf(given.zone),
    received: given.received === undefined ? new Date().toISOString() : instantOf('received', given.received),
    total: given.total === undefined ? undefined : whole('total', given.total, 0),
    limit: given.limit === undefined ? Number.POSITIVE_INFINITY : whole('limit', given.limit, 1),
  };
}

function parsed() {
  const sides = { input: text, rules: text, against: text, tables: text };
  const facts = { pack: text, zone: text, received: text, total: text, limit: text };
  try {
    return parseArgs({ options: { ...sides, ...facts, json: flag, help: { ...flag, short: 'h' } } }).values;
  } catch (error) {
    return stop(`${(error as Error).message}; see --help`);
  }
}

function whole(name: string, given: string, least: number): number {
  const isWhole = /^\d{1,12}$/.test(given) && Number(given) >= least;
  return isWhole ? Number(given) : stop(`--${name} ${given}: must be a whole number from ${least}`);
}
