import { expect, test } from 'vitest';
import { run, task } from './machine.ts';

test('an execution ends with at most 25,000 events', async () => {
  const { execution } = await run({ Round: { Type: 'Pass', Next: 'Again' }, Again: { Type: 'Pass', Next: 'Round' } });
  expect(execution.history).toHaveLength(25_000);
  expect(execution).toMatchObject({
    status: 'FAILED',
    error: 'States.Runtime',
    cause: 'The execution reached the maximum number of history events (25000).',
  });
  expect(execution.history.at(-1)).toMatchObject({ type: 'ExecutionFailed', previousEventId: 24_999 });
});

test.for([
  ['just fits', 262_144, 'SUCCEEDED'],
  ['is one byte too large', 262_145, 'FAILED'],
] as const)('a result that %s', async ([, bytes, status]) => {
  // Two quotes, and characters of three bytes.
  const output = '密'.repeat(Math.floor((bytes - 2) / 3)) + 'x'.repeat((bytes - 2) % 3);
  const { execution } = await run({ Ask: task() }, { runTask: async () => ({ output }) });
  expect(execution.status).toBe(status);
  if (status === 'FAILED') {
    const cause =
      "The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit.";
    expect(execution).toMatchObject({ error: 'States.DataLimitExceeded', cause });
  }
});
