import { parseArgs } from 'node:util';
import { START } from '../local/demo/complaints/sample-post.ts';
import { endWith, type Gate } from './report/gates.ts';
import { type Figures, figures } from './year/figures.ts';
import { live } from './year/town.ts';
import { yearPosts } from './year/year-posts.ts';

const usage = `npm run bench -- year [--tickets N] [--days N] [--seed N] [--kill SHARE] [--gate]

A year of complaints (2,000 over 365 virtual days) with people who let things lie for hours, days, weeks or for ever, and
executions killed at random (0.1 of the tickets). Every date of the law must be met, or extended in time with approval and
notice and met, or breached AND raised by the next run of the watch. None may pass unobserved, no ticket be lost.
Progress on stderr, the figures as a table and as the last line's JSON. --gate exits with 1 when one is missed.
`;

const DAY = 86_400_000;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      tickets: { type: 'string', default: '2000' },
      days: { type: 'string', default: '365' },
      seed: { type: 'string', default: '1' },
      kill: { type: 'string', default: '0.1' },
      gate: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const [tickets, days, seed, kill] = [values.tickets, values.days, values.seed, values.kill].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const found = await year({ tickets, days, seed, kill }, say);
  process.stdout.write(`${table(found)}\n`);
  endWith({ bench: 'year', ...found }, yearGates(found), values.gate);
}

export type Year = Readonly<{ tickets: number; days: number; seed: number; kill: number }>;

/** `onDay` hears how far it is. A ticket of the last day has some months to come to its end. */
export async function year({ tickets, days, seed, kill }: Year, onDay?: (line: string) => void): Promise<Figures> {
  const began = performance.now();
  const until = new Date(START.getTime() + (days + 150) * DAY);
  const posts = yearPosts(tickets, days, seed);
  const town = { posts, seed, kill, until };
  const lived = await live({
    ...town,
    onDay: (now, begun, archived) =>
      onDay?.(
        `${now.toISOString().slice(0, 10)}  ${begun} of ${tickets} begun, ${archived} archived, ${Math.round((performance.now() - began) / 1000)} s`,
      ),
  });
  try {
    return await figures(lived, (performance.now() - began) / 1000);
  } finally {
    await lived.desk.cloud.close();
  }
}

export const yearGates = ({ verdicts, lost, posted, begun }: Figures): Gate[] => [
  { gate: 'dates that passed unobserved', value: verdicts.unobserved, atMost: 0 },
  { gate: 'extensions without approval and notice in time', value: verdicts['bad-extension'], atMost: 0 },
  { gate: 'tickets lost', value: lost, atMost: 0 },
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
