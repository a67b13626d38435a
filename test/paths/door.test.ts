import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digest, sha256 } from '../../functions/adapters/digest.ts';
import { sign } from '../../functions/adapters/signature.ts';
import { ComplaintPosted } from '../../functions/domain/complaint-posted.ts';
import { type PlayedDesk, playedDesk, typesOf } from './played-desk.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

let references = 0;
const aPost = (over: object = {}) => ({
  version: 1,
  channel: 'web',
  channelReference: `D-${++references}`,
  narrative: 'I was charged twice for one purchase.',
  complainant: { name: 'Sample Person', phone: '13123456789' },
  ...over,
});
const posted = (post: object) => desk.channel.post('web', JSON.stringify(post));
const told = (type: string) =>
  desk.cloud.busEvents.flatMap(({ event }) =>
    event['detail-type'] === type ? [event.detail as Record<string, unknown>] : [],
  );

test('a post is answered with its ticket number and the date by which an answer is due', async () => {
  const { status, answer } = await posted(aPost());
  expect(status).toBe(202);
  expect(answer).toMatchObject({
    ticket: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{12}$/),
    answerDueAt: '2026-03-17T16:00:00.000Z',
  });
});

test('the same post is the same ticket and the same answer, however many arrive at once', async () => {
  const post = aPost();
  const answers = await Promise.all(Array.from({ length: 20 }, () => posted(post)));
  expect(new Set(answers.map(({ status, answer }) => `${status} ${JSON.stringify(answer)}`)).size).toBe(1);
  const ticket = await desk.log.read(String(answers[0]?.answer.ticket));
  expect(typesOf(ticket).filter((type) => type === 'ComplaintReceived')).toHaveLength(1);
});

test('the same reference with another body is a conflict, recorded once for each other body', async () => {
  const post = aPost();
  const { answer } = await posted(post);
  const other = { ...post, narrative: 'Something else happened.' };
  const conflicts = await Promise.all([
    posted(other),
    posted(other),
    posted({ ...post, narrative: 'And a third thing.' }),
  ]);
  expect(conflicts.map(({ status }) => status)).toEqual([409, 409, 409]);
  const ticket = await desk.log.read(String(answer.ticket));
  expect(ticket.conflicts).toHaveLength(2);
  const kept = await Promise.all(ticket.conflicts.map((name) => desk.files.read(ticket.id, name, ComplaintPosted)));
  expect(kept.map((body) => body?.narrative).sort()).toEqual(['And a third thing.', 'Something else happened.']);
});

test('of two bodies that arrive at once under a new reference one is the ticket and the other a conflict', async () => {
  const post = aPost();
  const other = { ...post, narrative: 'Something else happened.' };
  const answers = await Promise.all([post, other, post, other, other, post].map(posted));
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 202, 202, 409, 409, 409]);
  const ticket = await desk.log.read(String(answers[0]?.answer.ticket));
  const file = await desk.files.complaint(ticket.id);
  expect(ticket.received?.bodyDigest).toBe(digest(file.salt, file.post));
  expect(ticket.conflicts).toHaveLength(1);
  const kept = await desk.files.read(ticket.id, ticket.conflicts[0] ?? '', ComplaintPosted);
  expect([file.post.narrative, kept?.narrative].sort()).toEqual([post.narrative, other.narrative].sort());
});

test('the body of a conflict is kept masked', async () => {
  const post = aPost();
  await posted(post);
  const { answer } = await posted({ ...post, narrative: 'My card is 4242 4242 4242 4242' });
  const { id, conflicts } = await desk.log.read(String(answer.ticket));
  const kept = await desk.files.read(id, conflicts[0] ?? '', ComplaintPosted);
  expect(kept?.narrative).toBe('My card is **** 4242');
});

test('references that masking would make alike are different tickets', async () => {
  const one = await posted(aPost({ channelReference: '4242424242424242' }));
  const two = await posted(aPost({ channelReference: '4000056655664242' }));
  const three = await posted(aPost({ channelReference: '5105105105105100' }));
  expect(new Set([one, two, three].map(({ answer }) => answer.ticket)).size).toBe(3);
});

test('a post that cannot be accepted is answered with every field and why, kept masked, and told on the bus', async () => {
  const bad = aPost({ narrative: '', kind: 'rant', surprise: '4242 4242 4242 4242' });
  const { status, answer } = await posted(bad);
  expect(status).toBe(400);
  const fields = answer.fields as { field: string; why: string; do: string }[];
  expect(fields.map(({ field }) => field).sort()).toEqual(['kind', 'narrative', 'surprise']);
  expect(fields.every(({ why, do: todo }) => why && todo)).toBe(true);

  await desk.cloud.settle();
  const refusal = told('ComplaintRefused').at(-1);
  expect(refusal).toMatchObject({ refusal: answer.refusal, channel: 'web' });
  expect(JSON.stringify(refusal)).not.toContain('surprise');
  const kept = await desk.db.send(
    new GetCommand({ TableName: desk.tables.caseFiles, Key: { pk: `REFUSED#${answer.refusal}`, sk: 'REFUSED' } }),
  );
  expect(kept.Item?.post).toContain('**** 4242');
  expect(kept.Item?.post).not.toContain('4242 4242');
});

test.for([
  ['no JSON', '{"version":', 400],
  ['a list', '[]', 400],
  ['nothing', '', 400],
  ['null', 'null', 400],
  ['too much', JSON.stringify({ narrative: 'x'.repeat(300_000) }), 413],
] as const)('%s for a body is answered clearly', async ([, body, status]) => {
  const { status: answered, answer } = await desk.channel.post('web', body);
  expect(answered).toBe(status);
  expect(answer.error).toBeTruthy();
});

test('only a signature of the named channel over timestamp and body is taken, within five minutes', async () => {
  const body = JSON.stringify(aPost());
  const now = Math.floor(desk.cloud.now().getTime() / 1000);
  const attempt = async (headers: Record<string, string>) =>
    (await fetch(`${desk.cloud.url}/complaints`, { method: 'POST', headers, body })).status;
  const signed = (at: number, secret = 'sample-secret-of-web') => ({
    'x-channel': 'web',
    'x-timestamp': String(at),
    'x-signature': sign(secret, String(at), body),
  });
  expect(await attempt({})).toBe(401);
  expect(await attempt(signed(now, 'sample-secret-of-app'))).toBe(401);
  expect(await attempt(signed(now - 301))).toBe(401);
  expect(await attempt({ ...signed(now), 'x-channel': 'constructor' })).toBe(401);
  expect(await attempt({ ...signed(now), 'x-channel': 'app' })).toBe(401);
  expect(await attempt(signed(now - 299))).toBe(202);
});

test('a channel whose secret is too short stays outside, and no other with it', async () => {
  const { AWS_REGION: region } = desk.cloud.env();
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const secrets = new SecretsManagerClient({ endpoint: desk.cloud.url, region, credentials });
  const SecretId = desk.cloud.resources.find(
    ({ type, path }) => type === 'AWS::SecretsManager::Secret' && path.includes('Channels'),
  )?.name;
  const { SecretString = '' } = await secrets.send(new GetSecretValueCommand({ SecretId }));
  const put = async (kept: string) => {
    await secrets.send(new PutSecretValueCommand({ SecretId, SecretString: kept }));
    await desk.cloud.advanceBy(6 * 60_000);
  };
  await put(JSON.stringify({ ...JSON.parse(SecretString), app: ['too-short'] }));
  expect((await desk.channel.post('app', JSON.stringify(aPost({ channel: 'app' })))).status).toBe(401);
  expect((await posted(aPost())).status).toBe(202);
  const lines = [...desk.cloud.logs.values()].flat().join('\n');
  expect(lines).toContain('the secrets of a channel cannot be used');
  expect(lines).not.toContain('too-short');
  await put(SecretString);
  expect((await desk.channel.post('app', JSON.stringify(aPost({ channel: 'app' })))).status).toBe(202);
});

test('an event on the bus is the same door: accepted, or kept and told', async () => {
  const before = told('ComplaintRefused').length;
  const post = aPost({ channel: 'branch' });
  await desk.putEvent('channel.branch', 'ComplaintPosted', post);
  await desk.putEvent('channel.branch', 'ComplaintPosted', { ...post, channelReference: '' });
  await desk.cloud.settle();
  expect(told('ComplaintRefused').length - before).toBe(1);
  expect(told('ComplaintReceived').at(-1)).toMatchObject({ channel: 'branch' });
});

test('a post on the bus that names another channel than its source is refused, kept, and told to the one that sent it', async () => {
  const [tickets, refused] = [told('ComplaintReceived').length, told('ComplaintRefused').length];
  const post = aPost({ channel: 'regulator' });
  const foreign = { field: 'channel', why: 'not the channel of the event’s source' };
  await desk.putEvent('channel.branch', 'ComplaintPosted', post);
  await desk.putEvent('channel.', 'ComplaintPosted', aPost({ channel: '' }));
  await desk.putEvent('channel.branch', 'ComplaintPosted', { ...post, narrative: '' });
  await desk.cloud.settle();
  expect(told('ComplaintReceived')).toHaveLength(tickets);
  const hash = { referenceHash: sha256(`regulator:${post.channelReference}`) };
  const events = told('ComplaintRefused').slice(refused);
  expect(events).toHaveLength(3);
  expect(events).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ ...hash, channel: 'branch', fields: [foreign] }),
      expect.objectContaining({ ...hash, fields: [foreign, { field: 'narrative', why: 'empty' }] }),
    ]),
  );
  const pk = `REFUSED#${events.find(({ fields }) => (fields as unknown[]).length === 1)?.refusal}`;
  const { Item } = await desk.db.send(new GetCommand({ TableName: desk.tables.caseFiles, Key: { pk, sk: 'REFUSED' } }));
  expect(JSON.parse(Item?.post)).toEqual(post);
  expect(Item?.fields[0].do).toBeTruthy();
});

test('a post that cannot be accepted is told at every sending, under one number, and kept once', async () => {
  const bad = aPost({ channel: 'branch', narrative: '' });
  const before = told('ComplaintRefused').length;
  for (let sendings = 1; sendings <= 2; sendings += 1) {
    await desk.putEvent('channel.branch', 'ComplaintPosted', bad);
    await desk.cloud.settle();
  }
  const first = await posted({ ...bad, channel: 'web' });
  await desk.cloud.advanceBy(1_000);
  const second = await posted({ ...bad, channel: 'web' });
  await desk.cloud.settle();
  const refused = told('ComplaintRefused').slice(before);
  expect(refused.map(({ channel }) => channel)).toEqual(['branch', 'branch', 'web', 'web']);
  expect(new Set(refused.map(({ id }) => id)).size).toBe(4);
  expect(new Set(refused.map(({ refusal }) => refusal)).size).toBe(2);
  expect(second).toEqual(first);
  expect(refused.at(-1)?.refusal).toBe(first.answer.refusal);
  const { Count } = await desk.db.send(
    new QueryCommand({
      TableName: desk.tables.caseFiles,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `REFUSED#${refused[0]?.refusal}` },
    }),
  );
  expect(Count).toBe(1);
});

test('a channel finds its posts in what the bus tells by the hash of its reference, and a card number has none', async () => {
  const post = aPost({ channel: 'branch' });
  const put = (over: object) => desk.putEvent('channel.branch', 'ComplaintPosted', { ...post, ...over });
  for (const over of [{}, { narrative: 'And another thing.' }, { narrative: '' }]) {
    await put(over);
    await desk.cloud.settle();
  }
  const referenceHash = sha256(`branch:${post.channelReference}`);
  const ticket = told('ComplaintReceived').at(-1)?.ticket;
  expect(ticket).toMatch(/^[0-9A-Z]{12}$/);
  expect(told('ComplaintReceived').at(-1)).toMatchObject({ referenceHash });
  expect(told('PostConflicted').at(-1)).toMatchObject({ ticket, referenceHash });
  expect(told('ComplaintRefused').at(-1)).toMatchObject({ referenceHash });

  const card = '4242424242424242';
  await put({ channelReference: card, narrative: '' });
  await put({ channelReference: card });
  await desk.cloud.settle();
  for (const type of ['ComplaintReceived', 'ComplaintRefused'])
    expect(told(type).at(-1)).not.toHaveProperty('referenceHash');
});

test('a card number is masked before anything is written, wherever it stands in the post', async () => {
  const full = '５５５５ ５５５５-5555 4444';
  const post = aPost({
    narrative: `My card ${full} was charged`,
    demands: [`Refund 5555555555554444`],
    merchant: 'Shop 4242.4242.4242.4242',
  });
  expect((await posted(post)).status).toBe(202);
  await desk.cloud.settle();
  for (const TableName of Object.values(desk.tables)) {
    const { Items } = await desk.db.send(new ScanCommand({ TableName }));
    const digits = JSON.stringify(Items)
      .normalize('NFKC')
      .replace(/[^0-9a-zA-Z*]/g, '');
    expect(digits).not.toContain('5555555555554444');
    expect(digits).not.toContain('4242424242424242');
  }
  for (const lines of desk.cloud.logs.values()) expect(lines.join('\n')).not.toMatch(/5555 ?5555|4242[ .]?4242/);
});

test('a ticket that cannot be relayed at first is relayed all the same', async () => {
  const relay =
    desk.cloud.resources.find(({ path, type }) => type === 'AWS::Lambda::Function' && path.includes('Relay'))?.name ??
    '';
  desk.cloud.fail.nextInvocation(relay, new Error('the network is down'));
  const { answer } = await posted(aPost());
  const ticket = await desk.archived(String(answer.ticket));
  expect(ticket.archived).toBeDefined();
});
