import { expect, test } from 'vitest';
import { run } from './machine.ts';

const wait = (fields: object, input: unknown = {}) => run({ Sleep: { Type: 'Wait', End: true, ...fields } }, { input });

test.for([
  ['seconds', { Seconds: 90 }, 90],
  ['seconds of an expression', { Seconds: '{% $states.input.days * 86400 %}' }, 5_184_000],
  ['no seconds', { Seconds: 0 }, 0],
  ['an instant', { Timestamp: '2026-11-22T01:00:30Z' }, 30],
  ['an instant elsewhere', { Timestamp: '2026-11-22T09:01+08:00' }, 60],
  ['an instant in nanoseconds', { Timestamp: '2026-11-22T01:00:01.500999999Z' }, 1.5],
  ['an instant long past', { Timestamp: '2016-03-14T01:59:00Z' }, 0],
] as const)('a Wait lasts %s of virtual time', async ([, fields, lasted]) => {
  const { execution, seconds } = await wait(fields, { days: 60 });
  expect(execution.status).toBe('SUCCEEDED');
  expect(seconds()).toBe(lasted);
});

test.for([
  '2026-11-22 01:00:00Z',
  '2026-11-22T01:00:00',
  '2026-11-22T25:00:00Z',
  '2026-02-30T01:00:00Z',
  '2026-11-22T01:00:00+19:00',
  'soon',
])('%s is no instant', async (Timestamp) => {
  const { execution } = await wait({ Timestamp });
  expect(execution).toMatchObject({
    error: 'States.QueryEvaluationError',
    cause: `An error occurred while executing the state 'Sleep' (entered at the event id #2). The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${Timestamp}`,
  });
});

test.for([-1, 1.5, '"3"'])('%s is no number of seconds', async (seconds) => {
  const { execution } = await wait({ Seconds: `{% ${seconds} %}` });
  expect(execution).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
});
