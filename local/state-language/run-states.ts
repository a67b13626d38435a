import type { State } from './definition.ts';
import { StateFailure } from './failure.ts';
import { runChoice } from './states/choice.ts';
import { runFail } from './states/fail.ts';
import { runMap } from './states/map.ts';
import { runParallel } from './states/parallel.ts';
import { runPass } from './states/pass.ts';
import { runTask } from './states/task.ts';
import { runWait } from './states/wait.ts';
import { type Exit, enter, leave, type RunStates, type Step } from './step.ts';

/** Runs a branch to its end and returns the last state's output. */
export const runStates: RunStates = async (strand, { StartAt, States }, input) => {
  for (let name = StartAt, payload = input; ; ) {
    const state = States[name];
    if (!state) throw new StateFailure('States.Runtime', `There is no state named '${name}'.`, { fatal: true });
    const step = enter(strand, name, state, payload);
    const exit = await run(step, state);
    leave(step, exit);
    if (exit.next === undefined) return exit.output;
    name = exit.next;
    payload = exit.output;
  }
};

function run(step: Step, state: State): Promise<Exit> {
  switch (state.Type) {
    case 'Task':
      return runTask({ ...step, state });
    case 'Pass':
    case 'Succeed':
      return runPass({ ...step, state });
    case 'Choice':
      return runChoice({ ...step, state });
    case 'Wait':
      return runWait({ ...step, state });
    case 'Fail':
      return runFail({ ...step, state });
    case 'Parallel':
      return runParallel({ ...step, state }, runStates);
    case 'Map':
      return runMap({ ...step, state }, runStates);
  }
}
