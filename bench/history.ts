import { parseArgs } from 'node:util';
import { type WorstCase, worstCase } from './history/worst-case.ts';
import { endWith } from './report/gates.ts';

const usage = `npm run bench -- history [--gate]

How long an execution's history gets at the worst: three departments, each passing its work on until the triage desk has
it; three levels, the last returning the proposal as often as policy lets it; a card system that never answers; a remedy
refused; every step tried five times more, then failing, handed to a person and begun again from the top.
--gate exits with 1 when an execution has more than 2,500 events; Step Functions ends one at 25,000.
`;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { gate: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const worst = await worstCase();
  const { historyEvents } = worst;
  const times = loopsOf(worst);
  process.stdout.write(`${tables(worst, times)}\n`);
  endWith(
    { bench: 'history', historyEvents, times },
    [{ gate: 'history events of one execution', value: Math.max(...historyEvents), atMost: 2500 }],
    values.gate,
  );
}

/** How often each loop was gone through. */
function loopsOf({ ticket, byType }: WorstCase): Record<string, number> {
  const tasks = Object.values(ticket.tasks);
  return {
    transfers: tasks.filter(({ movedTo }) => movedTo).length,
    returns: ticket.returns,
    approvals: tasks.filter(({ work }) => work === 'approve').length,
    parked: tasks.filter(({ work }) => work === 'parked').length,
    failures: (byType.TaskFailed ?? 0) + (byType.TaskSubmitFailed ?? 0) + (byType.TaskTimedOut ?? 0),
    decisions: ticket.length,
  };
}

function tables({ historyEvents, states, byType }: WorstCase, times: Readonly<Record<string, number>>): string {
  const line = (name: string, count: number) => `  ${name.padEnd(40)}${String(count).padStart(8)}`;
  return [
    `HISTORY events of each execution: ${historyEvents.join(', ')}`,
    'LOOPS, how often',
    ...Object.entries(times).map(([loop, count]) => line(loop, count)),
    'STATES, how often entered',
    ...states.map(({ state, entered }) => line(state, entered)),
    'EVENTS by type',
    ...Object.entries(byType).map(([type, count]) => line(type, count)),
    '',
  ].join('\n');
}
