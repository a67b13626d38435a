import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Bundle, bundles } from './cold-start/bundles.ts';
import { type Init, measuredInit } from './cold-start/measured-init.ts';
import { endWith, type Gate } from './report/gates.ts';

const usage = `npm run bench -- cold-start [--runs N] [--gate]

How long each bundle of dist/ takes to load in a fresh Node process with its function's environment, and how large it is.
The least of N interleaved runs (10) of each, against a handler that does nothing, measured among them.
Judged by what the thread works, which on an idle machine is what the clock shows; the clock's time is shown beside it.
--gate exits with 1 when a bundle is slower or larger than it may be.
`;

const BARE = join(import.meta.dirname, 'cold-start', 'bare.cjs');
const AT_MOST = {
  withSdk: { ms: 55, bytes: 450_000 },
  withoutSdk: { ms: 12, bytes: 60_000 },
  /** It speaks to the most services. */
  archive: { ms: 55, bytes: 650_000 },
};

type Row = Bundle & Readonly<{ aboveBare: number; wall: number; atMost: Readonly<{ ms: number; bytes: number }> }>;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { runs: { type: 'string', default: '10' }, gate: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const all = bundles();
  const least = await leastOf(Number(values.runs), all);
  const bare = least.get(BARE) ?? { wall: 0, cpu: 0 };
  const rows = all
    .map((bundle): Row => {
      const { cpu, wall } = least.get(bundle.file) ?? { cpu: Number.NaN, wall: Number.NaN };
      return { ...bundle, aboveBare: cpu - bare.cpu, wall: wall - bare.wall, atMost: atMostOf(bundle) };
    })
    .sort((one, other) => other.aboveBare - one.aboveBare);
  process.stdout.write(`${table(rows, bare, Number(values.runs))}\n`);
  endWith({ bench: 'cold-start', runs: Number(values.runs), bareMs: round(bare.cpu) }, gatesOf(rows), values.gate);
}

/** One run of all after the other, so that a busy moment of the machine falls on all alike. */
async function leastOf(runs: number, all: readonly Bundle[]): Promise<ReadonlyMap<string, Init>> {
  const least = new Map<string, Init>();
  for (let nth = 0; nth < runs; nth++) {
    for (const { file, environment } of [{ file: BARE, environment: {} }, ...all]) {
      const { wall, cpu } = await measuredInit(file, environment);
      const before = least.get(file) ?? { wall, cpu };
      least.set(file, { wall: Math.min(wall, before.wall), cpu: Math.min(cpu, before.cpu) });
    }
  }
  return least;
}

function atMostOf({ name, usesSdk }: Bundle) {
  if (name === 'archive') return AT_MOST.archive;
  return usesSdk ? AT_MOST.withSdk : AT_MOST.withoutSdk;
}

function gatesOf(rows: readonly Row[]): Gate[] {
  return rows.flatMap(({ name, aboveBare, bytes, atMost }) => [
    { gate: `${name} ms above bare`, value: round(aboveBare), atMost: atMost.ms },
    { gate: `${name} bytes`, value: bytes, atMost: atMost.bytes },
  ]);
}

function table(rows: readonly Row[], bare: Init, runs: number): string {
  const line = (name: string, ...cells: string[]) => name.padEnd(22) + cells.map((cell) => cell.padStart(14)).join('');
  return [
    `least of ${runs} runs; a bare handler takes ${round(bare.cpu)} ms (${round(bare.wall)} by the clock)`,
    line('bundle', 'ms above bare', 'at most', 'by the clock', 'kB', 'at most'),
    ...rows.map(({ name, aboveBare, wall, bytes, atMost }) =>
      line(
        name,
        aboveBare.toFixed(1),
        String(atMost.ms),
        wall.toFixed(1),
        (bytes / 1000).toFixed(0),
        (atMost.bytes / 1000).toFixed(0),
      ),
    ),
  ].join('\n');
}

const round = (number: number): number => Math.round(number * 10) / 10;
