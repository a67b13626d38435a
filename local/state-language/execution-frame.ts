import type { Execution, Start } from './engine.ts';
import { failureDetails, StateFailure } from './failure.ts';
import { outputDetails } from './payload.ts';

/** How an execution ended, or that it has not. */
export type Ending = Readonly<{ status: Execution['status']; output?: unknown; error?: string; cause?: string }>;

const FINAL = {
  SUCCEEDED: 'ExecutionSucceeded',
  FAILED: 'ExecutionFailed',
  TIMED_OUT: 'ExecutionTimedOut',
  ABORTED: 'ExecutionAborted',
} as const;

/** The event that closes the history. */
export function finalEvent({ status, output, error, cause }: Ending): [string, Record<string, unknown>] {
  const type = FINAL[status as keyof typeof FINAL];
  return [type, status === 'SUCCEEDED' ? outputDetails(output) : failureDetails(new StateFailure(error, cause))];
}

/** What `$states.context` says of the execution and its state machine. */
export const executionContext = ({ arn, name, roleArn, stateMachine }: Start, Input: unknown, startedAt: number) => ({
  Execution: {
    Id: arn,
    Input,
    StartTime: new Date(startedAt).toISOString(),
    Name: name,
    ...(roleArn === undefined ? {} : { RoleArn: roleArn }),
    RedriveCount: 0,
  },
  StateMachine: { Id: stateMachine.arn, Name: stateMachine.name },
});
