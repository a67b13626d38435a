import { randomUUID } from 'node:crypto';
import type { MapState } from '../definition.ts';
import { failureDetails, StateFailure } from '../failure.ts';
import { fork, LEFT_OUT } from '../fork.ts';
import { record } from '../history.ts';
import { concludeSuccess, type Exit, type Step } from '../step.ts';
import { type Home, newStrand } from '../strand.ts';
import { type Iteration, itemInput } from './map-inline.ts';

const MOST_AT_ONCE = 10_000;

/** Every item is an execution of its own: its events stand elsewhere and it knows no variable of the one that began it. */
export async function iterateDistributed(step: Step<MapState>, iteration: Iteration): Promise<Exit> {
  const { items, concurrency } = iteration;
  const { strand } = step;
  record(strand, 'MapStateStarted', { length: items.length });
  const started = record(strand, 'MapRunStarted', { mapRunArn: mapRunArn(step) });
  try {
    const result = await fork(strand, {
      count: items.length,
      atOnce: Math.min(concurrency, MOST_AT_ONCE),
      strand: (Index) =>
        newStrand({
          run: strand.run,
          home: itemHome(step),
          variables: {},
          last: 0,
          item: { Index, Value: items[Index] },
        }),
      work: (child) => execute({ ...step, strand: child }, iteration),
    });
    record(strand, 'MapRunSucceeded');
    return await concludeSuccess(step, result, started);
  } catch (failure) {
    if (failure instanceof StateFailure && strand.last === started) {
      record(strand, 'MapRunFailed', failureDetails(failure));
    }
    throw failure;
  }
}

async function execute(step: Step<MapState>, { verdict, runStates }: Iteration): Promise<unknown> {
  try {
    return await runStates(step.strand, step.state.ItemProcessor, await itemInput(step));
  } catch (failure) {
    if (!(failure instanceof StateFailure)) throw failure;
    const fatalForMap = verdict(failure);
    if (fatalForMap) throw fatalForMap;
    return LEFT_OUT;
  }
}

/** `…:stateMachine:desk` with label `Each` gives items `…:execution:desk/Each:<uuid>` of one run `…:mapRun:desk/Each:<uuid>`. */
const labelled = ({ strand, name, state }: Step<MapState>, kind: string): string => {
  const [, , , region, account, , machine] = strand.home.arn.split(':');
  return `arn:aws:states:${region}:${account}:${kind}:${machine}/${state.Label ?? name}:${randomUUID()}`;
};

const mapRunArn = (step: Step<MapState>): string => labelled(step, 'mapRun');

function itemHome(step: Step<MapState>): Home {
  const { context } = step.strand.home;
  const arn = labelled(step, 'execution');
  const name = arn.slice(arn.lastIndexOf(':') + 1);
  return { events: [], arn, name, context: { ...context, Execution: { ...context.Execution, Id: arn, Name: name } } };
}
