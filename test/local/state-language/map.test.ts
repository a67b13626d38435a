import { expect, test } from 'vitest';
import type { Execution } from '../../../local/state-language/engine.ts';
import { begin, each, never, pass, run, task } from './machine.ts';

const typesOf = ({ history }: Execution) => history.map(({ type }) => type);

test('ItemSelector makes an iteration’s input from the item, its index and the state’s input', async () => {
  const ItemSelector = { item: '{% $states.context.Map.Item %}', of: '{% $count($states.input) %}' };
  const { execution } = await run({ Each: each({ Say: pass() }, { ItemSelector }) }, { input: ['a', 'b'] });
  expect(execution.output).toEqual([
    { item: { Index: 0, Value: 'a' }, of: 2 },
    { item: { Index: 1, Value: 'b' }, of: 2 },
  ]);
});

test('outputs come in the order of the items, whoever ends first', async () => {
  const { execution, seconds } = await run(
    { Each: each({ Sleep: { Type: 'Wait', Seconds: '{% $states.input %}', End: true } }) },
    { input: [3, 1, 2] },
  );
  expect(execution.output).toEqual([3, 1, 2]);
  expect(seconds()).toBe(3);
});

test.for([
  [1, 7, 1],
  [2, 4, 2],
  ['{% 1 + 1 %}', 4, 2],
  [0, 3, 3],
] as const)('MaxConcurrency %s', async ([MaxConcurrency, lasted, atOnce]) => {
  const sleep = { Sleep: { Type: 'Wait', Seconds: '{% $states.input %}', End: true } };
  const { types, seconds } = await run({ Each: each(sleep, { MaxConcurrency }) }, { input: [3, 1, 3] });
  let running = 0;
  const peak = types.map((type) => {
    if (type === 'MapIterationStarted') running += 1;
    if (type === 'MapIterationSucceeded') running -= 1;
    return running;
  });
  expect([seconds(), Math.max(...peak)]).toEqual([lasted, atOnce]);
});

test('at most forty iterations run at a time', async () => {
  const { execution } = await begin({ Each: each({ Ask: task() }) }, { input: Array(50).fill(0), runTask: never });
  expect(typesOf(execution).filter((type) => type === 'MapIterationStarted')).toHaveLength(40);
});

test('a Map over nothing succeeds with nothing', async () => {
  const { execution, types } = await run({ Each: each({ Say: pass() }) }, { input: [] });
  expect(execution.output).toEqual([]);
  expect(types.slice(1, -1)).toEqual(['MapStateEntered', 'MapStateStarted', 'MapStateSucceeded', 'MapStateExited']);
});

test.for([
  [
    '{% $states.input %}',
    'Items',
    "The JSONata expression '$states.input' specified for the field 'Items' returned an unexpected result type. Expected 'array', but was 'object' for value: {\"a\":1}",
  ],
  [undefined, undefined, 'Map state input must be an array but was: {"a":1}'],
] as const)('Items %s that are no array fail the Map', async ([Items, location, complaint]) => {
  const { execution, types } = await run({ Each: each({ Say: pass() }, { Items }) }, { input: { a: 1 } });
  expect(types.slice(2)).toEqual(['EvaluationFailed', 'MapStateFailed', 'ExecutionFailed']);
  expect(execution.cause).toBe(
    `An error occurred while executing the state 'Each' (entered at the event id #2). ${complaint}`,
  );
  expect(execution.history[2]?.evaluationFailedEventDetails?.location).toBe(location);
});

test('a Map of Maps', async () => {
  const { execution } = await run(
    { Each: each({ Inner: each({ Say: pass() }, { MaxConcurrency: 1 }) }) },
    { input: [[1, 2], [], [3]] },
  );
  expect(execution.output).toEqual([[1, 2], [], [3]]);
});

test('what the engine cannot read or write is refused by name', async () => {
  const { execution } = await run({ Each: each({ Say: pass() }, { ItemReader: {} }) }, { input: [] });
  expect(execution).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  expect(execution.cause).toContain('ItemReader is not supported');
});
