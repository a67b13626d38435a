import type { ParallelState } from '../definition.ts';
import { StateFailure } from '../failure.ts';
import { abortOwnTask, abortSiblings, fork } from '../fork.ts';
import { record } from '../history.ts';
import { evaluate } from '../query.ts';
import { recovering } from '../recovery.ts';
import { concludeSuccess, type Exit, inherited, type RunStates, type Step } from '../step.ts';
import { newStrand } from '../strand.ts';

export const runParallel = (step: Step<ParallelState>, runStates: RunStates): Promise<Exit> =>
  recovering(step, async () => {
    const { strand, state, input } = step;
    const { Arguments, Branches } = state;
    const argument = Arguments === undefined ? input : await evaluate(step, 'Arguments', Arguments);
    const started = record(strand, 'ParallelStateStarted');
    const result = await fork(strand, {
      count: Branches.length,
      atOnce: Branches.length,
      strand: () => newStrand({ ...inherited(step), last: started }),
      async work(child, index) {
        try {
          return await runStates(child, Branches[index] as (typeof Branches)[number], argument);
        } catch (failure) {
          if (failure instanceof StateFailure && !failure.fatal) {
            abortOwnTask(child);
            abortSiblings(strand, child);
          }
          throw failure;
        }
      },
    });
    return concludeSuccess(step, result, strand.last);
  });
