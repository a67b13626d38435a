import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextTick } from '../../../local/cron.ts';
import { arn, rule } from './parts.ts';
import { cloudOf, recorded, START } from './running.ts';

const tick = 'export const handler = async ({ time }) => { console.log(JSON.stringify({ time, now: Date.now() })); };';
const MINUTE = 60_000;
const DAY = 86_400_000;

const everyMinute = {
  functions: { Tick: tick },
  resources: { Rule: rule({ ScheduleExpression: 'rate(1 minute)', Targets: [{ Arn: arn('Tick') }] }) },
};

test('a rule runs at every tick, at the tick', async () => {
  const cloud = await cloudOf(everyMinute);
  await cloud.advanceBy(3 * MINUTE + 30_000);
  const times = recorded(cloud, 'Tick').map(({ now }) => (now - START.getTime()) / MINUTE);
  expect(times).toEqual([1, 2, 3]);
});

test('runs with nothing to do can be skipped: the next is the first tick at or after what is due', async () => {
  const due = [START.getTime() + 90_000, START.getTime() + 60 * DAY];
  const wakeFor = { Rule: async () => due.map((time) => new Date(time)).find((time) => time.getTime() > lastRun()) };
  const cloud = await cloudOf(everyMinute, { wakeFor });
  const lastRun = () => Number(recorded(cloud, 'Tick').at(-1)?.now ?? 0);
  await cloud.advanceBy(90 * DAY);
  expect(recorded(cloud, 'Tick').map(({ now }) => (now - START.getTime()) / MINUTE)).toEqual([2, 60 * 24 * 60]);
});

test('a rule to skip must be one of the stack', async () => {
  await expect(cloudOf(everyMinute, { wakeFor: { Other: async () => undefined } })).rejects.toThrow('Other');
});

test('a schedule runs in its own zone', async () => {
  const cloud = await cloudOf({
    functions: { Tick: recorderOf() },
    resources: {
      Morning: {
        Type: 'AWS::Scheduler::Schedule',
        Properties: {
          ScheduleExpression: 'cron(30 8 * * ? *)',
          ScheduleExpressionTimezone: 'Asia/Shanghai',
          Target: { Arn: arn('Tick'), Input: '{"wake":true}' },
        },
      },
    },
  });
  await cloud.advanceBy(DAY);
  expect(recorded(cloud, 'Tick')).toEqual([{ wake: true, at: '2026-03-01T00:30:00.000Z' }]);
});

const recorderOf = () =>
  'export const handler = async (event) => { console.log(JSON.stringify({ ...event, at: new Date() })); };';

test.for([
  ['rate(5 minutes)', 'UTC', '2026-03-01T00:00:00.001Z', '2026-03-01T00:05:00.000Z'],
  ['cron(0 10 * * ? *)', 'UTC', '2026-03-01T10:00:00.001Z', '2026-03-02T10:00:00.000Z'],
  ['cron(0/15 8-9 ? * MON-FRI *)', 'UTC', '2026-02-27T09:50:00Z', '2026-03-02T08:00:00.000Z'],
  ['cron(5 0 1 1,JUL ? *)', 'UTC', '2026-03-01T00:00:00Z', '2026-07-01T00:05:00.000Z'],
  ['cron(30 2 * * ? *)', 'Asia/Kathmandu', '2026-03-01T00:00:00Z', '2026-03-01T20:45:00.000Z'],
  ['at(2026-03-05T12:00:00)', 'UTC', '2026-03-01T00:00:00Z', '2026-03-05T12:00:00.000Z'],
] as const)('%s (%s) after %s is at %s', ([expression, zone, from, next]) => {
  expect(new Date(nextTick(expression, zone)(Date.parse(from)) ?? 0).toISOString()).toBe(next);
});

test('a schedule that is asked often names the tick that it names when it is asked once', () => {
  const asked = fc.array(fc.integer({ min: 0, max: 5 * DAY }), { minLength: 1, maxLength: 12 });
  const expression = fc.constantFrom('cron(20 0 * * ? *)', 'cron(0/7 9-17 ? * MON-FRI *)');
  const zone = fc.constantFrom('Asia/Shanghai', 'Europe/London');
  fc.assert(
    fc.property(expression, zone, asked, (cron, inZone, later) => {
      const often = nextTick(cron, inZone);
      for (const ms of later) {
        const from = Date.parse('2026-03-27T00:00:00Z') + ms;
        expect(often(from)).toBe(nextTick(cron, inZone)(from));
      }
    }),
    { numRuns: 15 },
  );
});

test.for(['cron(0 0 L * ? *)', 'rate(0 minutes)', 'every(1 day)'])('%s is refused', (expression) => {
  expect(() => nextTick(expression)).toThrow(expect.objectContaining({ name: 'UnsupportedSchedule' }));
});
