import { parseArgs } from 'node:util';
import { type Cost, measuredCost } from './cost/measured-cost.ts';
import type { Part } from './cost/parts.ts';
import { endWith, type Gate } from './report/gates.ts';

const usage = `npm run bench -- cost [--tickets N] [--gate]

What a complaint with two approval levels costs when nothing goes wrong, from the calls made for N of them (50):
by service, and by state or function. Prices: local/demo/cost/prices.json; without SMS.
Lambda's milliseconds are this machine's, which is slower the busier it is.
--gate exits with 1 when a gate is missed.
`;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { tickets: { type: 'string', default: '50' }, gate: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const cost = await measuredCost(Number(values.tickets));
  process.stdout.write(`${cost.byService.join('\n')}\n${partTable(cost)}\n`);
  const { tickets, perTicket, usdPer1000WithoutDuration } = cost;
  endWith({ bench: 'cost', tickets, perTicket, usdPer1000WithoutDuration }, costGates(cost), values.gate);
}

export const costGates = ({ perTicket }: Pick<Cost, 'perTicket'>): Gate[] => [
  { gate: 'state transitions of a ticket', value: perTicket.transitions, atMost: 18 },
  { gate: 'dollars for 1,000 tickets', value: perTicket.usdPer1000, atMost: 0.6 },
];

function partTable({ parts, tickets }: Cost): string {
  const line = (name: string, ...cells: string[]) =>
    `  ${name.padEnd(40)}${cells.map((cell) => cell.padStart(12)).join('')}`;
  const row = ({ part, transitions, invocations, writeUnits, readUnits, usd }: Part) =>
    line(
      part,
      ...[transitions, invocations, writeUnits, readUnits].map((count) => (count / tickets).toFixed(2)),
      ((1000 * usd) / tickets).toFixed(4),
    );
  return [
    `PARTS of the desk, a ticket's mean over ${tickets}; fixed costs of the run, such as the watch's, are in it`,
    line('part', 'transitions', 'invocations', 'write units', 'read units', '$ per 1,000'),
    ...parts.map(row),
    row(parts.reduce(sum, { part: 'all', transitions: 0, invocations: 0, writeUnits: 0, readUnits: 0, usd: 0 })),
    '',
  ].join('\n');
}

const sum = (all: Part, { transitions, invocations, writeUnits, readUnits, usd }: Part): Part => ({
  part: all.part,
  transitions: all.transitions + transitions,
  invocations: all.invocations + invocations,
  writeUnits: all.writeUnits + writeUnits,
  readUnits: all.readUnits + readUnits,
  usd: all.usd + usd,
});
