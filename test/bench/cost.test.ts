import { beforeAll, expect, test } from 'vitest';
import { type Cost, measuredCost } from '../../bench/cost/measured-cost.ts';
import { costGates } from '../../bench/cost.ts';
import { missed } from '../../bench/report/gates.ts';

let cost: Cost;
beforeAll(async () => {
  cost = await measuredCost(1);
});

test('a complaint that two levels approve keeps its gates', () => {
  // Lambda's milliseconds are this machine's; what is counted is not.
  const counted = { ...cost.perTicket, usdPer1000: cost.usdPer1000WithoutDuration };
  expect(missed(costGates({ perTicket: counted }))).toEqual([]);
});

test('all of it is counted: each transition at a state, each invocation at its part', () => {
  const all = (count: (part: Cost['parts'][number]) => number) =>
    cost.parts.reduce((sum, part) => sum + count(part), 0);
  expect(all(({ transitions }) => transitions)).toBe(cost.perTicket.transitions);
  expect(all(({ invocations }) => invocations)).toBeGreaterThanOrEqual(cost.perTicket.invocations);
  expect(cost.parts.find(({ part }) => part === 'A manager decides')).toMatchObject({ transitions: 2, invocations: 2 });
  expect(cost.parts.find(({ part }) => part === 'receive-post')?.invocations).toBe(1);
});

test('the requests of a ticket stay what they are', () => {
  expect(cost.perTicket.invocations).toBeLessThanOrEqual(63);
  // Two of them say whose matter it is, and which: what the same matter, and a matter of many, is found by. Sixteen are
  // the two managers' codes: asked for, counted, sent, tried; six, the messages' own counts.
  expect(cost.perTicket.writeUnits).toBeLessThanOrEqual(86);
  // Whoever opens a page by a link is looked up in the roster each time: who left reads nothing more.
  expect(cost.perTicket.readUnits).toBeLessThanOrEqual(256);
  expect(cost.perTicket.historyEvents).toBeLessThanOrEqual(100);
});
