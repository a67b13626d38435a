import { expect, test } from 'vitest';
import { outcomes, pass, run, task } from './machine.ts';

const distributed = (States: Record<string, object>, rest: object = {}) => ({
  Type: 'Map',
  Label: 'Desk',
  End: true,
  ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, StartAt: Object.keys(States)[0], States },
  ...rest,
});

test('items are executions of their own: the parent’s history tells of the run alone', async () => {
  const { execution, types } = await run(
    { Each: distributed({ Say: pass({ Output: '{% $states.input * 2 %}' }) }) },
    { input: [1, 2] },
  );
  expect(execution.output).toEqual([2, 4]);
  expect(types).toEqual([
    'ExecutionStarted',
    'MapStateEntered',
    'MapStateStarted',
    'MapRunStarted',
    'MapRunSucceeded',
    'MapStateSucceeded',
    'MapStateExited',
    'ExecutionSucceeded',
  ]);
  expect(execution.history.map(({ previousEventId }) => previousEventId)).toEqual([0, 0, 2, 3, 4, 5, 4, 7]);
  expect(execution.history[3]?.mapRunStartedEventDetails?.mapRunArn).toMatch(
    /^arn:aws:states:eu-west-1:000000000000:mapRun:desk\/Desk:/,
  );
});

test('items know no variable of their parent, and have names of their own', async () => {
  const { execution } = await run({
    Start: { Type: 'Pass', Assign: { outer: 1 }, Output: [1, 2], Next: 'Each' },
    Each: distributed({ Say: pass({ Output: ['{% $exists($outer) %}', '{% $states.context.Execution.Id %}'] }) }),
  });
  const [[knows, first], [, second]] = execution.output as [[boolean, string], [boolean, string]];
  expect(knows).toBe(false);
  expect(first).toMatch(/^arn:aws:states:eu-west-1:000000000000:execution:desk\/Desk:/);
  expect(first).not.toBe(second);
});

test.for([
  [{}, 'FAILED', 'States.ExceedToleratedFailureThreshold'],
  [{ ToleratedFailureCount: 1 }, 'SUCCEEDED', undefined],
] as const)('one failed item with %o', async ([tolerance, status, error]) => {
  const { execution, types } = await run(
    { Each: distributed({ Ask: task() }, { ...tolerance, MaxConcurrency: 1 }) },
    { input: [1, 2], runTask: outcomes({ error: 'Bad' }, { output: 'good' }) },
  );
  expect(execution).toMatchObject({ status, error });
  const last = status === 'FAILED' ? ['MapRunFailed', 'MapStateFailed'] : ['MapRunSucceeded', 'MapStateSucceeded'];
  expect(types.slice(4, 6)).toEqual(last);
});

test('a fault inside an item fails the item, not the whole', async () => {
  const States = {
    Decide: { Type: 'Choice', Choices: [{ Condition: '{% $states.input = 1 %}', Next: 'Say' }] },
    Say: pass(),
  };
  const { execution } = await run({ Each: distributed(States, { ToleratedFailureCount: 1 }) }, { input: [1, 2] });
  expect(execution.output).toEqual([1]);
});
