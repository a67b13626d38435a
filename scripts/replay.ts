import { stop } from './clock-flags.ts';
import { plain } from './plain-output.ts';
import { type Change, comparison } from './replay/changes.ts';
import { HELP, readFlags } from './replay/flags.ts';
import { postsOf } from './replay/posts.ts';
import { asJson, asText } from './replay/report.ts';
import { ruleSet } from './replay/rule-set.ts';
import { ticketsOf } from './replay/tickets.ts';

const MOST_LEFT_OUT = 5;
const PROGRESS_EVERY_MS = 5_000;

const flags = readFlags();
if (!flags) {
  console.log(HELP);
  process.exit(0);
}
const { input, limit, received, json, jurisdiction } = flags;
const tell = (note: string) => console.error(plain(note));
const [before, after] = [
  await ruleSet(flags.rules, flags.tables, tell),
  await ruleSet(flags.against, flags.tables, tell),
];
for (const [name, { packs }] of [
  [flags.rules, before],
  [flags.against, after],
] as const) {
  const known = [...new Set(packs.map((pack) => pack.jurisdiction))];
  if (!known.includes(jurisdiction))
    stop(`--pack ${jurisdiction}: ${name} has ${known.length > 0 ? `packs of ${known.join(', ')}` : 'no packs'}`);
}

const posts = postsOf(input, limit, received);
const { tickets, leftOut } = ticketsOf(posts);
for (const sentence of leftOut.slice(0, MOST_LEFT_OUT)) tell(`left out, ${sentence}`);
if (leftOut.length > MOST_LEFT_OUT) tell(`left out, and ${leftOut.length - MOST_LEFT_OUT} more`);
if (tickets.length === 0) stop(`--input ${input}: holds no post that becomes a ticket`);

const compare = comparison(before, after, flags);
const changes: Change[][] = [];
let told = performance.now();
for (const [index, ticket] of tickets.entries()) {
  const of = compare(ticket);
  if (of.length > 0) changes.push(of);
  if (performance.now() - told < PROGRESS_EVERY_MS) continue;
  told = performance.now();
  tell(`${index + 1} of ${tickets.length} tickets`);
}

const replay = { ...flags, posts: posts.length, tickets: tickets.length, changes };
// A reader such as head may leave before the end.
process.stdout.once('error', () => process.exit(0));
console.log(plain(json ? asJson(replay) : asText(replay)));
