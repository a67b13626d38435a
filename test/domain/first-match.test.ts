import { expect, test } from 'vitest';
import { firstMatch } from '../../functions/domain/first-match.ts';

const table = {
  ...{ id: 'levels', version: '3', source: 'this test' },
  rows: Array.from({ length: 20 }, (_, i) => [`L${i}`, i] as const),
};
const atLeast = (least: number) => firstMatch(table, 'how high', ([, height]) => height >= least);

test('the first row that matches wins, and tells its table, version and the rules above it', () => {
  expect(atLeast(2)).toEqual({
    row: ['L2', 2],
    because: { question: 'how high', table: 'levels', version: '3', rule: 'L2', passedOver: ['L0', 'L1'] },
  });
  expect(atLeast(0).because.passedOver).toEqual([]);
});

test('of many rules above it, the twelve nearest are named', () => {
  const nearest = Array.from({ length: 12 }, (_, i) => `L${i + 7}`);
  expect(atLeast(19).because.passedOver).toEqual(nearest);
});

test('a table that answers nothing is a fault, named', () => {
  expect(() => atLeast(99)).toThrow('no rule of levels covers this: its last row must catch all');
});
