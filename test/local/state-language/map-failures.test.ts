import { expect, test } from 'vitest';
import type { Execution, TaskCall } from '../../../local/state-language/engine.ts';
import { begin, each, pass, run, settle, TOKEN_TASK, task } from './machine.ts';

const typesOf = ({ history }: Execution) => history.map(({ type }) => type);

test('a failing iteration cuts the others and is caught outside', async () => {
  const states = {
    Each: each(
      {
        Sleep: { Type: 'Wait', Seconds: '{% $states.input %}', Next: 'Break' },
        Break: { Type: 'Fail', Error: 'Bad', Cause: 'one of them' },
      },
      { Catch: [{ ErrorEquals: ['Bad'], Next: 'Hand' }] },
    ),
    Hand: pass(),
  };
  const { execution, seconds, types } = await run(states, { input: [9, 1] });
  expect(execution).toMatchObject({ status: 'SUCCEEDED', output: { Error: 'Bad', Cause: 'one of them' } });
  expect(seconds()).toBe(1);
  expect(types.slice(types.indexOf('FailStateEntered') + 1, -3)).toEqual([
    'MapIterationAborted',
    'WaitStateAborted',
    'MapIterationFailed',
    'MapStateFailed',
    'MapStateExited',
  ]);
  const failed = execution.history[types.indexOf('FailStateEntered')]?.id;
  const chained = ['MapIterationAborted', 'WaitStateAborted', 'MapIterationFailed', 'MapStateFailed'];
  for (const type of chained) expect(execution.history[types.indexOf(type)]).toMatchObject({ previousEventId: failed });
});

test('people decide inside a Map; one of them late is caught there, and the token of a cut sibling is dead', async () => {
  const calls: TaskCall[] = [];
  const states = {
    Each: each({
      Ask: task({
        Resource: TOKEN_TASK,
        TimeoutSeconds: 3600,
        Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Park' }],
      }),
      Park: pass({ Output: 'parked' }),
    }),
  };
  const { execution, clock } = await begin(states, {
    input: ['lead', 'support'],
    async runTask(call) {
      calls.push(call);
      return { output: null };
    },
  });
  execution.answer(calls[0]?.token ?? '', { output: 'done' });
  await settle(execution);
  clock.jump();
  await settle(execution);
  expect(execution).toMatchObject({ status: 'SUCCEEDED', output: ['done', 'parked'] });
});

test('the tokens of cut iterations are dead', async () => {
  const calls: TaskCall[] = [];
  const { execution } = await begin(
    {
      Each: each({ Ask: task({ Resource: TOKEN_TASK }) }, { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Rest' }] }),
      Rest: { Type: 'Wait', Seconds: 60, End: true },
    },
    {
      input: [1, 2],
      async runTask(call) {
        calls.push(call);
        return { output: null };
      },
    },
  );
  execution.answer(calls[0]?.token ?? '', { error: 'Bad' });
  expect(execution.answer(calls[1]?.token ?? '', { output: 1 })).toBe(true);
  await settle(execution);
  expect(typesOf(execution)).toContain('WaitStateEntered');
  expect(execution.answer(calls[1]?.token ?? '', { output: 1 })).toBe(false);
});

test.for([
  [{ ToleratedFailureCount: 1 }, 'SUCCEEDED', ['good', 'good']],
  [{ ToleratedFailurePercentage: '{% 50 %}' }, 'SUCCEEDED', ['good', 'good']],
  [{ ToleratedFailureCount: 0 }, 'FAILED', 'States.ExceedToleratedFailureThreshold'],
  [{ ToleratedFailurePercentage: 30 }, 'FAILED', 'States.ExceedToleratedFailureThreshold'],
  [{}, 'FAILED', 'Bad'],
] as const)('one failure of three with %o: %s', async ([tolerance, status, rest]) => {
  const runTask = async ({ arguments: kind }: TaskCall) => (kind === 'bad' ? { error: 'Bad' } : { output: kind });
  const { execution } = await run(
    { Each: each({ Ask: task() }, tolerance) },
    { input: ['good', 'bad', 'good'], runTask },
  );
  expect(execution.status).toBe(status);
  expect(status === 'SUCCEEDED' ? execution.output : execution.error).toEqual(rest);
});
