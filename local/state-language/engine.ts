import type { StateMachineDefinition } from './definition.ts';
import { checkDefinition } from './definition-check.ts';
import { type Ending, executionContext, finalEvent } from './execution-frame.ts';
import { failureDetails, StateFailure } from './failure.ts';
import { append, type HistoryEvent } from './history.ts';
import { plainJson } from './jsonata/plain-json.ts';
import { inputDetails } from './payload.ts';
import { runStates } from './run-states.ts';
import { cut, type Home, newStrand, type Run, spawn } from './strand.ts';

export type { StateMachineDefinition } from './definition.ts';
export type { HistoryEvent } from './history.ts';

/** Milliseconds since 1970. `at` runs once the clock reaches `time`, never inside the call itself. */
export type Clock = Readonly<{ now(): number; at(time: number, run: () => void): () => void }>;

export type TaskOutcome = Readonly<{ output: unknown }> | Readonly<{ error?: string; cause?: string }>;

export type TaskCall = Readonly<{
  resource: string;
  arguments: unknown;
  state: string;
  token?: string;
  execution: Readonly<{ arn: string; name: string }>;
  credentials?: unknown;
  /** Only of a `.sync` task: tells that it has begun, before its outcome is known. */
  submitted?: (output: unknown) => void;
}>;

/** Submits a task. Of a `.waitForTaskToken` task the outcome is only the submission's; the token's answer ends the task. */
export type RunTask = (call: TaskCall) => Promise<TaskOutcome>;

export type Start = Readonly<{
  definition: StateMachineDefinition;
  input: unknown;
  arn: string;
  name: string;
  stateMachine: Readonly<{ arn: string; name: string }>;
  roleArn?: string;
  clock: Clock;
  runTask: RunTask;
  /** 0 ≤ x < 1: jitter, $random, $uuid. Tokens are always drawn from the system's randomness. */
  random?: () => number;
  onEnd?: (execution: Execution) => void;
}>;

export interface Execution {
  readonly arn: string;
  readonly name: string;
  readonly startedAt: number;
  readonly stoppedAt?: number;
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly input: unknown;
  readonly output?: unknown;
  readonly error?: string;
  readonly cause?: string;
  readonly history: readonly HistoryEvent[];
  /** Resolves when the execution has ended, however it ended; never rejects. */
  readonly done: Promise<void>;
  stop(error?: string, cause?: string): void;
  /** Answers a waiting token; false when it is unknown, used or timed out. */
  answer(token: string, outcome: TaskOutcome): boolean;
  heartbeat(token: string): boolean;
  /** Nothing but timers, tokens or tasks in `runTask` is pending. */
  readonly idle: boolean;
}

/** Starts an execution; its states run from the next microtask on. Throws UnsupportedDefinition. */
export function startExecution(start: Start): Execution {
  const { definition, clock, arn, name, onEnd } = start;
  checkDefinition(definition);
  const input = plainJson(start.input) ?? null;
  const startedAt = clock.now();
  const events: HistoryEvent[] = [];
  const { promise: done, resolve } = Promise.withResolvers<void>();

  const ending: { now: Ending; stoppedAt?: number } = { now: { status: 'RUNNING' } };
  const execution: Execution = {
    ...{ arn, name, startedAt, input, history: events, done },
    get status() {
      return ending.now.status;
    },
    get stoppedAt() {
      return ending.stoppedAt;
    },
    get output() {
      return ending.now.output;
    },
    get error() {
      return ending.now.error;
    },
    get cause() {
      return ending.now.cause;
    },
    get idle() {
      return run.busy === 0;
    },
    stop(error, cause) {
      end({ status: 'ABORTED', ...failureDetails(new StateFailure(error, cause)) }, 0);
    },
    answer(token, outcome) {
      const task = run.waitingTasks.get(token);
      task?.answer(outcome);
      return task !== undefined;
    },
    heartbeat(token) {
      const task = run.waitingTasks.get(token);
      task?.heartbeat();
      return task !== undefined;
    },
  };
  const run: Run = { clock, runTask: start.runTask, random: start.random, execution, waitingTasks: new Map(), busy: 0 };
  const home: Home = { events, arn, name, context: executionContext(start, input, startedAt) };
  const strand = newStrand({ run, home, variables: {}, last: 0 });

  function end(now: Ending, after: number): void {
    if (ending.now.status !== 'RUNNING') return;
    ending.now = now;
    ending.stoppedAt = clock.now();
    append(strand, ...finalEvent(now), after);
    cut(strand);
    stopTimeout();
    resolve();
    onEnd?.(execution);
  }
  const { TimeoutSeconds } = definition;
  const timeOut = () => end({ status: 'TIMED_OUT', error: 'States.Timeout' }, 0);
  const stopTimeout = TimeoutSeconds === undefined ? () => {} : clock.at(startedAt + TimeoutSeconds * 1000, timeOut);

  append(strand, 'ExecutionStarted', { ...inputDetails(input), roleArn: start.roleArn ?? '' }, 0);
  spawn(
    strand,
    () => runStates(strand, definition, input),
    (result) => {
      if (result instanceof StateFailure) end({ status: 'FAILED', ...failureDetails(result) }, strand.last);
      else end({ status: 'SUCCEEDED', output: result }, strand.last);
    },
  );
  return execution;
}
