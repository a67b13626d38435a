import type { MapState } from '../definition.ts';
import { StateFailure } from '../failure.ts';
import { textOf } from '../payload.ts';
import { evaluate, evaluateAs, evaluateCount, evaluationFailed, whileExecuting } from '../query.ts';
import { recovering } from '../recovery.ts';
import type { Exit, RunStates, Step } from '../step.ts';
import { iterateDistributed } from './map-distributed.ts';
import { iterateInline } from './map-inline.ts';
import { toleratedFailures } from './tolerated-failures.ts';

const UNSUPPORTED = ['ItemReader', 'ItemBatcher', 'ResultWriter'] as const;

export const runMap = (step: Step<MapState>, runStates: RunStates): Promise<Exit> =>
  recovering(step, async () => {
    const { MaxConcurrency, ItemProcessor } = step.state;
    refuseUnsupported(step);
    const items = await itemsOf(step);
    const concurrency = await evaluateCount(step, 'MaxConcurrency', MaxConcurrency);
    const verdict = await toleratedFailures(step, items.length);
    const iterate = ItemProcessor.ProcessorConfig?.Mode === 'DISTRIBUTED' ? iterateDistributed : iterateInline;
    return iterate(step, { items, concurrency: concurrency || Number.POSITIVE_INFINITY, verdict, runStates });
  });

async function itemsOf(step: Step<MapState>): Promise<unknown[]> {
  const { Items } = step.state;
  if (Items !== undefined && !Array.isArray(Items)) return evaluateAs(step, 'Items', Items, 'array');
  const items = Items === undefined ? step.input : await evaluate(step, 'Items', Items);
  if (Array.isArray(items)) return items;
  throw evaluationFailed(step, undefined, `Map state input must be an array but was: ${textOf(items)}`);
}

function refuseUnsupported(step: Step<MapState>): void {
  const field = UNSUPPORTED.find((name) => step.state[name] !== undefined);
  if (!field) return;
  const complaint = `${field} is not supported: this engine reads no items from elsewhere, nor writes results there.`;
  throw new StateFailure('States.Runtime', `${whileExecuting(step)} ${complaint}`, { fatal: true });
}
