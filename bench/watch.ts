import { parseArgs } from 'node:util';
import { endWith, type Gate } from './report/gates.ts';
import { type WatchRun, watchRun } from './watch/watch-run.ts';

const usage = `npm run bench -- watch [--due N] [--few N] [--many N] [--gate]

What the watch asks for when N tickets (100) are due at one time, of few open ones (1,000) and of many (100,000).
--gate exits with 1 when it asks for more than twice as much with many.
`;

const WITHIN = 2;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      due: { type: 'string', default: '100' },
      few: { type: 'string', default: '1000' },
      many: { type: 'string', default: '100000' },
      gate: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const few = await watchRun(Number(values.due), Number(values.few));
  const many = await watchRun(Number(values.due), Number(values.many));
  process.stdout.write(`${table(few, many)}\n`);
  endWith({ bench: 'watch', few, many }, watchGates(few, many), values.gate);
}

/** Each kind apart: what the tickets cost must not hide what the index does. */
export const watchGates = (few: WatchRun, many: WatchRun): Gate[] => [
  ...ASKED.map((kind) => ({ gate: `${kind}, many to few`, value: many[kind] / few[kind], atMost: WITHIN })),
  {
    gate: 'due tickets that nobody was reminded of',
    value: few.due + many.due - few.reminded - many.reminded,
    atMost: 0,
  },
];

const ASKED = ['indexRequests', 'indexReadUnits', 'ticketRequests', 'ticketReadUnits'] as const;

function table(few: WatchRun, many: WatchRun): string {
  const line = (name: string, ...cells: (number | string)[]) =>
    `  ${name.padEnd(20)}${cells.map((cell) => String(cell).padStart(12)).join('')}`;
  return [
    `WATCH with ${few.due} due tickets`,
    line('of open ones', few.open, many.open, 'ratio'),
    ...ASKED.map((kind) => line(kind, few[kind], many[kind], (many[kind] / few[kind]).toFixed(2))),
    '',
  ].join('\n');
}
