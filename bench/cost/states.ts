import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Cloud } from '../../local/cloud.ts';

/** A state of the workflow, the function it calls (`SendReply`), and how often the run's executions entered it. */
export type State = Readonly<{ state: string; calls: string | undefined; entered: number }>;

const MACHINE = fileURLToPath(new URL('../../infra/complaint.asl.json', import.meta.url));

/** Every state that was entered, in the order of the definition. */
export function statesOf({ executions }: Pick<Cloud, 'executions'>): State[] {
  const entered = new Map<string, number>();
  for (const { execution } of executions) {
    for (const { stateEnteredEventDetails: details } of execution?.history ?? []) {
      const name = String(details?.name ?? '');
      if (name) entered.set(name, (entered.get(name) ?? 0) + 1);
    }
  }
  return calledBy(JSON.parse(readFileSync(MACHINE, 'utf8')))
    .map(([state, calls]) => ({ state, calls, entered: entered.get(state) ?? 0 }))
    .filter((state) => state.entered > 0);
}

type Definition = Readonly<{
  States: Readonly<
    Record<string, Readonly<{ Arguments?: Readonly<{ FunctionName?: string }>; ItemProcessor?: Definition }>>
  >;
}>;

const calledBy = ({ States }: Definition): [state: string, calls: string | undefined][] =>
  Object.entries(States).flatMap(([state, { Arguments, ItemProcessor }]) => [
    [state, /^\$\{(\w+)\}$/.exec(Arguments?.FunctionName ?? '')?.[1]],
    ...(ItemProcessor ? calledBy(ItemProcessor) : []),
  ]);
