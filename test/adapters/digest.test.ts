import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, digest, sha256 } from '../../functions/adapters/digest.ts';

const SALT = 'c0ffee';

test('keys are in order at every depth, and what is undefined is not there', () => {
  const value = { b: 1, a: { d: [{ z: undefined, y: 2 }], c: null }, e: undefined };
  expect(canonical(value)).toBe('{"a":{"c":null,"d":[{"y":2}]},"b":1}');
});

test('a list keeps its order, and what is undefined in it leaves a gap', () => {
  expect(canonical([3, undefined, 1])).toBe('[3,null,1]');
  expect(canonical(new Array(2))).toBe('[null,null]');
});

test('minus nought is nought, as it is once it went through a table or a file', () => {
  expect(canonical([-0, 1e21, 0.1, 1e-7])).toBe('[0,1e+21,0.1,1e-7]');
});

test.for([
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1n,
  undefined,
  new Date(0),
  new Map(),
  new Set([1]),
  Buffer.from('a'),
  () => 1,
])('what JSON cannot hold is refused, and not taken for something else: %s', (value) => {
  expect(() => canonical(value)).toThrow(TypeError);
  if (value !== undefined) expect(() => canonical({ a: [value] })).toThrow(TypeError);
});

test('keys are compared by their code units, wherever the code runs', () => {
  expect(canonical({ é: 1, z: 2, Z: 3, 10: 4, 9: 5 })).toBe('{"10":4,"9":5,"Z":3,"z":2,"é":1}');
});

test('equal values give equal text, in whatever order their keys were written', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonical(reversed(value))).toBe(canonical(value));
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('other values give other text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      const isEqual = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
      expect(canonical(one) === canonical(other)).toBe(isEqual);
    }),
  );
});

test('a digest is 64 hex digits, the same for the same salt and value, and not without the salt', () => {
  const value = { text: '重复扣款' };
  expect(digest(SALT, value)).toMatch(/^[0-9a-f]{64}$/);
  expect(digest(SALT, { ...value })).toBe(digest(SALT, value));
  expect(digest('decaf', value)).not.toBe(digest(SALT, value));
  expect(sha256(canonical(value))).not.toBe(digest(SALT, value));
});

test('a digest holds the whole value, down to the order of a list', () => {
  const values = [[1, 2], [2, 1], [12], ['1', '2'], { 0: 1, 1: 2 }, [1, 2, null], [[1, 2]]];
  expect(new Set(values.map((value) => digest(SALT, value))).size).toBe(values.length);
});

test('SHA-256 is the one that everybody else computes', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

type Json = ReturnType<typeof JSON.parse>;
const remade = (order: (entries: [string, unknown][]) => [string, unknown][]) => {
  const make = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(make);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(order(Object.entries(value)).map(([key, member]) => [key, make(member)]));
  };
  return make;
};
const reversed = remade((entries) => entries.toReversed());
const sorted = remade((entries) => entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
