import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Case } from '../../../local/state-language/conformance/case.ts';
import { compare } from '../../../local/state-language/conformance/compare.ts';
import { runCase } from '../../../local/state-language/conformance/run-case.ts';
import { INVOKE, TOKEN_TASK, task } from './machine.ts';

const entered = { ev: 'entered', type: 'Task', name: 'Ask', input: { to: 'recipient', at: 'date' } };
const recorded: Case = {
  id: 'asks-and-gets',
  definition: {
    QueryLanguage: 'JSONata',
    StartAt: 'Ask',
    States: { Ask: task({ Arguments: { To: '{% $states.input.to %}' } }) },
  },
  input: { to: 'someone', at: '2026-01-01' },
  tasks: [
    {
      state: 'Ask',
      parameters: { To: 'recipient' },
      outcome: { type: 'succeeded', output: { text: '{"id": "<uuid>"}' } },
    },
  ],
  expected: {
    status: 'SUCCEEDED',
    output: { text: { id: '<uuid:1>' } },
    states: [entered, { ev: 'exited', type: 'Task', name: 'Ask', output: { text: { id: '<uuid>' } } }],
    eventTypes: [
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ],
  },
};
const changed = (expected: object, rest: object = {}): Case => ({
  ...recorded,
  ...rest,
  expected: { ...recorded.expected, ...expected },
});
const differenceOf = async (one: Case) => compare(one, await runCase(one));

test('a case that runs as recorded has no difference: stand-ins match what was given instead', async () => {
  expect(await differenceOf(recorded)).toBeUndefined();
});

test.for([
  ['another status', changed({ status: 'FAILED' }), 'status: expected "FAILED", got "SUCCEEDED"'],
  ['another output', changed({ output: { text: { id: 1 } } }), 'output.text.id: expected 1, got "<uuid>"'],
  ['an error', changed({ error: 'Bad' }), 'error: expected "Bad", got nothing'],
  ['fewer events', changed({ eventTypes: recorded.expected.eventTypes.slice(0, -1) }), 'eventTypes.6'],
  ['another order', changed({ eventTypes: recorded.expected.eventTypes.toReversed() }), 'eventTypes.0'],
  [
    'variables',
    changed({
      states: [
        entered,
        { ...recorded.expected.states[1], ev: 'exited', type: 'Task', name: 'Ask', assignedVariables: { a: 1 } },
      ],
    }),
    'states.1.assignedVariables',
  ],
  [
    'other arguments',
    changed({}, { tasks: [{ ...recorded.tasks[0], parameters: { To: 'nobody' } }] }),
    'tasks.0.parameters.To',
  ],
  [
    'another timeout',
    changed({}, { tasks: [{ ...recorded.tasks[0], timeoutInSeconds: 5 }] }),
    'tasks.0.timeoutInSeconds',
  ],
] as const)('%s is a difference', async ([, one, difference]) => {
  expect(await differenceOf(one)).toContain(difference);
});

test('concurrent cases may be told in any order, but not differently', async () => {
  const eventTypes = recorded.expected.eventTypes.toReversed();
  expect(await differenceOf(changed({ eventTypes }, { concurrent: true }))).toBeUndefined();
  expect(await differenceOf(changed({ eventTypes: eventTypes.slice(1) }, { concurrent: true }))).toContain(
    'more than recorded',
  );
});

test.for([
  ['timedOut', INVOKE, { TimeoutSeconds: 9 }, 'TaskTimedOut'],
  ['failed', TOKEN_TASK, {}, 'TaskFailed'],
  ['timedOut', TOKEN_TASK, { HeartbeatSeconds: 9 }, 'TaskTimedOut'],
  ['submitFailed', TOKEN_TASK, {}, 'TaskSubmitFailed'],
  ['failed', 'arn:aws:states:::states:startExecution.sync', {}, 'TaskFailed'],
] as const)('%s of %s is replayed', async ([type, Resource, rest, last]) => {
  const { history } = await runCase({
    ...recorded,
    definition: { QueryLanguage: 'JSONata', StartAt: 'Ask', States: { Ask: task({ Resource, ...rest }) } },
    tasks: [
      { state: 'Ask', outcome: { type, error: 'Bad' }, ...(type === 'submitFailed' ? {} : { submitOutput: {} }) },
    ],
  });
  expect(history.at(-2)?.type).toBe(last);
});

const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (content: string) => {
  const path = join(folder, 'cases.json');
  writeFileSync(path, content);
  return path;
};

test('the runner ends with one line of JSON and exit code 0, whatever failed', () => {
  const cases = [recorded, { ...changed({ status: 'FAILED' }), id: 'fails' }];
  const out = execFileSync(process.execPath, ['scripts/conformance.ts', file(JSON.stringify(cases))], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
  expect(JSON.parse(out.trim().split('\n').at(-1) ?? '')).toEqual({ passed: 1, failed: 1, failures: ['fails'] });
});

test.for([
  ['a file that is not there', () => [join(folder, 'none.json')], 'cannot be read'],
  ['a file that is not JSON', () => [file('{')], 'cannot be read'],
  ['a file without cases', () => [file('[{"id": 1}]')], 'does not hold cases'],
  ['no file', () => [], 'npm run conformance -- FILE'],
] as const)('%s is an error that says so', ([, args, message]) => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/conformance.ts', ...args()], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain(message);
});
