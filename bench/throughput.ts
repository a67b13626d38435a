import { parseArgs } from 'node:util';
import { endWith, type Gate } from './report/gates.ts';
import { type Burst, burst } from './throughput/burst.ts';
import { dueIndexLoad, type KindLoad, readLoad, writeLoad } from './throughput/key-load.ts';

const usage = `npm run bench -- throughput [--posts N] [--gate]

N posts (300) within one second of the clock, all for one department, and all that follows of them at once: more than a
second of a real day would bring together. What the busiest partition keys take of it, and the requests of a ticket.
The wall time is this machine's, which runs everything in one process.
--gate exits with 1 when a key takes more than 500 write units a second, or a post is not accepted once.
`;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { posts: { type: 'string', default: '300' }, gate: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const result = await burst(Number(values.posts));
  const { posts, accepted, tickets, executions, wallSeconds } = result;
  const requests = requestsOf(result);
  process.stdout.write(`${tables(result, requests)}\n`);
  endWith(
    { bench: 'throughput', posts, accepted, tickets, executions, requestsPerTicket: requests, wallSeconds },
    throughputGates(result),
    values.gate,
  );
}

export function throughputGates({ posts, accepted, tickets, executions, records }: Burst): Gate[] {
  const due = dueIndexLoad(records);
  const hottest = [...writeLoad(records), ...(due ? [due] : [])].map(({ kind, hottest: { units } }) => ({
    gate: `write units a second on one key of ${kind}`,
    value: units,
    atMost: 500,
  }));
  return [
    { gate: 'posts that were not accepted', value: posts - accepted, atMost: 0 },
    { gate: 'posts without a ticket of their own', value: posts - tickets, atMost: 0 },
    { gate: 'tickets without an execution, or with two', value: Math.abs(tickets - executions), atMost: 0 },
    ...hottest,
  ];
}

/** Requests a ticket makes in its first instants, by service. */
function requestsOf({ records, tickets }: Burst): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { service } of records) {
    if (service !== 'logs') counts[service] = (counts[service] ?? 0) + 1;
  }
  return Object.fromEntries(
    Object.entries(counts).map(([service, count]) => [service, Math.round((100 * count) / tickets) / 100]),
  );
}

function tables({ posts, accepted, tickets, records, wallSeconds }: Burst, requests: Record<string, number>): string {
  const line = (name: string, ...cells: (string | number)[]) =>
    `  ${name.padEnd(24)}${cells.map((cell) => String(cell).padStart(12)).join('')}`;
  const row = ({ kind, keys, total, hottest }: KindLoad) => line(kind, keys, total, hottest.units);
  const head = line('keys', 'how many', 'all of them', 'the hottest');
  const due = dueIndexLoad(records);
  return [
    `${posts} posts in one second: ${accepted} accepted, ${tickets} tickets; ${wallSeconds} s on this machine`,
    'WRITE UNITS of that second',
    head,
    ...writeLoad(records).map(row),
    ...(due ? [row({ ...due, kind: 'due index, at most' })] : []),
    'READ UNITS of that second',
    head,
    ...readLoad(records).map(row),
    'REQUESTS of a ticket until it waits for a department',
    ...Object.entries(requests).map(([service, count]) => line(service, count)),
    '',
  ].join('\n');
}
