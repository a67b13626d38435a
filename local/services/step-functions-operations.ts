import { randomUUID } from 'node:crypto';
import type {
  DescribeExecutionInput,
  DescribeStateMachineInput,
  GetExecutionHistoryInput,
  ListExecutionsInput,
  ListStateMachinesInput,
  SendTaskFailureInput,
  SendTaskHeartbeatInput,
  SendTaskSuccessInput,
  StartExecutionInput,
  StopExecutionInput,
} from '@aws-sdk/client-sfn';
import { AwsError } from '../protocol/aws-error.ts';
import { type Operations, operation } from '../protocol/operation.ts';
import type { TaskOutcome } from '../state-language/engine.ts';
import type { ExecutionRecord } from './execution-register.ts';
import type { StepFunctions } from './step-functions.ts';

const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u;

/** Step Functions as its API tells it; times are seconds. */
export function stepFunctionsOperations({ machines, register, start, issuer }: StepFunctions): Operations {
  const found = (arn: string | undefined): ExecutionRecord => {
    const record = register.find(String(arn));
    if (!record) throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    return record;
  };

  const answer = (token: string | undefined, outcome: TaskOutcome) => {
    if (!waiting(token).answer(String(token), outcome)) throw timedOut();
    return {};
  };

  const waiting = (token: string | undefined) => {
    const execution = issuer(String(token));
    if (execution) return execution;
    if (!token || token.length < 20) throw new AwsError('InvalidToken', "Invalid Token: 'Invalid token'");
    throw new AwsError('TaskDoesNotExist', "Task Does Not Exist: 'Task does not exist'");
  };

  const timedOut = () => new AwsError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");

  return {
    ListStateMachines: operation<ListStateMachinesInput>(['maxResults', 'nextToken'], () => ({
      stateMachines: [...machines.values()].map(({ name, arn, type, createdAt }) => ({
        name,
        type,
        stateMachineArn: arn,
        creationDate: createdAt / 1000,
      })),
    })),

    DescribeStateMachine: operation<DescribeStateMachineInput>(['stateMachineArn'], ({ stateMachineArn }) => {
      const machine = machines.get(String(stateMachineArn));
      if (!machine)
        throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${stateMachineArn}'`);
      const { name, roleArn, type, createdAt, definition } = machine;
      const status = 'ACTIVE';
      return {
        name,
        roleArn,
        type,
        status,
        stateMachineArn,
        creationDate: createdAt / 1000,
        definition: JSON.stringify(definition),
      };
    }),

    StartExecution: operation<StartExecutionInput>(
      ['stateMachineArn', 'name', 'input', 'traceHeader'],
      ({ stateMachineArn, name = randomUUID(), input = '{}' }) => {
        if (!NAME.test(name)) throw new AwsError('InvalidName', `Invalid Name: '${name}'`);
        if (!isJson(input))
          throw new AwsError('InvalidExecutionInput', "Invalid State Machine Execution Input: 'not JSON'");
        const { arn, startedAt } = start(String(stateMachineArn), input, name);
        return { executionArn: arn, startDate: startedAt / 1000 };
      },
    ),

    DescribeExecution: operation<DescribeExecutionInput>(['executionArn', 'includedData'], ({ executionArn }) => {
      const record = found(executionArn);
      const { input, output, error, cause } = record;
      return {
        ...summary(record),
        input,
        output,
        error,
        cause,
        inputDetails: { included: true },
        outputDetails: { included: true },
      };
    }),

    ListExecutions: operation<ListExecutionsInput>(
      ['stateMachineArn', 'statusFilter', 'maxResults', 'nextToken'],
      ({ stateMachineArn, statusFilter, maxResults, nextToken }) => {
        if (!machines.has(String(stateMachineArn))) {
          throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${stateMachineArn}'`);
        }
        const all = register
          .ofMachine(String(stateMachineArn))
          .filter(({ status }) => !statusFilter || status === statusFilter);
        const { page, next } = pageOf(all.toReversed(), maxResults || 100, nextToken);
        return { executions: page.map(summary), nextToken: next };
      },
    ),

    GetExecutionHistory: operation<GetExecutionHistoryInput>(
      ['executionArn', 'maxResults', 'reverseOrder', 'nextToken', 'includeExecutionData'],
      ({ executionArn, maxResults, reverseOrder, nextToken }) => {
        const events = found(executionArn).execution?.history ?? [];
        const { page, next } = pageOf(reverseOrder ? events.toReversed() : events, maxResults || 100, nextToken);
        return { events: page.map((event) => ({ ...event, timestamp: event.timestamp / 1000 })), nextToken: next };
      },
    ),

    StopExecution: operation<StopExecutionInput>(
      ['executionArn', 'error', 'cause'],
      ({ executionArn, error, cause }) => {
        const record = found(executionArn);
        record.execution?.stop(error, cause);
        return { stopDate: (record.stoppedAt ?? record.startedAt) / 1000 };
      },
    ),

    SendTaskSuccess: operation<SendTaskSuccessInput>(['taskToken', 'output'], ({ taskToken, output = '' }) => {
      if (!isJson(output)) throw new AwsError('InvalidOutput', "Invalid Output: 'not JSON'");
      return answer(taskToken, { output: JSON.parse(output) });
    }),

    SendTaskFailure: operation<SendTaskFailureInput>(['taskToken', 'error', 'cause'], ({ taskToken, error, cause }) =>
      answer(taskToken, { error, cause }),
    ),

    SendTaskHeartbeat: operation<SendTaskHeartbeatInput>(['taskToken'], ({ taskToken }) => {
      if (!waiting(taskToken).heartbeat(String(taskToken))) throw timedOut();
      return {};
    }),
  };
}

const summary = ({ arn, name, stateMachineArn, status, startedAt, stoppedAt }: ExecutionRecord) => ({
  executionArn: arn,
  stateMachineArn,
  name,
  status,
  startDate: startedAt / 1000,
  stopDate: stoppedAt && stoppedAt / 1000,
});

function pageOf<T>(all: readonly T[], size: number, token = '0') {
  const from = Number(token);
  if (!Number.isInteger(from)) throw new AwsError('InvalidToken', "Invalid Token: 'Invalid token'");
  const next = from + size < all.length ? String(from + size) : undefined;
  return { page: all.slice(from, from + size), next };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
