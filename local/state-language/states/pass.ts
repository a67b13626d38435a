import type { PassState, SucceedState } from '../definition.ts';
import { conclude, type Exit, type Step } from '../step.ts';

/** Pass, and Succeed, which is a Pass that ends its branch. */
export const runPass = (step: Step<PassState | SucceedState>): Promise<Exit> =>
  conclude(step, step.state, {}, step.input);
