import { expect, test } from 'vitest';
import { missed } from '../../bench/report/gates.ts';

const gate = (value: number) => ({ gate: 'something', value, atMost: 18 });

test('a gate is kept up to its number, and missed above it or where nothing was measured', () => {
  expect(missed([gate(17.9), gate(18)])).toEqual([]);
  expect(missed([gate(18.1), gate(Number.NaN)])).toHaveLength(2);
});
