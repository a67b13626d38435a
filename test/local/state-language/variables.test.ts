import { expect, test } from 'vitest';
import { outcomes, pass, run, task } from './machine.ts';

test('Assign and Output both see the variables as they were on entry', async () => {
  const { execution } = await run({
    First: { Type: 'Pass', Assign: { n: 1 }, Next: 'Second' },
    Second: { Type: 'Pass', Assign: { n: '{% $n + 1 %}', m: '{% $n %}' }, Output: '{% $n %}', Next: 'Third' },
    Third: pass({ Output: ['{% $states.input %}', '{% $n %}', '{% $m %}'] }),
  });
  expect(execution.output).toEqual([1, 2, 1]);
  expect(execution.history[4]).toMatchObject({
    stateExitedEventDetails: { name: 'Second', output: '1', assignedVariables: { n: '2', m: '1' } },
  });
});

test('inner states see the outer variables, and what they assign stays inside', async () => {
  const branch = (value: number) => ({
    StartAt: `In${value}`,
    States: {
      [`In${value}`]: { Type: 'Pass', Assign: { mine: '{% $outer + $states.input %}' }, Next: `Out${value}` },
      [`Out${value}`]: pass({ Output: '{% $mine %}' }),
    },
  });
  const { execution } = await run({
    Start: { Type: 'Pass', Assign: { outer: 10 }, Output: [1, 2], Next: 'Each' },
    Each: { Type: 'Map', ItemProcessor: branch(0), Next: 'Both' },
    Both: {
      Type: 'Parallel',
      Arguments: 5,
      Branches: [branch(1), branch(2)],
      Next: 'End',
      Output: ['{% $states.input %}', '{% $states.result %}'],
    },
    End: pass({ Output: ['{% $states.input %}', '{% $exists($mine) %}'] }),
  });
  expect(execution.output).toEqual([
    [
      [11, 12],
      [15, 15],
    ],
    false,
  ]);
});

test('Output and Assign of a Task see its result', async () => {
  const { execution } = await run(
    {
      Ask: {
        ...task({ Assign: { kept: '{% $states.result.a %}' }, Output: '{% $states.result.b & $states.input %}' }),
        End: undefined,
        Next: 'Say',
      },
      Say: pass({ Output: ['{% $states.input %}', '{% $kept %}'] }),
    },
    { input: '!', runTask: outcomes({ output: { a: 1, b: 'two' } }) },
  );
  expect(execution.output).toEqual(['two!', 1]);
});

test('an undefined variable fails the Assign that uses it', async () => {
  const { execution } = await run({ Say: pass({ Assign: { a: '{% $nobody %}' } }) });
  expect(execution).toMatchObject({ error: 'States.QueryEvaluationError' });
  expect(execution.cause).toContain("specified for the field 'Assign/a' returned nothing (undefined).");
});
