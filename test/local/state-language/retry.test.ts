import { expect, test } from 'vitest';
import { outcomes, pass, run, task } from './machine.ts';

const busy = { error: 'Busy', cause: 'try later' };
const retrying = (Retry: object[], rest: object = {}) => ({ Ask: task({ Retry, ...rest }) });

test.for([
  ['by default after 1, 2 and 4 seconds', {}, 4, 7],
  ['with backoff', { IntervalSeconds: 10, BackoffRate: 3, MaxAttempts: 4 }, 5, 10 + 30 + 90 + 270],
  [
    'with backoff up to the longest delay',
    { IntervalSeconds: 10, BackoffRate: 3, MaxAttempts: 4, MaxDelaySeconds: 60 },
    5,
    10 + 30 + 60 + 60,
  ],
  ['with full jitter, from nothing to the delay', { IntervalSeconds: 10, JitterStrategy: 'FULL' }, 4, 5 + 10 + 20],
  ['never', { MaxAttempts: 0 }, 1, 0],
] as const)('a task is retried %s', async ([, retrier, attempts, waited]) => {
  const { execution, seconds, types } = await run(retrying([{ ErrorEquals: ['States.ALL'], ...retrier }]), {
    runTask: outcomes(...Array(9).fill(busy)),
    random: () => 0.5,
  });
  expect(execution).toMatchObject({ status: 'FAILED', ...busy });
  expect(types.filter((type) => type === 'TaskScheduled')).toHaveLength(attempts);
  expect(seconds()).toBe(waited);
});

test('each retrier counts for itself, and an error none of them names is not retried', async () => {
  const { seconds, execution } = await run(
    retrying([
      { ErrorEquals: ['Busy'], MaxAttempts: 1, IntervalSeconds: 1 },
      { ErrorEquals: ['Gone'], MaxAttempts: 1, IntervalSeconds: 100 },
    ]),
    { runTask: outcomes(busy, { error: 'Gone' }, { error: 'Other' }, { output: 'late' }) },
  );
  expect(execution).toMatchObject({ status: 'FAILED', error: 'Other' });
  expect(seconds()).toBe(101);
});

test('the context counts the retries', async () => {
  const { execution } = await run(
    retrying([{ ErrorEquals: ['Busy'] }], {
      Arguments: '{% $states.context.State.RetryCount %}',
      Output: ['{% $states.context.State.RetryCount %}', '{% $states.result %}'],
    }),
    { runTask: async ({ arguments: count }) => (count === 2 ? { output: count } : busy) },
  );
  expect(execution.output).toEqual([2, 2]);
});

test('a retried expression fails once per attempt', async () => {
  const { types } = await run({
    Ask: task({ Arguments: '{% $none %}', Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }] }),
  });
  expect(types).toEqual([
    'ExecutionStarted',
    'TaskStateEntered',
    'EvaluationFailed',
    'EvaluationFailed',
    'ExecutionFailed',
  ]);
});

test('a retried Map starts over and says that it failed only in the end', async () => {
  const { types } = await run({
    Each: {
      Type: 'Map',
      Items: [1],
      Retry: [{ ErrorEquals: ['Bad'], MaxAttempts: 1 }],
      Catch: [{ ErrorEquals: ['Bad'], Next: 'Hand' }],
      ItemProcessor: { StartAt: 'Break', States: { Break: { Type: 'Fail', Error: 'Bad' } } },
      End: true,
    },
    Hand: pass(),
  });
  const attempt = ['MapStateStarted', 'MapIterationStarted', 'FailStateEntered', 'MapIterationFailed'];
  expect(types.slice(2, 12)).toEqual([...attempt, ...attempt, 'MapStateFailed', 'MapStateExited']);
});
