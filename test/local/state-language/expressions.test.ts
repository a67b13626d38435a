import { expect, test } from 'vitest';
import { BEGIN, pass, run } from './machine.ts';

const output = async (Output: unknown, input: unknown = {}) =>
  (await run({ Say: pass({ Output }) }, { input })).execution;

const complaint = (text: string) =>
  `An error occurred while executing the state 'Say' (entered at the event id #2). ${text}`;

test('expressions are evaluated at any depth, and every other string means itself', async () => {
  const { output: said } = await output(
    { a: ['{% $states.input.x %}', ' {% 1 %} ', { b: '{%2%}' }], c: '$states' },
    { x: 7 },
  );
  expect(said).toEqual({ a: [7, ' {% 1 %} ', { b: 2 }], c: '$states' });
});

test.for([
  [
    'nothing',
    { a: [{ b: '{% $states.input.none %}' }] },
    'Output/a[0]/b',
    "'$states.input.none'",
    ' returned nothing (undefined).',
  ],
  ['a function', '{% $sum %}', 'Output', "'$sum'", ' returned an unsupported result type.'],
  ['a function inside', "{% {'f': $sum} %}", 'Output', "'{'f': $sum}'", ' returned an unsupported result type.'],
  [
    'a JSONata error',
    "{% 1 + 'a' %}",
    'Output',
    "'1 + 'a''",
    ' threw an error during evaluation. T2002: The right side of the "+" operator must evaluate to a number',
  ],
  [
    'the evaluator AWS took away',
    "{% $eval('1') %}",
    'Output',
    "'$eval('1')'",
    ' threw an error during evaluation. T1006: Attempted to invoke a non-function',
  ],
  [
    'unfinished JSONata',
    '{% 1 + %}',
    'Output',
    "'1 +'",
    ' threw an error during evaluation. S0207: Unexpected end of expression',
  ],
  [
    'endless recursion',
    '{% ($f := function($n){ 1 + $f($n) }; $f(1)) %}',
    'Output',
    "'($f := function($n){ 1 + $f($n) }; $f(1))'",
    ' threw an error during evaluation: Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive. Depth=101 max=100',
  ],
] as const)(
  'an expression that gives %s fails the state, naming the field',
  async ([, Output, location, expression, what]) => {
    const execution = await output(Output);
    const cause = complaint(`The JSONata expression ${expression} specified for the field '${location}'${what}`);
    expect(execution).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError', cause });
    expect(execution.history[2]).toMatchObject({
      type: 'EvaluationFailed',
      evaluationFailedEventDetails: { error: 'States.QueryEvaluationError', cause, location, state: 'Say' },
    });
  },
);

test('an endless loop ends in an error, not in a process that hangs', async () => {
  const { cause } = await output('{% ($f := function($n){ $f($n + 1) }; $f(1)) %}');
  expect(cause).toContain('Expression evaluation timeout: Check for infinite loop');
}, 60_000);

test('a number JSON has no word for becomes its name', async () => {
  expect((await output(['{% 1/0 %}', "{% {'k': -1/0} %}"])).output).toEqual(['Infinity', { k: '-Infinity' }]);
});

test('results are plain JSON', async () => {
  const { output: said } = await output('{% $states.input.list[n > 1].n %}', { list: [{ n: 1 }, { n: 2 }, { n: 3 }] });
  expect(Object.getOwnPropertyNames(said)).toEqual(['0', '1', 'length']);
});

test('there is no input to an expression but $states', async () => {
  expect((await output('{% $exists($) or $exists(x) %}', { x: 1 })).output).toBe(false);
});

test('the context object tells of execution, machine and state', async () => {
  const { execution } = await run(
    { Say: pass({ Output: '{% $states.context %}' }) },
    { input: 1, roleArn: 'arn:role' },
  );
  expect(execution.output).toEqual({
    Execution: {
      Id: execution.arn,
      Input: 1,
      Name: 'run-1',
      RoleArn: 'arn:role',
      StartTime: '2026-11-22T01:00:00.000Z',
      RedriveCount: 0,
    },
    StateMachine: { Id: 'arn:aws:states:eu-west-1:000000000000:stateMachine:desk', Name: 'desk' },
    State: { Name: 'Say', EnteredTime: '2026-11-22T01:00:00.000Z' },
  });
});

test('time in expressions is the virtual time', async () => {
  const { execution } = await run({
    Sleep: { Type: 'Wait', Seconds: 86_400, Next: 'Say' },
    Say: pass({ Output: ['{% $millis() %}', '{% $now() %}', "{% $now('[Y]-[M01]', '+0800') %}"] }),
  });
  expect(execution.output).toEqual([BEGIN + 86_400_000, '2026-11-23T01:00:00.000Z', '2026-11']);
});
