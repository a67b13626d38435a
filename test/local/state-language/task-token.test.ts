import { expect, test } from 'vitest';
import type { Execution, TaskCall } from '../../../local/state-language/engine.ts';
import { executionOfToken } from '../../../local/state-language/task-tokens.ts';
import { begin, never, pass, settle, TOKEN_TASK, task } from './machine.ts';

const types = ({ history }: Execution) => history.map(({ type }) => type);

/** Begins a machine with one task that waits for its token, and collects the tokens handed out. */
async function waiting(rest: object = {}, then: object = {}, runTask?: (call: TaskCall) => ReturnType<typeof never>) {
  const tokens: string[] = [];
  const begun = await begin(
    { Ask: task({ Resource: TOKEN_TASK, Arguments: '{% $states.context.Task.Token %}', ...rest }), ...then },
    {
      async runTask(call) {
        tokens.push(call.token ?? 'none');
        expect(call.arguments).toBe(call.token);
        return runTask ? runTask(call) : { output: 'sent' };
      },
    },
  );
  return { ...begun, tokens, token: () => tokens.at(-1) ?? '' };
}

test('the submission is told, and the token’s answer is the result', async () => {
  const { execution, token } = await waiting();
  expect(types(execution).slice(2)).toEqual(['TaskScheduled', 'TaskStarted', 'TaskSubmitted']);
  expect(execution.answer(token(), { output: { approved: true } })).toBe(true);
  await settle(execution);
  expect(execution).toMatchObject({ status: 'SUCCEEDED', output: { approved: true } });
});

test('a token works once', async () => {
  const { execution, token } = await waiting();
  expect(execution.answer(token(), { output: 1 })).toBe(true);
  expect(execution.answer(token(), { output: 2 })).toBe(false);
  await settle(execution);
  expect(execution.answer(token(), { output: 3 })).toBe(false);
  expect(execution.heartbeat(token())).toBe(false);
  expect(execution.output).toBe(1);
});

test('a token leads to its execution, no other does', async () => {
  const first = await waiting();
  const second = await waiting();
  expect(executionOfToken(first.token())).toBe(first.execution);
  expect(first.token()).not.toBe(second.token());
  expect(first.execution.answer(second.token(), { output: 1 })).toBe(false);
  expect(executionOfToken('guessed')).toBeUndefined();
});

test('a failure sent for a token fails the task', async () => {
  const { execution, token } = await waiting();
  execution.answer(token(), { error: 'Refused', cause: 'no' });
  await settle(execution);
  expect(execution).toMatchObject({ status: 'FAILED', error: 'Refused', cause: 'no' });
  expect(types(execution).slice(-2)).toEqual(['TaskFailed', 'ExecutionFailed']);
});

test('a token whose time is over answers no more, not even in the instant of the timeout', async () => {
  const { execution, token, clock } = await waiting({ TimeoutSeconds: 60 });
  clock.jump();
  expect(execution.answer(token(), { output: 1 })).toBe(false);
  await settle(execution);
  expect(execution).toMatchObject({ status: 'FAILED', error: 'States.Timeout', cause: undefined });
  expect(types(execution).slice(-2)).toEqual(['TaskTimedOut', 'ExecutionFailed']);
});

test('each attempt has a token of its own', async () => {
  const { execution, tokens, clock } = await waiting({
    TimeoutSeconds: 60,
    Retry: [{ ErrorEquals: ['States.Timeout'] }],
  });
  clock.jump();
  await settle(execution);
  clock.jump();
  await settle(execution);
  expect(new Set(tokens).size).toBe(2);
  expect(execution.answer(tokens[0] ?? '', { output: 1 })).toBe(false);
  expect(execution.answer(tokens[1] ?? '', { output: 2 })).toBe(true);
});

test('heartbeats keep a task alive; their lack is reported as States.Timeout', async () => {
  const { execution, token, clock, seconds } = await waiting({ HeartbeatSeconds: 10 });
  clock.at(clock.now() + 8_000, () => execution.heartbeat(token()));
  while (execution.status === 'RUNNING' && clock.jump()) await settle(execution);
  expect(execution).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  expect(seconds()).toBe(18);
});

test.for(['States.HeartbeatTimeout', 'States.Timeout'])('a lack of heartbeats is caught as %s', async (name) => {
  const { execution, clock } = await waiting(
    { HeartbeatSeconds: 10, Catch: [{ ErrorEquals: [name], Next: 'Hand' }] },
    { Hand: pass() },
  );
  clock.jump();
  await settle(execution);
  expect(execution.output).toEqual({ Error: 'States.Timeout', Cause: '' });
});

test('a submission that fails fails the task and its token', async () => {
  const { execution, token } = await waiting({}, {}, async () => ({ error: 'Lambda.TooManyRequestsException' }));
  expect(types(execution).slice(-2)).toEqual(['TaskSubmitFailed', 'ExecutionFailed']);
  expect(execution.answer(token(), { output: 1 })).toBe(false);
});

test('an answer may come before the submission returns', async () => {
  const { execution, token } = await waiting({}, {}, never);
  execution.answer(token(), { output: 'fast' });
  await settle(execution);
  expect(execution.output).toBe('fast');
});
