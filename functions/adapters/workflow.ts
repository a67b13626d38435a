import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { WorkflowAnswer } from '../domain/answer-workflow.ts';
import { unlogged } from './unlogged.ts';

/** The state machine, for the relay and the watch alone: a page or a step never speaks to it. */
export const workflow = (stateMachineArn: string) => {
  const sfn = unlogged(new SFNClient({}));
  const arnOf = (name: string) => `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
  return {
    /** Starts the execution of that name; one that was started before is a normal answer. */
    async start(name: string, input: Readonly<{ ticket: string; extension?: string }>): Promise<void> {
      try {
        await sfn.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },

    /** Stops an execution that carries its ticket no more; one that never was, or has ended, is a normal answer. */
    async stop(name: string): Promise<void> {
      try {
        await sfn.send(new StopExecutionCommand({ executionArn: arnOf(name), error: 'Superseded' }));
      } catch (error) {
        if (!(error instanceof ExecutionDoesNotExist)) throw error;
      }
    },

    /** Answers a waiting task; a token that is used, timed out or gone with its execution is a normal answer. */
    async answer(taskToken: string, answer: WorkflowAnswer): Promise<void> {
      const command =
        'output' in answer
          ? new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(answer.output) })
          : new SendTaskFailureCommand({ taskToken, ...answer });
      try {
        await sfn.send(command as SendTaskSuccessCommand);
      } catch (error) {
        const isOver = [TaskTimedOut, TaskDoesNotExist, InvalidToken].some((Gone) => error instanceof Gone);
        if (!isOver) throw error;
      }
    },

    /** RUNNING, SUCCEEDED …; MISSING where there never was one of that name. */
    async status(name: string): Promise<string> {
      try {
        return (await sfn.send(new DescribeExecutionCommand({ executionArn: arnOf(name) }))).status ?? 'MISSING';
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return 'MISSING';
        throw error;
      }
    },
  };
};
export type Workflow = ReturnType<typeof workflow>;
