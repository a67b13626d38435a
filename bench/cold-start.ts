import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Bundle, bundles } from './cold-start/bundles.ts';
import { measuredInit } from './cold-start/measured-init.ts';
import { REFERENCE_MS, reference } from './cold-start/reference.ts';
import { endWith, type Gate } from './report/gates.ts';

const usage = `npm run bench -- cold-start [--runs N] [--gate]

How long each bundle of dist/ takes to load in a fresh Node process with its function's environment, and how large it is:
the lower quartile of N interleaved runs (20) of each, above that of a handler that does nothing.
The gates are milliseconds of one machine. They are compared by what the DynamoDB clients alone take in the same run, so
that a slow or busy machine judges alike; the measured times stand beside.
--gate exits with 1 when a bundle is slower or larger than it may be.
`;

const BARE = join(import.meta.dirname, 'cold-start', 'bare.cjs');
const AT_MOST = {
  withSdk: { ms: 55, bytes: 450_000 },
  withoutSdk: { ms: 12, bytes: 60_000 },
  /** It speaks to the most services. */
  archive: { ms: 55, bytes: 650_000 },
};

type Row = Bundle & Readonly<{ measured: number; aboveBare: number; atMost: Readonly<{ ms: number; bytes: number }> }>;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { runs: { type: 'string', default: '20' }, gate: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const all = bundles();
  const runs = Number(values.runs);
  const yardstick = await reference();
  const quick = await quickOf(runs, [{ file: BARE, environment: {} }, { file: yardstick, environment: {} }, ...all]);
  const bare = quick(BARE);
  const scale = REFERENCE_MS / (quick(yardstick) - bare);
  const rows = all
    .map((bundle): Row => {
      const measured = quick(bundle.file) - bare;
      return { ...bundle, measured, aboveBare: measured * scale, atMost: atMostOf(bundle) };
    })
    .sort((one, other) => other.aboveBare - one.aboveBare);
  process.stdout.write(`${table(rows)}\n`);
  endWith(
    { bench: 'cold-start', runs, bareMs: round(bare), scale: round(scale * 10) / 10 },
    gatesOf(rows),
    values.gate,
  );
}

type Loaded = Pick<Bundle, 'file' | 'environment'>;

/**
 * One run of all after the other, so that a busy moment of the machine falls on all alike. Not the least of each: the
 * kernel tells a thread's time in steps of a few milliseconds.
 */
async function quickOf(runs: number, all: readonly Loaded[]): Promise<(file: string) => number> {
  const times = new Map<string, number[]>();
  for (let nth = 0; nth < runs; nth++) {
    for (const { file, environment } of all)
      times.set(file, [...(times.get(file) ?? []), await measuredInit(file, environment)]);
  }
  return (file) => {
    const sorted = (times.get(file) ?? []).sort((one, other) => one - other);
    return sorted[Math.floor(sorted.length / 4)] ?? Number.NaN;
  };
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

function table(rows: readonly Row[]): string {
  const line = (name: string, ...cells: string[]) => name.padEnd(22) + cells.map((cell) => cell.padStart(14)).join('');
  const kB = (bytes: number) => (bytes / 1000).toFixed(0);
  return [
    line('bundle', 'ms above bare', 'at most', 'measured', 'kB', 'at most'),
    ...rows.map(({ name, aboveBare, measured, bytes, atMost }) =>
      line(name, aboveBare.toFixed(1), String(atMost.ms), measured.toFixed(1), kB(bytes), kB(atMost.bytes)),
    ),
  ].join('\n');
}

const round = (number: number): number => Math.round(number * 10) / 10;
