import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { expect, test } from 'vitest';
import { writeAssembly } from './assembly.ts';
import { arn, invoke, machine } from './parts.ts';
import { clients, cloudOf, recorded, recorder } from './running.ts';

const waiting = {
  functions: { Ask: recorder() },
  resources: {
    Machine: machine(
      { StartAt: 'Ask', States: { Ask: invoke('Ask', { TimeoutSeconds: 3600 }, '.waitForTaskToken') } },
      { Ask: arn('Ask') },
    ),
  },
};

async function asked() {
  const cloud = await cloudOf(waiting);
  const { sfn } = clients(cloud);
  const stateMachineArn = cloud.resource('Machine').arn;
  const { executionArn } = await sfn.send(
    new StartExecutionCommand({ stateMachineArn, name: 'one', input: '{"a":1}' }),
  );
  await cloud.settle();
  const [taskToken] = recorded(cloud, 'Ask');
  return { cloud, sfn, stateMachineArn, executionArn, taskToken };
}

test('a token is answered once; then it is TaskTimedOut, and a made-up one was never a token', async () => {
  const { cloud, sfn, executionArn, taskToken } = await asked();
  const answer = (token: string) => sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: '{"b":2}' }));
  await expect(answer('made up')).rejects.toMatchObject({ name: 'InvalidToken' });
  await answer(taskToken);
  await cloud.settle();
  await expect(answer(taskToken)).rejects.toMatchObject({ name: 'TaskTimedOut' });
  const described = await sfn.send(new DescribeExecutionCommand({ executionArn }));
  expect(described).toMatchObject({ status: 'SUCCEEDED', input: '{"a":1}', output: '{"b":2}', startDate: cloud.now() });
});

test('a token that waited too long is refused, and the execution has failed by its timeout', async () => {
  const { cloud, sfn, executionArn, taskToken } = await asked();
  await cloud.advanceBy(3_600_000);
  await expect(sfn.send(new SendTaskSuccessCommand({ taskToken, output: '1' }))).rejects.toMatchObject({
    name: 'TaskTimedOut',
  });
  expect(await sfn.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
    status: 'FAILED',
    error: 'States.Timeout',
  });
});

test('a name is one execution: the same input finds it, another input and a later start are refused', async () => {
  const { cloud, sfn, stateMachineArn, executionArn } = await asked();
  const start = (input: string) => sfn.send(new StartExecutionCommand({ stateMachineArn, name: 'one', input }));
  expect(await start('{ "a": 1 }')).toMatchObject({ executionArn });
  await expect(start('{}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });

  await sfn.send(new StopExecutionCommand({ executionArn, error: 'Stopped', cause: 'by hand' }));
  await expect(start('{"a":1}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  await cloud.advanceBy(91 * 86_400_000);
  expect(await start('{"a":1}')).toMatchObject({ executionArn });
});

test('executions are listed by their status, newest first, a page at a time', async () => {
  const { cloud, sfn, stateMachineArn, executionArn } = await asked();
  await sfn.send(new StopExecutionCommand({ executionArn }));
  await cloud.advanceBy(1000);
  for (const name of ['two', 'three']) await sfn.send(new StartExecutionCommand({ stateMachineArn, name }));
  const first = await sfn.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 2 }));
  expect(first.executions?.map(({ name }) => name)).toEqual(['three', 'two']);
  const { executions } = await sfn.send(new ListExecutionsCommand({ stateMachineArn, nextToken: first.nextToken }));
  expect(executions).toMatchObject([{ name: 'one', status: 'ABORTED' }]);
  expect(
    (await sfn.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING' }))).executions,
  ).toHaveLength(2);
  expect((await sfn.send(new ListStateMachinesCommand({}))).stateMachines).toMatchObject([{ stateMachineArn }]);
});

test('the history is told as AWS tells it', async () => {
  const { sfn, executionArn } = await asked();
  const { events = [] } = await sfn.send(new GetExecutionHistoryCommand({ executionArn }));
  expect(events.map(({ type }) => type)).toEqual([
    'ExecutionStarted',
    'TaskStateEntered',
    'TaskScheduled',
    'TaskStarted',
    'TaskSubmitted',
  ]);
  expect(events[1]).toMatchObject({
    id: 2,
    timestamp: expect.any(Date),
    stateEnteredEventDetails: { name: 'Ask', input: '{"a":1}' },
  });
});

test('an error of a function is the error of its task, by its name', async () => {
  const cloud = await cloudOf({
    functions: { Fail: recorder('true') },
    resources: { Machine: machine({ StartAt: 'Fail', States: { Fail: invoke('Fail') } }, { Fail: arn('Fail') }) },
  });
  const { sfn } = clients(cloud);
  await sfn.send(new StartExecutionCommand({ stateMachineArn: cloud.resource('Machine').arn }));
  await cloud.settle();
  const [execution] = cloud.executions;
  expect(execution).toMatchObject({ status: 'FAILED', error: 'NotToday' });
  expect(JSON.parse(String(execution?.cause))).toMatchObject({ errorType: 'NotToday', errorMessage: 'not today' });
});

test('a deployment changes what starts, not what runs', async () => {
  const { cloud, sfn, stateMachineArn, taskToken } = await asked();
  const next = {
    ...waiting,
    resources: { Machine: machine({ StartAt: 'End', States: { End: { Type: 'Succeed', Output: 'new' } } }) },
  };
  await cloud.deploy(writeAssembly(next));
  await sfn.send(new SendTaskSuccessCommand({ taskToken, output: '"old"' }));
  await sfn.send(new StartExecutionCommand({ stateMachineArn, name: 'two' }));
  await cloud.settle();
  expect(cloud.executions.map(({ output }) => output)).toEqual(['"old"', '"new"']);
});
