import { expect, test } from 'vitest';
import { begin, never, outcomes, pass, run, settle, task } from './machine.ts';

const branch = (States: Record<string, object>) => ({ StartAt: Object.keys(States)[0], States });
const parallel = (Branches: object[], rest: object = {}) => ({ Type: 'Parallel', End: true, Branches, ...rest });
const wait = (Seconds: number, Next: string) => ({ Type: 'Wait', Seconds, Next });

test('branches run side by side on the Arguments, and their outputs keep their order', async () => {
  const { execution, seconds } = await run(
    {
      Both: parallel(
        [
          branch({ Slow: wait(5, 'Say'), Say: pass({ Output: '{% "slow " & $states.input %}' }) }),
          branch({ Fast: pass() }),
        ],
        {
          Arguments: '{% $states.input.who %}',
          Output: { all: '{% $states.result %}', input: '{% $states.input %}' },
        },
      ),
    },
    { input: { who: 'me' } },
  );
  expect(execution.output).toEqual({ all: ['slow me', 'me'], input: { who: 'me' } });
  expect(seconds()).toBe(5);
});

test('each branch has a chain of its own in the history', async () => {
  const { execution } = await run({
    Both: parallel([branch({ A: { Type: 'Pass', Next: 'B' }, B: pass() }), branch({ C: wait(1, 'D'), D: pass() })]),
  });
  const entered = (name: string) => execution.history.find((event) => event.stateEnteredEventDetails?.name === name);
  const exited = (name: string) => execution.history.find((event) => event.stateExitedEventDetails?.name === name);
  expect([entered('A'), entered('C')].map((event) => event?.previousEventId)).toEqual([3, 3]);
  expect(entered('B')?.previousEventId).toBe(exited('A')?.id);
  expect(entered('D')?.previousEventId).toBe(exited('C')?.id);
  expect(exited('Both')?.previousEventId).toBe(exited('D')?.id);
  expect(execution.history.map(({ id }) => id)).toEqual(execution.history.map((_, i) => i + 1));
});

test('a failing branch cuts the others, whose open state is told as aborted', async () => {
  const { execution, types, seconds } = await run({
    Both: parallel([
      branch({ Sleep: wait(60, 'Say'), Say: pass() }),
      branch({ Soon: wait(1, 'Break'), Break: { Type: 'Fail', Error: 'Bad' } }),
    ]),
  });
  expect(execution).toMatchObject({ status: 'FAILED', error: 'Bad' });
  expect(types.slice(-4)).toEqual(['FailStateEntered', 'WaitStateAborted', 'ParallelStateFailed', 'ExecutionFailed']);
  expect(seconds()).toBe(1);
});

test('a task that ends its branch is told as aborted before the Parallel fails', async () => {
  const { execution, types } = await run(
    {
      Both: parallel([branch({ Ask: task() })], { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Hand' }] }),
      Hand: pass(),
    },
    { runTask: outcomes({ error: 'Bad', cause: 'so it is' }) },
  );
  expect(types.slice(6, 10)).toEqual(['TaskFailed', 'TaskStateAborted', 'ParallelStateFailed', 'ParallelStateExited']);
  expect(execution.history.map(({ previousEventId }) => previousEventId)).toEqual([
    0, 0, 2, 3, 4, 5, 6, 7, 7, 9, 10, 11, 12,
  ]);
});

test('a fault in a branch ends the execution at once', async () => {
  const { types } = await run({
    Both: parallel(
      [branch({ Decide: { Type: 'Choice', Choices: [{ Condition: false, Next: 'Say' }] }, Say: pass() })],
      {
        Catch: [{ ErrorEquals: ['States.ALL', 'States.Runtime'], Next: 'Hand' }],
      },
    ),
    Hand: pass(),
  });
  expect(types.slice(2)).toEqual(['ParallelStateStarted', 'ChoiceStateEntered', 'ExecutionFailed']);
});

test('a Catch that fails continues from before the state had failed', async () => {
  const { execution, types } = await run({
    Both: parallel([branch({ Break: { Type: 'Fail', Error: 'Bad' } })], {
      Catch: [{ ErrorEquals: ['Bad'], Output: '{% $none %}', Next: 'Hand' }],
    }),
    Hand: pass(),
  });
  expect(types.slice(4)).toEqual(['ParallelStateFailed', 'EvaluationFailed', 'ParallelStateFailed', 'ExecutionFailed']);
  expect(execution.history.map(({ previousEventId }) => previousEventId)).toEqual([0, 0, 2, 3, 4, 4, 6, 7]);
});

test('a cut branch does nothing more', async () => {
  const { execution, clock } = await begin(
    {
      Both: parallel([
        branch({ Ask: task({ TimeoutSeconds: 60 }) }),
        branch({ Soon: wait(1, 'Break'), Break: { Type: 'Fail', Error: 'Bad' } }),
      ]),
    },
    { runTask: never },
  );
  clock.jump();
  await settle(execution);
  expect(execution.status).toBe('FAILED');
  expect(clock.jump()).toBe(false);
});
