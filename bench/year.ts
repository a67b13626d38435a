import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { endWith, type Gate } from './report/gates.ts';
import { desks } from './year/desks.ts';
import type { Figures } from './year/figures.ts';

const usage = `npm run bench -- year [--tickets N] [--days N] [--seed N] [--kill SHARE] [--desks N] [--keep FOLDER] [--gate]

A year of complaints (2,000 over 365 virtual days) with people who let things lie for hours, days, weeks or for ever, and
executions killed at random (0.1 of the tickets). Every date of the law must be met, or extended in time with approval and
notice and met, or breached AND raised by the next run of the watch. None may pass unobserved, no ticket be lost, or stop
at one place whatever people do.
The tickets are dealt out to as many desks as there are cores (4 at most). Progress on stderr, the figures as a table and as
the last line's JSON. --keep leaves the logs of what must not be, and of what is open at the end, in a folder. --gate exits
with 1 when one is missed.
`;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      tickets: { type: 'string', default: '2000' },
      days: { type: 'string', default: '365' },
      seed: { type: 'string', default: '1' },
      kill: { type: 'string', default: '0.1' },
      desks: { type: 'string', default: String(Math.min(4, availableParallelism())) },
      keep: { type: 'string' },
      gate: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const [tickets = 0, days = 0, seed = 0, kill = 0, count = 1] = [
    ...[values.tickets, values.days, values.seed, values.kill, values.desks],
  ].map(Number);
  const found = await desks(count, { tickets, days, seed, kill, keepIn: values.keep }, say);
  process.stdout.write(`${table(found)}\n`);
  endWith({ bench: 'year', ...found }, yearGates(found), values.gate);
}

export const yearGates = ({ verdicts, lost, stuck, posted, begun, givenUp }: Figures): Gate[] => [
  { gate: 'dates that passed unobserved', value: verdicts.unobserved, atMost: 0 },
  { gate: 'extensions without approval and notice in time', value: verdicts['bad-extension'], atMost: 0 },
  { gate: 'complaints and rounds without a clock', value: verdicts['no-clock'], atMost: 0 },
  { gate: 'replies on record at another instant than they were given', value: verdicts['wrong-record'], atMost: 0 },
  { gate: 'tickets lost', value: lost, atMost: 0 },
  { gate: 'tickets that stop again whatever people do', value: stuck.length, atMost: 0 },
  { gate: 'posts and forms that failed however often they were sent', value: givenUp, atMost: 0 },
  { gate: 'posts without a ticket', value: posted - begun, atMost: 0 },
];

let said = 0;
function say(line: string): void {
  if (performance.now() - said < 5000) return;
  said = performance.now();
  process.stderr.write(`${line}\n`);
}

const table = (found: Figures): string =>
  Object.entries(found)
    .map(([name, value]) => `  ${name.padEnd(28)}${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join('\n');
