import { expect, test } from 'vitest';
import { never, outcomes, pass, run, task } from './machine.ts';

const caught = (ErrorEquals: string[], rest: object = {}, state: object = {}) => ({
  Ask: task({ Catch: [{ ErrorEquals, Next: 'Hand', ...rest }], ...state }),
  Hand: pass({ Output: ['{% $states.input %}', '{% $exists($seen) ? $seen : "unseen" %}'] }),
});
const failing = { runTask: async () => ({ error: 'Bad', cause: 'so it is' }) };
const errorOutput = { Error: 'Bad', Cause: 'so it is' };

test('a Catch without Output outputs the error; the state’s own Assign and Output are skipped', async () => {
  const { execution } = await run(caught(['Bad'], {}, { Output: 'own', Assign: { seen: 'own' } }), failing);
  expect(execution.output).toEqual([errorOutput, 'unseen']);
});

test('a Catch has an Output and Assign of its own, which see the error and the input', async () => {
  const { execution } = await run(
    caught(['Bad'], {
      Output: ['{% $states.errorOutput %}', '{% $states.input %}'],
      Assign: { seen: '{% $states.errorOutput.Error %}' },
    }),
    { ...failing, input: 'in' },
  );
  expect(execution.output).toEqual([[errorOutput, 'in'], 'Bad']);
});

test('a caught timeout says States.Timeout and nothing more', async () => {
  const { execution, seconds } = await run(caught(['States.Timeout'], {}, { TimeoutSeconds: 30 }), { runTask: never });
  expect(execution.output).toEqual([{ Error: 'States.Timeout', Cause: '' }, 'unseen']);
  expect(seconds()).toBe(30);
});

const big = { output: 'ü'.repeat(131_072) };
test.for([
  ['States.ALL', 'a task’s failure', failing.runTask, {}, true],
  ['States.TaskFailed', 'a task’s failure', failing.runTask, {}, true],
  ['Worse', 'another failure', failing.runTask, {}, false],
  ['States.ALL', 'a timeout', never, { TimeoutSeconds: 1 }, true],
  ['States.TaskFailed', 'a timeout', never, { TimeoutSeconds: 1 }, false],
  ['States.ALL', 'an expression', failing.runTask, { Arguments: '{% $none %}' }, true],
  ['States.QueryEvaluationError', 'an expression', failing.runTask, { Arguments: '{% $none %}' }, true],
  ['States.ALL', 'a task’s result that is too large', outcomes(big), {}, true],
  ['States.ALL', 'an output that is too large', outcomes({ output: 1 }), { Output: big.output }, false],
  ['States.DataLimitExceeded', 'an output that is too large', outcomes({ output: 1 }), { Output: big.output }, true],
  ['States.ALL', 'a task that reports States.Runtime', outcomes({ error: 'States.Runtime' }), {}, false],
] as const)('%s and %s', async ([name, , runTask, state, catches]) => {
  const { execution } = await run(caught([name], {}, state), { runTask });
  expect(execution.status).toBe(catches ? 'SUCCEEDED' : 'FAILED');
});

test('a Catch that fails itself fails the state, naming the clause', async () => {
  const { execution } = await run(
    {
      Ask: task({
        Catch: [
          { ErrorEquals: ['Other'], Next: 'Hand' },
          { ErrorEquals: ['Bad'], Next: 'Hand', Output: { v: '{% $none %}' } },
        ],
      }),
      Hand: pass(),
    },
    failing,
  );
  expect(execution).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  expect(execution.cause).toContain("specified for the field 'Catch[1]/Output/v' returned nothing");
});

test('the first Catcher that names the error wins', async () => {
  const { execution } = await run(
    {
      Ask: task({
        Catch: [
          { ErrorEquals: ['Bad'], Output: 1, Next: 'Hand' },
          { ErrorEquals: ['States.ALL'], Output: 2, Next: 'Hand' },
        ],
      }),
      Hand: pass(),
    },
    failing,
  );
  expect(execution.output).toBe(1);
});

test('a Fail state is told with its error and cause, given or evaluated', async () => {
  const { execution } = await run({
    Stop: { Type: 'Fail', Error: '{% $states.context.State.Name %}', Cause: 'enough' },
  });
  expect(execution).toMatchObject({ status: 'FAILED', error: 'Stop', cause: 'enough' });
  expect((await run({ Stop: { Type: 'Fail' } })).execution.history.at(-1)).toMatchObject({
    executionFailedEventDetails: {},
  });
});
