import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonical, sha256 } from '../../functions/adapters/digest.ts';
import type { Logged } from '../../functions/adapters/ticket-log.ts';
import { addDays, localDate } from '../../functions/domain/local-time.ts';
import { type Anchor, SignedAnchor } from '../../functions/domain/record.ts';
import { type PlayedDesk, playedDesk } from './played-desk.ts';

const ZONE = 'Asia/Shanghai';
const DAY = 86_400_000;
const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };

let desk: PlayedDesk;
let s3: S3Client;
let lambda: LambdaClient;
let name: string;
/** Every ticket of this file. */
const tickets: string[] = [];

beforeAll(async () => {
  desk = await playedDesk();
  const client = { endpoint: desk.cloud.url, region: 'local', credentials };
  s3 = new S3Client({ ...client, forcePathStyle: true });
  lambda = new LambdaClient(client);
  name =
    desk.cloud.resources.find(({ path, type }) => type === 'AWS::Lambda::Function' && /Anchor/.test(path))?.name ?? '';
});
afterAll(() => desk.cloud.close());

async function anchors(): Promise<Anchor[]> {
  const Bucket = desk.cloud.resource('Archive/Bucket').name;
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'anchors/' }));
  const objects = Contents.map(async ({ Key }) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    return SignedAnchor.parse(JSON.parse((await Body?.transformToString()) ?? '')).anchor;
  });
  return Promise.all(objects);
}

/** Each day on which a log changed has its anchor, with the ticket as it stood when the day was over, or later. */
async function expectAnchored(logs: readonly Logged[], today: string): Promise<void> {
  const laid = await anchors();
  for (const [i, { previous }] of laid.entries()) {
    const before = laid[i - 1];
    expect(previous).toEqual(before && { date: before.date, sha256: sha256(canonical(before)) });
  }
  for (const { id, decisions } of logs) {
    for (const [i, { at }] of decisions.entries()) {
      const day = localDate(at, ZONE);
      if (day >= today) continue;
      const head = laid.find(({ date }) => date === day)?.heads.find(({ ticket }) => ticket === id);
      expect(head?.seq, `${id} on ${day}`).toBeGreaterThanOrEqual(i + 1);
      expect(head?.hash).toBe(decisions[(head?.seq ?? 0) - 1]?.hash);
    }
  }
}

const today = () => localDate(desk.cloud.now().toISOString(), ZONE);
const logs = () => Promise.all(tickets.map((id) => desk.log.read(id)));

test('each day on which logs changed is anchored after it is over, each anchor tied to the one before', async () => {
  tickets.push(await desk.post({}), await desk.post({ kind: 'praise', category: undefined }, { minutes: 20 * 60 }));
  for (const ticket of tickets) await desk.archived(ticket);
  await desk.cloud.advanceBy(DAY);
  expect((await anchors()).length).toBeGreaterThan(1);
  await expectAnchored(await logs(), today());
});

test('it names what was sealed, which is what the log says', async () => {
  for (const { id, decisions } of await logs()) {
    const at = decisions.findIndex(({ events }) => events.some(({ type }) => type === 'Archived'));
    const [archived] = (decisions[at]?.events ?? []).flatMap((event) => (event.type === 'Archived' ? event : []));
    const { manifest, retainUntil } = archived ?? {};
    const heads = (await anchors()).flatMap(({ heads }) => heads.filter(({ ticket }) => ticket === id));
    expect(heads.at(-1)?.sealed).toEqual({ length: at, manifest, retainUntil });
  }
});

test('days on which nothing changed have none, and no run looks for them', async () => {
  const laid = (await anchors()).length;
  const runs = () =>
    desk.cloud.meter.records.filter(({ what, functionName }) => what === 'Invoke' && functionName === name);
  const before = runs().length;
  await desk.cloud.advanceBy(10 * DAY);
  expect(runs()).toHaveLength(before);
  expect(await anchors()).toHaveLength(laid);
});

test('a missed day is caught up by the next run', async () => {
  const missed = today();
  const id = await desk.post({}, { minutes: 26 * 60 });
  tickets.push(id);
  // As often as it is tried in one night.
  for (let tries = 0; tries < 3; tries++) desk.cloud.fail.nextInvocation(name, new Error('the network is down'));
  await desk.until(id, ({ tasks }) => Object.values(tasks).some(({ closed }) => closed));
  expect((await anchors()).map(({ date }) => date)).not.toContain(missed);
  await desk.cloud.advanceBy(DAY);
  expect((await anchors()).map(({ date }) => date)).toEqual(expect.arrayContaining([missed, addDays(missed, 1)]));
  await expectAnchored(await logs(), today());
});

test('runs at the same instant lay one anchor, and a run too many lays none', async () => {
  tickets.push(await desk.post({}));
  await desk.cloud.advanceBy(60_000);
  const until = new Date(Date.parse(`${addDays(today(), 1)}T00:10:00+08:00`));
  await desk.cloud.advanceTo(until);
  const run = () => lambda.send(new InvokeCommand({ FunctionName: name }));
  const answers = await Promise.all([run(), run(), run()]);
  const anchored = answers.flatMap(({ Payload }) => JSON.parse(Buffer.from(Payload ?? []).toString()).anchored);
  expect(anchored).toEqual([addDays(today(), -1)]);
  await desk.cloud.advanceBy(DAY);
  await expectAnchored(await logs(), today());
});
