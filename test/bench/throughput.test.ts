import { beforeAll, expect, test } from 'vitest';
import { missed } from '../../bench/report/gates.ts';
import { type Burst, burst } from '../../bench/throughput/burst.ts';
import { dueIndexLoad, writeLoad } from '../../bench/throughput/key-load.ts';
import { throughputGates } from '../../bench/throughput.ts';

const POSTS = 16;
const FULL = 300;
let result: Burst;
beforeAll(async () => {
  result = await burst(POSTS);
});

test('posts of one second are each accepted once, and no key takes more than it can', () => {
  expect(missed(throughputGates(result))).toEqual([]);
});

test('of three hundred a second, no key would take more than 500 write units', () => {
  const due = dueIndexLoad(result.records);
  const shared = [...writeLoad(result.records), ...(due ? [due] : [])].filter(({ keys }) => keys < POSTS);
  // Few posts spread unevenly over few keys; what a kind takes in all, over its keys, is what many posts come to.
  const expected = shared.map(({ kind, total, keys }) => [kind, Math.ceil((total / keys) * (FULL / POSTS))] as const);
  expect(expected.map(([kind]) => kind).sort()).toEqual([
    'DUE',
    'HEAD',
    'MATTER',
    'QUEUE#accounting',
    'RATE#K01',
    'RATE#X11',
  ]);
  expect(expected.filter(([, units]) => units > 500)).toEqual([]);
});
