import { expect, test } from 'vitest';
import { pass, run } from './machine.ts';

const choose = (Choices: object[], rest: object, input: unknown) =>
  run(
    {
      Decide: { Type: 'Choice', Choices, ...rest },
      Say: pass({ Output: ['{% $states.input %}', '{% $exists($who) ? $who : "nobody" %}'] }),
    },
    { input },
  );

const rule = { Condition: '{% $states.input > 5 %}', Next: 'Say' };
const state = { Default: 'Say', Output: 'of the state', Assign: { who: 'state' } };

test.for([
  [
    'a rule with its own Assign and Output',
    { ...rule, Output: 'of the rule', Assign: { who: 'rule' } },
    6,
    ['of the rule', 'rule'],
  ],
  ['a rule without any, which takes none of the state’s', rule, 6, [6, 'nobody']],
  ['the Default, with the state’s', rule, 5, ['of the state', 'state']],
] as const)('a Choice leaves by %s', async ([, choice, input, output]) => {
  expect((await choose([choice], state, input)).execution.output).toEqual(output);
});

test('the first rule that holds wins', async () => {
  const { execution } = await choose(
    [
      { ...rule, Output: 'first' },
      { Condition: true, Next: 'Say', Output: 'second' },
    ],
    {},
    6,
  );
  expect(execution.output).toEqual(['first', 'nobody']);
});

test('no rule and no Default is a runtime error, as AWS reports it', async () => {
  const { execution, types } = await choose([rule], {}, 1);
  expect(types).toEqual(['ExecutionStarted', 'ChoiceStateEntered', 'ExecutionFailed']);
  expect(execution).toMatchObject({
    error: 'States.Runtime',
    cause:
      "An error occurred while executing the state 'Decide' (entered at the event id #2). Failed to transition out of the state. The state does not point to a next state.",
  });
});

test('a condition must be true or false', async () => {
  const { execution } = await choose(
    [
      { Condition: false, Next: 'Say' },
      { Condition: "{% 'yes' %}", Next: 'Say' },
    ],
    {},
    1,
  );
  expect(execution.cause).toContain(
    `The JSONata expression ''yes'' specified for the field 'Choices[1]/Condition' returned an unexpected result type. Expected 'boolean', but was 'string' for value: "yes"`,
  );
});
