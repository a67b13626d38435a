import type { ChoiceState } from '../definition.ts';
import { StateFailure } from '../failure.ts';
import { evaluateAs, whileExecuting } from '../query.ts';
import { conclude, type Exit, type Step } from '../step.ts';

/** The first rule that holds decides with its own Assign and Output; the state's are for the Default. */
export async function runChoice(step: Step<ChoiceState>): Promise<Exit> {
  const { Choices, Default, Output, Assign } = step.state;
  for (const [i, rule] of Choices.entries()) {
    const path = `Choices[${i}]/`;
    const holds = await evaluateAs(step, `${path}Condition`, rule.Condition, 'boolean');
    if (holds) return conclude(step, rule, {}, step.input, path);
  }
  if (Default !== undefined) return conclude(step, { Output, Assign, Next: Default }, {}, step.input);
  // AWS documents States.NoChoiceMatched for this and answers States.Runtime.
  const complaint = 'Failed to transition out of the state. The state does not point to a next state.';
  throw new StateFailure('States.Runtime', `${whileExecuting(step)} ${complaint}`, { fatal: true });
}
