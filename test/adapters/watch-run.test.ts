import { expect, test } from 'vitest';
import { type Run, watchRun } from '../../functions/adapters/watch-run.ts';

/** A run of 50 seconds in which a look takes two; whatever else it does takes no time. */
function runOver(count: number, over: Partial<Run> = {}) {
  const due = Array.from({ length: count }, (_, nth) => `T-${nth}`);
  const [looked, faults, sought]: [string[], string[], string[]] = [[], [], []];
  let busy = 0;
  let most = 0;
  let passed = 0;
  const run: Run = {
    due,
    owesBreach: async (ticket) => {
      sought.push(ticket);
      return false;
    },
    look: async (ticket) => {
      busy += 1;
      most = Math.max(most, busy);
      looked.push(ticket);
      await Promise.resolve();
      passed += 2_000 / 8;
      busy -= 1;
    },
    onFault: (ticket) => faults.push(ticket),
    remaining: () => 50_000 - passed,
    ...over,
  };
  return { run, looked, faults, sought, most: () => most };
}

test('a run looks at every due ticket, the longest due first, a few of them side by side', async () => {
  const { run, looked, most, sought } = runOver(40);
  expect(await watchRun(run)).toEqual({ looked: 40, failed: 0, left: 0 });
  expect(looked).toEqual(run.due);
  expect(most()).toBe(8);
  // Few are looked at as they come: seeking costs a reading of each.
  expect(sought).toEqual([]);
});

test('what there is no time for is left, and never begun', async () => {
  const { run, looked } = runOver(300);
  const { looked: done, failed, left } = await watchRun(run);
  expect([done + left, failed]).toEqual([300, 0]);
  expect(looked).toEqual(run.due.slice(0, done));
  expect(left).toBeGreaterThan(100);
});

test('of more than a run is sure to look at, those whose date has passed come first', async () => {
  const isBreached = (ticket: string) => ticket.endsWith('99');
  const { run, looked } = runOver(1_000, { owesBreach: async (ticket) => isBreached(ticket) });
  const { left } = await watchRun(run);
  expect(left).toBeGreaterThan(500);
  expect(looked.slice(0, 10)).toEqual(run.due.filter(isBreached));
  expect(looked[10]).toBe('T-0');
});

test('seeking them leaves time to look, and a ticket that cannot be read holds up nothing', async () => {
  let passed = 0;
  const { run, looked } = runOver(1_000, {
    owesBreach: async () => {
      passed += 1_000;
      throw new Error('it cannot be read');
    },
    remaining: () => 50_000 - passed - looked.length * 100,
  });
  expect((await watchRun(run)).looked).toBeGreaterThan(100);
});

test('one that fails does not hold up the others', async () => {
  const { run, faults } = runOver(20, {
    look: async (ticket) => {
      if (ticket === 'T-3') throw new Error('it cannot be looked at');
    },
  });
  expect(await watchRun(run)).toEqual({ looked: 20, failed: 1, left: 0 });
  expect(faults).toEqual(['T-3']);
});
