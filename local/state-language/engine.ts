import type { StateMachineDefinition } from './definition.ts';
import type { HistoryEvent } from './history.ts';

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

export function startExecution(_start: Start): Execution {
  throw new Error('the interpreter is being written');
}
