import { expect, test } from 'vitest';
import type { TaskCall } from '../../../local/state-language/engine.ts';
import { never, outcomes, run, task } from './machine.ts';

const details = (execution: { history: readonly { type: string }[] }) =>
  execution.history
    .slice(2, -2)
    .map(({ type, ...event }) => [type, Object.entries(event).find(([key]) => key.endsWith('Details'))?.[1]]);

test('a task gets its evaluated Arguments, or else the state’s input', async () => {
  const calls: TaskCall[] = [];
  const runTask = async (call: TaskCall) => {
    calls.push(call);
    return { output: null };
  };
  await run(
    {
      Ask: {
        ...task({ Arguments: { Payload: '{% $states.input.n + 1 %}' }, Credentials: { RoleArn: 'arn:role' } }),
        End: undefined,
        Next: 'Again',
      },
      Again: task({ Resource: 'arn:aws:states:::aws-sdk:sqs:sendMessage' }),
    },
    { input: { n: 1 }, runTask },
  );
  expect(calls).toEqual([
    {
      resource: 'arn:aws:states:::lambda:invoke',
      arguments: { Payload: 2 },
      state: 'Ask',
      execution: { arn: 'arn:aws:states:eu-west-1:000000000000:execution:desk:run-1', name: 'run-1' },
      credentials: { RoleArn: 'arn:role' },
    },
    expect.objectContaining({ resource: 'arn:aws:states:::aws-sdk:sqs:sendMessage', arguments: null, state: 'Again' }),
  ]);
});

test('the history of a service integration', async () => {
  const { execution } = await run(
    { Ask: task({ Arguments: [1], TimeoutSeconds: 60, HeartbeatSeconds: '{% 5 + 5 %}' }) },
    { runTask: outcomes({ output: 2 }) },
  );
  const named = { resourceType: 'lambda', resource: 'invoke' };
  expect(details(execution)).toEqual([
    [
      'TaskScheduled',
      { ...named, region: 'eu-west-1', parameters: '[1]', timeoutInSeconds: 60, heartbeatInSeconds: 10 },
    ],
    ['TaskStarted', named],
    ['TaskSucceeded', { ...named, output: '2', outputDetails: { truncated: false } }],
  ]);
});

const LAMBDA = 'arn:aws:lambda:eu-west-1:000000000000:function:ask';
test.for([
  [
    'success',
    outcomes({ output: 2 }),
    ['LambdaFunctionSucceeded', { output: '2', outputDetails: { truncated: false } }],
  ],
  [
    'failure',
    outcomes({ error: 'Bad', cause: 'so it is' }),
    ['LambdaFunctionFailed', { error: 'Bad', cause: 'so it is' }],
  ],
  ['timeout', never, ['LambdaFunctionTimedOut', { error: 'States.Timeout' }]],
] as const)('the history of a plain function’s %s', async ([, runTask, last]) => {
  const { execution } = await run({ Ask: task({ Resource: LAMBDA, TimeoutSeconds: 3 }) }, { runTask, input: 'in' });
  const told = execution.history
    .slice(2, 5)
    .map(({ type, ...event }) => [type, Object.entries(event).find(([key]) => key.endsWith('Details'))?.[1]]);
  expect(told).toEqual([
    [
      'LambdaFunctionScheduled',
      { resource: LAMBDA, input: '"in"', inputDetails: { truncated: false }, timeoutInSeconds: 3 },
    ],
    ['LambdaFunctionStarted', undefined],
    last,
  ]);
});

test.for([
  ['that has begun', true, ['TaskSubmitted', 'TaskFailed']],
  ['that never began', false, ['TaskSubmitFailed']],
] as const)('a .sync task %s and fails', async ([, begins, told]) => {
  const { types } = await run(
    { Ask: task({ Resource: 'arn:aws:states:::states:startExecution.sync:2' }) },
    {
      async runTask({ submitted }) {
        if (begins) submitted?.({ ExecutionArn: 'arn' });
        return { error: 'Bad' };
      },
    },
  );
  expect(types.slice(2, -1)).toEqual(['TaskScheduled', 'TaskStarted', ...told]);
});

test('a task runner that throws fails its task', async () => {
  const { execution } = await run({ Ask: task() }, { runTask: () => Promise.reject(new TypeError('broken')) });
  expect(execution).toMatchObject({ status: 'FAILED', error: 'TypeError', cause: 'broken' });
});

test('the outcome of a task that is late is ignored', async () => {
  let answer = (_: { output: unknown }) => {};
  const late = new Promise<{ output: unknown }>((resolve) => {
    answer = resolve;
  });
  const { execution } = await run({ Ask: task({ TimeoutSeconds: 1 }) }, { runTask: () => late });
  const before = execution.history.length;
  answer({ output: 'too late' });
  await new Promise(setImmediate);
  expect(execution).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  expect(execution.history).toHaveLength(before);
});

test.for(['TimeoutSeconds', 'HeartbeatSeconds'])('%s must be a number', async (field) => {
  const { execution } = await run({ Ask: task({ [field]: "{% 'soon' %}" }) });
  expect(execution.cause).toContain(
    `for the field '${field}' returned an unexpected result type. Expected 'number', but was 'string' for value: "soon"`,
  );
});
