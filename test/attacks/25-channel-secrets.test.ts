import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ofRequest } from '../../functions/adapters/signature.ts';
import { type PlayedDesk, playedDesk, typesOf } from '../paths/played-desk.ts';
import { aPost, attacker } from './requests.ts';

let desk: PlayedDesk;
let secrets: SecretsManagerClient;
let sample = '';
const MINUTE = 60_000;

beforeAll(async () => {
  desk = await playedDesk();
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  secrets = new SecretsManagerClient({ endpoint: desk.cloud.url, region: desk.cloud.env().AWS_REGION, credentials });
  sample = (await secrets.send(new GetSecretValueCommand({ SecretId: secretId() }))).SecretString ?? '';
});
afterAll(() => desk.cloud.close());

const secretId = () =>
  desk.cloud.resources.find(({ type, path }) => type === 'AWS::SecretsManager::Secret' && path.includes('Channels'))
    ?.name;
/** What an operator fills in, and the time until every function has read it. */
async function rotate(own: object): Promise<void> {
  const SecretString = JSON.stringify({ ...JSON.parse(sample), ...own });
  await secrets.send(new PutSecretValueCommand({ SecretId: secretId(), SecretString }));
  await desk.cloud.advanceBy(6 * MINUTE);
}
const body = (over = {}) => JSON.stringify(aPost(over));
const statusWith = async (secret: string) => (await attacker(desk).send({ secret, body: body() })).status;
const [oldest, previous, current] = [
  'the-oldest-secret-of-web',
  'the-previous-secret-of-web',
  'the-current-secret-of-web',
];

test('while a secret is rotated two are valid, then one; what was taken away opens nothing within minutes', async () => {
  await rotate({ web: [current, previous] });
  expect(await Promise.all([current, previous, oldest].map(statusWith))).toEqual([202, 202, 401]);
  await rotate({ web: [current] });
  expect(await Promise.all([current, previous, oldest].map(statusWith))).toEqual([202, 401, 401]);
  await rotate({ web: [] });
  expect(await Promise.all([current, previous].map(statusWith))).toEqual([401, 401]);
});

test('of more than two the first two are valid, and the log says so without a word of them', async () => {
  await rotate({ web: [current, previous, oldest] });
  expect(await Promise.all([current, previous, oldest].map(statusWith))).toEqual([202, 202, 401]);
  const lines = [...desk.cloud.logs.values()].flat().join('\n');
  expect(lines).toContain('more secrets than are valid');
  for (const secret of [current, previous, oldest]) expect(lines).not.toContain(secret);
});

test('a stolen secret signs for its own channel alone, and fetches nothing of core banking’s', async () => {
  await rotate({});
  const { send } = attacker(desk);
  const secret = 'sample-secret-of-web';
  expect((await send({ sender: 'app', secret, body: body({ channel: 'app' }) })).status).toBe(401);
  expect((await send({ sender: 'web', secret, body: body({ channel: 'app' }) })).status).toBe(403);
  const path = '/commands/0123456789AB/r1-protect-1';
  const fetching = { path, method: 'GET', secret, signed: ofRequest('GET', path) };
  expect((await send({ ...fetching, sender: 'core-banking' })).status).toBe(401);
  expect((await send({ ...fetching, sender: 'web' })).status).toBe(401);
  // Core banking answers commands; it posts no complaints.
  const post = body({ channel: 'core-banking' });
  expect((await send({ sender: 'core-banking', body: post })).status).toBe(401);
});

test('a captured post is answered as it was, does nothing again, and says so; after its window it is refused', async () => {
  const { craft } = attacker(desk);
  const captured = craft({ body: body() });
  const first = await captured();
  await desk.cloud.settle();
  const [sms, events] = [desk.cloud.sms.length, desk.cloud.busEvents.length];
  const replays = await Promise.all(Array.from({ length: 10 }, () => captured()));
  await desk.cloud.settle();
  for (const { status, answer, headers } of replays) {
    expect([status, answer]).toEqual([first.status, first.answer]);
    expect(headers.get('x-replayed')).toBe('true');
  }
  expect(first.headers.get('x-replayed')).toBeNull();
  expect([desk.cloud.sms.length, desk.cloud.busEvents.length]).toEqual([sms, events]);
  await desk.cloud.advanceBy(5 * MINUTE + 1_000);
  expect((await captured()).status).toBe(401);
});

test('a captured refusal is not told on the bus again', async () => {
  const captured = attacker(desk).craft({ body: body({ narrative: '' }) });
  const first = await captured();
  await desk.cloud.settle();
  const events = desk.cloud.busEvents.length;
  expect(await captured()).toMatchObject({ status: 400, answer: first.answer });
  await desk.cloud.settle();
  expect(desk.cloud.busEvents).toHaveLength(events);
});

test('a captured follow-up cannot be sent to another ticket, nor as a post', async () => {
  const [one, other] = [await desk.post({}), await desk.post({})];
  const more = { version: 1, channel: 'app', channelReference: 'more', about: 'withdrawal' };
  const { craft } = attacker(desk);
  const path = `/complaints/${one}/follow-ups`;
  const captured = craft({ sender: 'app', path, body: JSON.stringify({ ...more, ticket: one }) });
  expect((await captured(`/complaints/${other}/follow-ups`)).status).toBe(400);
  expect((await captured('/complaints')).status).toBe(400);
  const unnamed = craft({ sender: 'app', path, body: JSON.stringify(more) });
  expect((await unnamed()).answer.fields).toEqual([expect.objectContaining({ field: 'ticket', why: 'missing' })]);
  for (const id of [one, other]) expect(typesOf(await desk.log.read(id))).not.toContain('FollowUpReceived');
  expect([(await captured()).status, (await captured()).status]).toEqual([202, 202]);
  expect(typesOf(await desk.log.read(one)).filter((type) => type === 'FollowUpReceived')).toHaveLength(1);
});

test('a captured question for a command’s details is answered once, and for no other command', async () => {
  const id = await desk.post({ category: 'lost-or-stolen-card' }, { banking: () => 'silence' });
  const { commands } = await desk.until(id, ({ commands: known }) => Object.keys(known).length > 0, 1);
  const path = `/commands/${id}/${Object.keys(commands)[0]}`;
  const { craft } = attacker(desk);
  const asked = { sender: 'core-banking', method: 'GET', path, signed: ofRequest('GET', path) };
  const captured = craft(asked);
  expect((await captured(`/commands/${id}/r1-protect-2`)).status).toBe(401);
  expect((await craft({ ...asked, signed: path })()).status).toBe(401);
  const first = await captured();
  expect([first.status, first.answer.action]).toEqual([200, 'protect-card']);
  const again = await captured();
  expect([again.status, again.answer.why]).toEqual([401, 'this signature was used before']);
  await desk.cloud.advanceBy(1_000);
  expect((await craft(asked)()).status).toBe(200);
});

test('what is refused is counted by channels that exist, so that nobody makes up new ones', async () => {
  const { send } = attacker(desk);
  for (const sender of ['web', 'made-up', '<script>', '']) await send({ sender, secret: oldest, body: '{}' });
  const refused = [...desk.cloud.logs.values()]
    .flat()
    .filter((line) => line.includes('a signature was refused'))
    .map((line) => JSON.parse(line))
    .filter(({ service }) => service === 'receive-post');
  expect(refused.slice(-4).map(({ channel }) => channel)).toEqual(['web', 'unknown', 'unknown', 'unknown']);
});
