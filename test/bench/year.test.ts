import { expect, test } from 'vitest';
import { missed } from '../../bench/report/gates.ts';
import { oneYear } from '../../bench/year/one-year.ts';
import { sumOf } from '../../bench/year/sum.ts';
import { yearGates } from '../../bench/year.ts';

test('in weeks of slow people and dying executions no date passes unobserved, and no ticket is lost', async () => {
  const found = await oneYear({ tickets: 12, days: 20, seed: 5, kill: 0.5 });
  expect(missed(yearGates(found))).toEqual([]);
  expect(found.begun).toBe(12);
  expect(found.killedExecutions).toBeGreaterThan(0);
  expect(found.verdicts.met).toBeGreaterThan(0);
  expect(sumOf([found, found]).verdicts.met).toBe(2 * found.verdicts.met);
});
