import type { FailState } from '../definition.ts';
import { StateFailure } from '../failure.ts';
import { evaluateAs } from '../query.ts';
import type { Step } from '../step.ts';

export async function runFail(step: Step<FailState>): Promise<never> {
  const { Error: error, Cause: cause } = step.state;
  throw new StateFailure(
    error === undefined ? undefined : await evaluateAs(step, 'Error', error, 'string'),
    cause === undefined ? undefined : await evaluateAs(step, 'Cause', cause, 'string'),
  );
}
