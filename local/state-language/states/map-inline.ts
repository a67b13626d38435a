import type { MapState } from '../definition.ts';
import { StateFailure } from '../failure.ts';
import { abortOwnTask, abortSiblings, fork, LEFT_OUT } from '../fork.ts';
import { record, recordAside } from '../history.ts';
import { evaluate } from '../query.ts';
import { concludeSuccess, type Exit, inherited, type RunStates, type Step } from '../step.ts';
import { newStrand, type Strand } from '../strand.ts';
import type { Verdict } from './tolerated-failures.ts';

export type Iteration = Readonly<{
  items: readonly unknown[];
  concurrency: number;
  verdict: Verdict;
  runStates: RunStates;
}>;

const MOST_AT_ONCE = 40;

/** Iterations are branches of the same execution: their events stand in its history. */
export async function iterateInline(step: Step<MapState>, iteration: Iteration): Promise<Exit> {
  const { items, concurrency } = iteration;
  const { strand } = step;
  const started = record(strand, 'MapStateStarted', { length: items.length });
  const result = await fork(strand, {
    count: items.length,
    atOnce: Math.min(concurrency, MOST_AT_ONCE),
    strand: (Index) => newStrand({ ...inherited(step), last: started, item: { Index, Value: items[Index] } }),
    work: (child, index) => iterate({ ...step, strand: child }, strand, index, iteration),
  });
  return concludeSuccess(step, result, strand.last);
}

async function iterate(step: Step<MapState>, parent: Strand, index: number, { verdict, runStates }: Iteration) {
  const { strand, name, state } = step;
  const input = await itemInput(step);
  strand.iteration = { name, index };
  record(strand, 'MapIterationStarted', strand.iteration);
  try {
    const output = await runStates(strand, state.ItemProcessor, input);
    record(strand, 'MapIterationSucceeded', strand.iteration);
    return output;
  } catch (failure) {
    if (!(failure instanceof StateFailure) || failure.fatal) throw failure;
    abortOwnTask(strand);
    const fatalForMap = verdict(failure);
    if (fatalForMap) abortSiblings(parent, strand);
    recordAside(strand, 'MapIterationFailed', strand.iteration);
    if (fatalForMap) throw fatalForMap;
    return LEFT_OUT;
  }
}

/** What an iteration begins with: the item, or what ItemSelector makes of it. */
export const itemInput = async (step: Step<MapState>): Promise<unknown> =>
  step.state.ItemSelector === undefined
    ? step.strand.item?.Value
    : evaluate(step, 'ItemSelector', step.state.ItemSelector);
