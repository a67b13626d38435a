import { expect, test } from 'vitest';
import { pass, run } from './machine.ts';

const evaluate = async (expression: string, random?: () => number) =>
  (await run({ Say: pass({ Output: `{% ${expression} %}` }) }, { random })).execution;

test.for([
  ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
  ['$partition([1], 3)', [[1]]],
  ['$partition([1,2,3])', [[1, 2, 3]]],
  ['$range(0, 6, 2)', [0, 2, 4, 6]],
  ['$range(9, 0, -3)', [9, 6, 3, 0]],
  ['$range(-1.7, 2, 1)', [-1, 0, 1, 2]],
  ["$hash('input', 'SHA-1')", '140f86aae51ab9e1cda9b4254fe98a74eb54c1a1'],
  ["$hash('ñ', 'MD5')", '94e9342ecbb1458b6043ecd3bfcbc192'],
  ['$parse(\'{"a":[1]}\').a', [1]],
  ["$map(['1', 'true'], $parse)", [1, true]],
  ['$random(42)', 0.7275636800328681],
  ['$random(0)', 0.730967787376657],
] as const)('%s', async ([expression, value]) => {
  expect((await evaluate(expression)).output).toEqual(value);
});

test.for([
  ['$partition([1], -1)', 'D3137: Second argument must be zero or greater'],
  ["$hash('a', 'md5')", 'D3137: Unsupported hash algorithm: md5'],
  ["$parse('{')", 'D3137: Invalid JSON'],
  ['$parse(null)', 'T0410: Argument 1 of function "parse" does not match function signature'],
  ['$range(1)', 'T0410'],
  ["$uuid('x')", 'T0410'],
  ['$range(1, 5, 0)', 'returned nothing (undefined)'],
  ["$hash('a')", 'returned nothing (undefined)'],
] as const)('%s fails', async ([expression, what]) => {
  expect((await evaluate(expression)).cause).toContain(what);
});

test('$uuid is a version 4 UUID, a new one each time', async () => {
  const { output } = await evaluate('[$uuid(), $uuid()]');
  const [first, second] = output as [string, string];
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(first).not.toBe(second);
});

test('with a source of randomness everything drawn comes from it', async () => {
  expect((await evaluate('[$random(), $uuid()]', () => 0.5)).output).toEqual([
    0.5,
    '88888888-8888-4888-8888-888888888888',
  ]);
});
