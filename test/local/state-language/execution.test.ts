import { expect, test } from 'vitest';
import { startExecution } from '../../../local/state-language/engine.ts';
import { virtualClock } from '../../../local/state-language/virtual-clock.ts';
import { BEGIN, begin, never, pass, run, settle, task } from './machine.ts';

test('an execution tells how it went', async () => {
  const ended: string[] = [];
  const { execution, types } = await run(
    { Sleep: { Type: 'Wait', Seconds: 5, Next: 'Say' }, Say: { Type: 'Succeed', Output: 'done' } },
    { input: { a: 1 }, roleArn: 'arn:role', onEnd: ({ status }) => ended.push(status) },
  );
  await execution.done;
  expect(execution).toMatchObject({
    status: 'SUCCEEDED',
    output: 'done',
    startedAt: BEGIN,
    stoppedAt: BEGIN + 5_000,
    idle: true,
  });
  expect(ended).toEqual(['SUCCEEDED']);
  expect(types).toEqual([
    'ExecutionStarted',
    'WaitStateEntered',
    'WaitStateExited',
    'SucceedStateEntered',
    'SucceedStateExited',
    'ExecutionSucceeded',
  ]);
  const whole = { truncated: false };
  expect(execution.history[0]).toEqual({
    id: 1,
    previousEventId: 0,
    timestamp: BEGIN,
    type: 'ExecutionStarted',
    executionStartedEventDetails: { input: '{"a":1}', inputDetails: whole, roleArn: 'arn:role' },
  });
  expect(execution.history[2]).toEqual({
    id: 3,
    previousEventId: 2,
    timestamp: BEGIN + 5_000,
    type: 'WaitStateExited',
    stateExitedEventDetails: { name: 'Sleep', output: '{"a":1}', outputDetails: whole },
  });
  expect(execution.history.map(({ previousEventId }) => previousEventId)).toEqual([0, 0, 2, 3, 4, 5]);
  expect(execution.history[5]).toMatchObject({
    executionSucceededEventDetails: { output: '"done"', outputDetails: whole },
  });
});

test('an execution that is stopped stays so, whatever its tasks answer', async () => {
  const { execution, clock } = await begin({ Ask: task({ TimeoutSeconds: 9 }) }, { runTask: never });
  execution.stop('Stopped', 'by hand');
  execution.stop('Again');
  expect(execution).toMatchObject({ status: 'ABORTED', error: 'Stopped', cause: 'by hand', idle: true });
  expect(execution.history.at(-1)).toMatchObject({
    type: 'ExecutionAborted',
    executionAbortedEventDetails: { error: 'Stopped', cause: 'by hand' },
  });
  expect(clock.jump()).toBe(false);
  await execution.done;
});

test('an execution stopped in the middle of its work does not go on', async () => {
  const { execution } = await begin({ Say: pass() });
  const clock = virtualClock(BEGIN);
  const other = startExecution({ ...start({ Say: pass({ Output: '{% 1 %}' }) }), clock });
  other.stop();
  await settle(other);
  expect(execution.status).toBe('SUCCEEDED');
  expect(other.history.map(({ type }) => type)).toEqual(['ExecutionStarted', 'ExecutionAborted']);
});

const start = (States: Record<string, object>) => ({
  definition: { QueryLanguage: 'JSONata', StartAt: Object.keys(States)[0] ?? '', States: States as never },
  input: {},
  arn: 'arn:aws:states:eu-west-1:000000000000:execution:desk:run-2',
  name: 'run-2',
  stateMachine: { arn: 'arn', name: 'desk' },
  runTask: never,
});

test('an execution is busy until it waits', async () => {
  const execution = startExecution({ ...start({ Ask: task() }), clock: virtualClock(BEGIN) });
  expect(execution).toMatchObject({ idle: false, status: 'RUNNING' });
  await settle(execution);
  expect(execution).toMatchObject({ idle: true, status: 'RUNNING' });
});

test('an execution that lasts too long times out as a whole', async () => {
  const { execution, types, seconds } = await run(
    { Sleep: { Type: 'Wait', Seconds: 99, End: true } },
    { timeoutSeconds: 10 },
  );
  expect(execution).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' });
  expect(types).toEqual(['ExecutionStarted', 'WaitStateEntered', 'ExecutionTimedOut']);
  expect(seconds()).toBe(10);
});

test('what is done to the input later is not seen by the execution', async () => {
  const input = { list: [1] };
  const { execution, clock } = await begin({ Sleep: { Type: 'Wait', Seconds: 1, End: true } }, { input });
  input.list.push(2);
  clock.jump();
  await settle(execution);
  expect(execution.output).toEqual({ list: [1] });
});

test.for([
  ['a state in JSONPath', { QueryLanguage: undefined, States: { Say: { Type: 'Pass', End: true } } }],
  [
    'a branch in JSONPath',
    {
      States: {
        Say: {
          Type: 'Map',
          End: true,
          ItemProcessor: { StartAt: 'In', States: { In: { Type: 'Pass', QueryLanguage: 'JSONPath', End: true } } },
        },
      },
    },
  ],
  ['a type that does not exist', { States: { Say: { Type: 'Parse', End: true } } }],
] as const)('a definition with %s is refused by name', async ([, definition]) => {
  const from = start({ Say: pass() });
  const refused = { ...from, definition: { ...from.definition, ...definition } as never, clock: virtualClock(BEGIN) };
  expect(() => startExecution(refused)).toThrow(expect.objectContaining({ name: 'UnsupportedDefinition' }));
});

test('a state that is not there is a fault, not a hang', async () => {
  const { execution } = await run({ Say: { Type: 'Pass', Next: 'Nowhere' } });
  expect(execution).toMatchObject({
    status: 'FAILED',
    error: 'States.Runtime',
    cause: "There is no state named 'Nowhere'.",
  });
});
