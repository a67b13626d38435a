import {
  type Execution,
  type RunTask,
  type StateMachineDefinition,
  startExecution,
  type TaskOutcome,
} from '../engine.ts';
import { taskResource } from '../task-resource.ts';
import { virtualClock } from '../virtual-clock.ts';
import type { Case, TaskAttempt } from './case.ts';

const MACHINE = 'arn:aws:states:us-east-1:111111111111:stateMachine:recorded';
const EXECUTION = 'arn:aws:states:us-east-1:111111111111:execution:recorded:replay';

/** Raised for a case that cannot go on as recorded. */
export class Stuck extends Error {
  override readonly name = 'Stuck';
}

/** Runs a case to its end, its tasks answering as recorded and time jumping whenever there is nothing else to do. */
export async function runCase({ definition, input, tasks }: Case): Promise<Execution> {
  const clock = virtualClock(Date.UTC(2026, 0, 1));
  const execution: Execution = startExecution({
    definition: definition as unknown as StateMachineDefinition,
    input,
    arn: EXECUTION,
    name: 'replay',
    stateMachine: { arn: MACHINE, name: 'recorded' },
    roleArn: 'arn:aws:iam::111111111111:role/recorded',
    clock,
    // Answered in the next turn of the same instant, when the submission has been told.
    runTask: replay(tasks, (token, outcome) => clock.at(clock.now(), () => execution.answer(token, outcome))),
  });
  while (execution.status === 'RUNNING') {
    await new Promise(setImmediate);
    if (execution.status !== 'RUNNING' || !execution.idle) continue;
    if (!clock.jump()) throw new Stuck('the execution waits for something that never comes');
  }
  return execution;
}

/** Answers each task with the next unused recorded attempt of its state. */
function replay(tasks: readonly TaskAttempt[], answer: (token: string, outcome: TaskOutcome) => void): RunTask {
  const left = [...tasks];
  return async ({ state, resource, token, submitted }) => {
    const index = left.findIndex((attempt) => attempt.state === state);
    const [attempt] = index < 0 ? [] : left.splice(index, 1);
    if (!attempt) throw new Stuck(`no recorded attempt of the state '${state}' is left`);
    const outcome = outcomeOf(attempt);
    if (attempt.outcome.type === 'submitFailed') return outcome ?? {};
    if (token === undefined) {
      if (taskResource(resource).pattern === 'sync' && 'submitOutput' in attempt) submitted?.(attempt.submitOutput);
      return outcome ?? never;
    }
    if (outcome) answer(token, outcome);
    return 'submitOutput' in attempt ? { output: attempt.submitOutput } : never;
  };
}

const never = new Promise<TaskOutcome>(() => {});

/** Undefined for a task that was not heard of in time. */
function outcomeOf({ outcome: { type, output, error, cause } }: TaskAttempt): TaskOutcome | undefined {
  if (type === 'timedOut') return undefined;
  if (type === 'succeeded') return { output };
  // The recordings decode what starts with a brace.
  const text = typeof cause === 'object' && cause !== null ? JSON.stringify(cause) : (cause as string | undefined);
  return { ...(error === undefined ? {} : { error }), ...(text === undefined ? {} : { cause: text }) };
}
