import type { State } from '../../../local/state-language/definition.ts';
import { type Execution, type Start, startExecution, type TaskOutcome } from '../../../local/state-language/engine.ts';
import { virtualClock } from '../../../local/state-language/virtual-clock.ts';

export const BEGIN = Date.UTC(2026, 10, 22, 1);
const NAMES = { arn: 'arn:aws:states:eu-west-1:000000000000:execution:desk:run-1', name: 'run-1' };
const MACHINE = { arn: 'arn:aws:states:eu-west-1:000000000000:stateMachine:desk', name: 'desk' };

export const INVOKE = 'arn:aws:states:::lambda:invoke';
export const TOKEN_TASK = `${INVOKE}.waitForTaskToken`;

type States = Readonly<Record<string, unknown>>;
type Options = Partial<Start> & { timeoutSeconds?: number };

/** Starts a machine whose first state is the first named, in JSONata, and lets it run until it waits. */
export async function begin(states: States, { timeoutSeconds, ...options }: Options = {}) {
  const clock = virtualClock(BEGIN);
  const [StartAt = ''] = Object.keys(states);
  const definition = {
    QueryLanguage: 'JSONata',
    StartAt,
    States: states as Record<string, State>,
    ...(timeoutSeconds === undefined ? {} : { TimeoutSeconds: timeoutSeconds }),
  };
  const execution = startExecution({
    definition,
    input: {},
    ...NAMES,
    stateMachine: MACHINE,
    clock,
    runTask: async ({ arguments: output }) => ({ output }),
    ...options,
  });
  await settle(execution);
  return { execution, clock, seconds: () => (clock.now() - BEGIN) / 1000 };
}

/** Until nothing but time, tokens and tasks can move the execution. */
export async function settle(execution: Execution): Promise<void> {
  do await new Promise(setImmediate);
  while (!execution.idle);
}

/** Runs a machine to its end, time jumping from timer to timer. */
export async function run(states: States, options: Options = {}) {
  const begun = await begin(states, options);
  const { execution, clock } = begun;
  while (execution.status === 'RUNNING' && clock.jump()) await settle(execution);
  return { ...begun, types: execution.history.map(({ type }) => type) };
}

/** Answers a task's attempts with these outcomes, one after the other. */
export function outcomes(...list: readonly TaskOutcome[]): Start['runTask'] {
  let attempt = 0;
  return async () => list[attempt++] ?? { error: 'TooManyAttempts' };
}

export const pass = (rest: object = {}) => ({ Type: 'Pass', End: true, ...rest });
export const task = (rest: object = {}) => ({ Type: 'Task', Resource: INVOKE, End: true, ...rest });
export const never: Start['runTask'] = () => new Promise(() => {});

/** A Map whose iterations begin with the first state named. */
export const each = (States: Record<string, object>, rest: object = {}) => ({
  Type: 'Map',
  End: true,
  ItemProcessor: { StartAt: Object.keys(States)[0], States },
  ...rest,
});
