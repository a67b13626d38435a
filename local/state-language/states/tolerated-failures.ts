import type { MapState } from '../definition.ts';
import { StateFailure } from '../failure.ts';
import { evaluateCount } from '../query.ts';
import type { Step } from '../step.ts';

/** Hears of each failed item; answers what the whole Map fails with, or undefined as long as it may go on. */
export type Verdict = (failure: StateFailure) => StateFailure | undefined;

export async function toleratedFailures(step: Step<MapState>, items: number): Promise<Verdict> {
  const { ToleratedFailureCount, ToleratedFailurePercentage, ItemProcessor } = step.state;
  const count = await evaluateCount(step, 'ToleratedFailureCount', ToleratedFailureCount);
  const percentage = await evaluateCount(step, 'ToleratedFailurePercentage', ToleratedFailurePercentage);
  // An inline Map without a threshold fails with its item's own failure.
  const ownFailure =
    count === undefined && percentage === undefined && ItemProcessor.ProcessorConfig?.Mode !== 'DISTRIBUTED';

  const most = Math.min(
    count ?? (percentage === undefined ? 0 : items),
    percentage === undefined ? items : (percentage / 100) * items,
  );
  let failures = 0;
  return (failure) => {
    failures += 1;
    if (ownFailure) return failure;
    if (failures <= most) return undefined;
    return new StateFailure(
      'States.ExceedToleratedFailureThreshold',
      'The specified tolerated failure threshold was exceeded',
    );
  };
}
