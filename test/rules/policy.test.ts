import { expect, test } from 'vitest';
import { POLICY, POLICY_TABLE } from '../../functions/rules/policy.ts';

test('each number of the policy is one row, with a rule of its own, a unit and what it is for', () => {
  const { rows } = POLICY_TABLE;
  expect(new Set(rows.map(([rule]) => rule)).size).toBe(rows.length);
  expect(new Set(rows.map(([, number]) => number)).size).toBe(rows.length);
  for (const [, , , unit, what] of rows) expect(`${unit}${what}`).not.toBe('');
});

test('code reads the number of the row, in its group where it has one', () => {
  const valueIn = (rule: string) => POLICY_TABLE.rows.find(([one]) => one === rule)?.[2];
  expect(POLICY.roundsAtMost).toBe(valueIn('P40'));
  expect([POLICY.contactHours.from, POLICY.contactHours.to]).toEqual([valueIn('P01'), valueIn('P02')]);
});
