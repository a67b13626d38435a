import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { idOf, STEPS } from '../../infra/functions.ts';
import { type PlayedDesk, playedDesk, typesOf } from './played-desk.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

const executionsOf = (id: string) =>
  desk.cloud.executions
    .filter(({ name }) => name.startsWith(id))
    .map(({ name, status }) => [name.slice(id.length), status]);

/** Something that makes the ticket go another way while a department investigates. */
async function turned(...events: TicketEvent[]): Promise<string> {
  const id = await desk.post({}, { ignores: 'w' });
  await desk.until(id, ({ tasks }) => tasks['r1-v1-s0-0']);
  await desk.log.decide(id, { at: desk.cloud.now().toISOString(), by: 'desk' }, () => events);
  await desk.cloud.settle();
  return id;
}

test('a ticket that goes another way is carried by another execution, and the one before is stopped', async () => {
  const id = await turned({ type: 'RoundOpened', round: 2, because: 'principle' });
  expect(executionsOf(id)).toEqual([
    ['-r1-a1', 'ABORTED'],
    ['-r2-a1', 'RUNNING'],
  ]);
  const { tasks, round } = await desk.log.read(id);
  expect(round).toBe(2);
  expect(tasks['r1-v1-s0-0']?.closed?.outcome).toBe('void');
  expect(tasks['r2-v1-s0-0']?.closed).toBeUndefined();
  expect(typesOf(await desk.log.read(id))).not.toContain('ExecutionLost');
});

test.for([
  ['withdrawn', [{ type: 'Withdrawn', followUp: 'f1' }]],
  [
    'merged',
    [
      { type: 'MergedInto', other: '0123456789AB', rule: 'SM1' },
      { type: 'Replied', message: 'r1-reply', way: 'sms', inTime: true },
    ],
  ],
] as const)('a ticket that is %s is closed as that and sealed, without another step', async ([outcome, events]) => {
  const id = await turned(...events);
  const ticket = await desk.archived(id, 1);
  expect(ticket.closed?.outcome).toBe(outcome);
  expect((await desk.states(id)).slice(-5)).toEqual(['Acknowledge', 'Triage', 'Which lane?', 'Close', 'Archive']);
  expect(ticket.dueAt).toBe('');
});

test('a ticket that comes back to its own way is worked on again, by whoever is asked anew', async () => {
  const id = await turned({ type: 'MergedInto', other: '0123456789AB', rule: 'SM1' });
  expect((await desk.log.read(id)).tasks['r1-v1-s0-0']?.closed?.outcome).toBe('void');
  const reason = 'e'.repeat(64);
  desk.worlds.set(id, {});
  await desk.log.decide(id, { at: desk.cloud.now().toISOString(), by: 'desk' }, () => [
    { type: 'MergeUndone', other: '0123456789AB', reason },
  ]);
  const ticket = await desk.archived(id);
  expect(ticket.tasks['r1-v1-s0-0']?.closed?.outcome).toBe('filed');
  expect(ticket.replied?.inTime).toBe(true);
});

test('what comes after the seal is sealed with it, by an execution of its own', async () => {
  const id = await turned({ type: 'Withdrawn', followUp: 'f1' });
  const { archived } = await desk.archived(id);
  await desk.log.decide(id, { at: desk.cloud.now().toISOString(), by: 'channel' }, () => [
    { type: 'FollowUpReceived', followUp: 'f2', about: 'question', attachments: 0 },
  ]);
  await desk.cloud.settle();
  const again = await desk.archived(id);
  expect(again.archived?.manifest).not.toBe(archived?.manifest);
  expect(typesOf(again).filter((type) => type === 'Closed')).toHaveLength(1);
});

test.for(STEPS)('%s of an execution that was superseded changes nothing', async (name) => {
  const id = await turned({ type: 'RoundOpened', round: 2, because: 'principle' });
  const before = await desk.log.read(id);
  const sent = desk.cloud.sms.length;
  const lambda = new LambdaClient({
    endpoint: desk.cloud.url,
    region: 'local',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const { name: FunctionName } =
    desk.cloud.resources.find(
      ({ path, type }) => type === 'AWS::Lambda::Function' && path.split('/').includes(idOf(name)),
    ) ?? {};
  const told = { ticket: id, execution: `${id}-r1-a1`, token: 't', slot: 0, step: 0, state: 'Propose', error: 'Some' };
  const { Payload } = await lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(told) }));
  expect(JSON.parse(Buffer.from(Payload ?? []).toString())).toMatchObject({ errorType: 'Superseded' });
  const after = await desk.log.read(id);
  expect([after.head, after.tokens]).toEqual([before.head, before.tokens]);
  expect(desk.cloud.sms).toHaveLength(sent);
});

test('an execution that was superseded while it asked leaves the token in place that is waited for', async () => {
  const id = await desk.post({}, { ignores: 'w' });
  const task = 'r1-v1-s0-0';
  await desk.until(id, ({ tasks }) => tasks[task]);
  const late = await desk.log.read(id, `${id}-r1-a1`);
  await desk.log.decide(id, { at: desk.cloud.now().toISOString(), by: 'desk' }, () => [
    { type: 'ExecutionLost', execution: `${id}-r1-a1`, status: 'ABORTED' },
  ]);
  await desk.cloud.settle();
  const { tokens } = await desk.log.read(id);
  expect(tokens[task]).not.toBe(late.tokens[task]);
  await expect(desk.log.keepToken(late, task, 'late')).rejects.toThrow(expect.objectContaining({ name: 'Superseded' }));
  expect((await desk.log.read(id)).tokens).toEqual(tokens);
});
