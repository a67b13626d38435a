import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { keepParsedExpressions } from '../../../local/services/parsed-expressions.ts';

type Names = Record<string, string>;
type Values = Record<string, object>;

const require = createRequire(import.meta.url);
const parser = require('dynalite/db/conditionParser');
const asDynaliteDoes = parser.parse;
keepParsedExpressions();

/** What parsing gives, and which names and values it leaves unused. */
function parsed(parse: typeof asDynaliteDoes, expression: string, attrVals: Values, attrNames: Names = {}) {
  const all = (names: object) => Object.fromEntries(Object.keys(names).map((name) => [name, true]));
  const context = { attrNames, attrVals, unusedAttrNames: all(attrNames), unusedAttrVals: all(attrVals) };
  const given = { ...context, isReserved: (word: string) => word === 'status', compare: () => false };
  try {
    return { result: parse(expression, { context: given }), left: [context.unusedAttrNames, context.unusedAttrVals] };
  } catch (error) {
    return { refused: (error as Error).message };
  }
}

test.for([
  ['the same with other values', 'pk = :a AND begins_with(sk, :b)', { ':a': { S: '1' }, ':b': { S: '2' } }],
  ['again', 'pk = :a AND begins_with(sk, :b)', { ':a': { S: '3' }, ':b': { S: '4' } }],
  ['one value twice', 'x = :a OR y = :a', { ':a': { S: '5' } }],
  [
    'another type, which the function refuses',
    'pk = :a AND begins_with(sk, :b)',
    { ':a': { S: '1' }, ':b': { N: '2' } },
  ],
  ['values left over', 'pk = :a', { ':a': { S: '1' }, ':b': { S: '2' } }],
  ['a list', 'x IN (:a, :b)', { ':a': { L: [{ S: '1' }] }, ':b': { M: { S: { S: '2' } } } }],
  ['a reserved word', 'status = :a', { ':a': { S: '1' } }],
  ['a value that is not given', 'pk = :c', { ':a': { S: '1' } }],
  ['no expression', 'pk = = :a', { ':a': { S: '1' } }],
  ['a type that is none', 'attribute_type(x, :a)', { ':a': { S: 'X' } }],
] as const)('%s', ([, expression, values]) => {
  const fresh = parsed(asDynaliteDoes, expression, values);
  for (const _ of ['first', 'second']) expect(parsed(parser.parse, expression, values)).toEqual(fresh);
});

test('another meaning of a name is another expression', () => {
  const read = (name: string) => parsed(parser.parse, '#a.#b = :a', { ':a': { S: '1' } }, { '#a': name, '#b': 'b' });
  expect([read('x'), read('y')]).toMatchObject([
    { result: { expression: { args: [['x', 'b'], { S: '1' }] } }, left: [{}, {}] },
    { result: { expression: { args: [['y', 'b'], { S: '1' }] } }, left: [{}, {}] },
  ]);
});

test('what is done to one result does not reach the next', () => {
  const read = () => parsed(parser.parse, 'a = :a', { ':a': { S: '1' } });
  read().result.expression.args.reverse();
  expect(read().result.expression.args).toEqual([['a'], { S: '1' }]);
});
