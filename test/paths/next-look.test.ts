import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dueIndex } from '../../functions/adapters/due-index.ts';
import { dueShards, formerShards } from '../../functions/adapters/next-look.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { EVERY_EVENT } from '../domain/every-event.ts';
import { type PlayedDesk, playedDesk } from './played-desk.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

const SECOND = 1_000;
const inSeconds = (seconds: number) => new Date(desk.cloud.now().getTime() + seconds * SECOND).toISOString();
const added: TicketEvent = { type: 'FollowUpReceived', followUp: 'f-1', about: 'question', attachments: 0 };
/** A complaint that somebody works on, so that they hear of what is added. */
async function handled() {
  const id = await desk.post({}, { ignores: 'w' });
  return desk.until(id, ({ tasks }) => Object.values(tasks).some(({ work }) => work === 'investigate'));
}

test('what comes while the watch looks at a ticket is not put off until its next look', async () => {
  const { log, cloud } = desk;
  const { id } = await handled();
  await log.lookAgain(await log.read(id), inSeconds(-30));
  const read = await log.read(id);
  await log.decide(id, { at: inSeconds(0), by: 'complainant' }, () => [added]);
  // The relay has been here; now the watch, which has not seen what came, is done.
  await cloud.advanceBy(SECOND);
  await log.lookAgain(read, inSeconds(24 * 3_600));
  expect((await log.read(id)).dueAt <= inSeconds(0)).toBe(true);
  await cloud.advanceBy(120 * SECOND);
  expect((await log.read(id)).messages['f-1-told']).toMatchObject({ state: 'sent' });
});

test('what was put off meanwhile is looked at by then all the same, and what is to be looked at earlier stays so', async () => {
  const { log } = desk;
  const { id } = await handled();
  const read = await log.read(id);
  const [soon, later] = [inSeconds(3_600), inSeconds(24 * 3_600)];
  await log.lookAgain(read, later);
  await log.lookBy(read, soon);
  expect((await log.read(id)).dueAt).toBe(soon);
  await log.lookBy(read, later);
  expect((await log.read(id)).dueAt).toBe(soon);
});

test('a look that the watch is sure of is kept, though somebody else has meanwhile put it off for longer', async () => {
  const { log } = desk;
  const { id } = await handled();
  const read = await log.read(id);
  const [soon, later] = [inSeconds(3_600), inSeconds(24 * 3_600)];
  await log.lookAgain(read, later);
  await log.lookAgain(read, soon);
  expect((await log.read(id)).dueAt).toBe(soon);
});

test('what the watch decides is for the watch to move the look for, and not for the relay', async () => {
  const { log, cloud } = desk;
  const { id } = await handled();
  const { length } = await log.read(id);
  cloud.meter.reset();
  await desk.until(id, (ticket) => ticket.length > length);
  const moves = cloud.meter.records.filter(({ what, key }) => what === 'UpdateItem' && key === `TICKET#${id}`);
  expect(new Set(moves.map(({ functionName = '' }) => /Watch|Relay/.exec(functionName)?.[0]))).toEqual(
    new Set(['Watch']),
  );
});

test('what fails at a look is tried again later, and a date that comes before that is seen when it comes', async () => {
  const { log, cloud, roster } = desk;
  const id = await desk.post({}, { ignores: 'wx' });
  const dueAt = (await desk.until(id, ({ clocks }) => clocks.decide)).clocks.decide?.dueAt ?? '';
  const officers = (await roster.all()).filter(({ roles }) =>
    roles.some((role) => role === 'incident-officer' || role === 'head-of-complaint-work'),
  );
  await cloud.advanceBy(Date.parse(dueAt) - cloud.now().getTime() - 1_800 * SECOND);
  for (const person of officers) await roster.put({ ...person, roles: ['handler'] });
  await log.decide(id, { at: inSeconds(0), by: 'triage' }, () => [EVERY_EVENT.IncidentRaised]);
  await cloud.advanceBy(1_800 * SECOND + 90 * SECOND);
  const breach = (await log.read(id)).decisions.find(({ events }) =>
    events.some((event) => event.type === 'Overdue' && event.clock === 'decide'),
  );
  for (const person of officers) await roster.put(person);
  expect(breach?.at.slice(0, 16)).toBe(dueAt.slice(0, 16));
});

test('a ticket is watched from its first mark on, which the relay need not move', async () => {
  const { cloud, db, tables } = desk;
  cloud.meter.reset();
  const id = await desk.post({}, { ignores: 'w' });
  await cloud.settle();
  const moves = cloud.meter.records.filter(({ what, key }) => what === 'UpdateItem' && key === `TICKET#${id}`);
  expect(moves).toEqual([]);
  const due = dueIndex(db, tables.tickets);
  expect(await due(new Date(inSeconds(299)))).not.toContain(id);
  expect(await due(new Date(inSeconds(300)))).toContain(id);
});

test('whatever is due is read, on however many pages it lies', async () => {
  const { db, tables } = desk;
  const ids = await Promise.all(Array.from({ length: 7 }, () => desk.post({}, { ignores: 'w' })));
  await desk.cloud.settle();
  const due = await dueIndex(db, tables.tickets, 2)(new Date(inSeconds(300)));
  expect(due).toEqual(expect.arrayContaining(ids));
  expect(new Set(due).size).toBe(due.length);
});

test.for(formerShards)('what an earlier release laid under shard %s is read until it is looked at', async (shard) => {
  const { log, db, tables } = desk;
  const { id } = await handled();
  const UpdateExpression = 'SET dueShard = :shard, dueAt = :at';
  const lay = (at: string) =>
    db.send(
      new UpdateCommand({
        ...{ TableName: tables.tickets, Key: { pk: `TICKET#${id}`, sk: 'EVENT#000001' }, UpdateExpression },
        ExpressionAttributeValues: { ':shard': shard, ':at': at },
      }),
    );
  const [hour, day] = [3_600, 86_400];
  await lay(inSeconds(2 * day));
  const due = dueIndex(db, tables.tickets);
  for (const seconds of [0, 2 * hour, day]) expect(await due(new Date(inSeconds(seconds)))).not.toContain(id);
  expect(await due(new Date(inSeconds(2 * day)))).toContain(id);

  await log.lookAgain(await log.read(id), inSeconds(3 * day));
  expect(await due(new Date(inSeconds(3 * day)))).toContain(id);
  // Nothing lies there any more, and no release writes there.
  await lay(inSeconds(3 * day));
  expect(await due(new Date(inSeconds(3 * day)))).not.toContain(id);
  await log.lookAgain(await log.read(id), inSeconds(day));
});

test('the present shards are among those that every release reads', () => {
  expect([...dueShards, ...formerShards].sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
});
