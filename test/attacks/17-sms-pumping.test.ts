import { readFileSync } from 'node:fs';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Counted, counterKey, rowOf, windowOf } from '../../functions/adapters/throttle.ts';
import { Roster } from '../../functions/domain/roster.ts';
import { countryOf, isCounted } from '../../functions/domain/sms-caps.ts';
import type { Ticket } from '../../functions/domain/ticket.ts';
import { LIMITS, type Limited } from '../../functions/rules/limits.ts';
import { SMS_COUNTRIES, SMS_GUARD } from '../../functions/rules/sms-caps.ts';
import { SAMPLE_ROSTER } from '../../local/demo/desk.ts';
import { eventsOf, type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { aPost, attacker } from './requests.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

const HOUR = 3_600_000;
const limit = (of: Limited) => rowOf(LIMITS, of);
/** In this window as many were counted as may be, but for so many. */
async function spend([rule, , atMost, seconds]: Counted, whose: string, left = 0): Promise<void> {
  const Key = counterKey(rule, whose, windowOf(seconds, desk.cloud.now()));
  await desk.db.send(new PutCommand({ TableName: desk.tables.caseFiles, Item: { ...Key, count: atMost - left } }));
}
const everywhereElse = (code: string, who: 'unverified' | 'verified'): [Counted, string] => {
  const [rule, , unverified, verified] = countryOf(SMS_COUNTRIES, code);
  return [[rule, code, who === 'verified' ? verified : unverified, 24 * 3600], `${code} ${who}`];
};

let accounts = 0;
const body = (phone: string, over: object = {}) =>
  JSON.stringify(aPost({ complainant: { phone }, card: { account: `PUMP-${++accounts}` }, ...over }));
const post = (text: string) => attacker(desk).send({ body: text });
const sent = (phone: string) => desk.cloud.sms.filter((one) => one.phone === phone).length;
const verified = { identity: { method: 'app-login', level: 'strong', checkedAt: '2026-03-02T01:59:00Z' } };
const capped = async (ticket: unknown) =>
  eventsOf(await desk.log.read(String(ticket))).flatMap((event) =>
    event.type === 'MessageFailed' && event.reason === 'capped' ? [event.message] : [],
  );

test('people of the bank are told, whatever the caps say', async () => {
  for (const { phone } of Roster.parse(JSON.parse(readFileSync(SAMPLE_ROSTER, 'utf8')))) {
    await spend(limit('SMS to a phone, unverified'), phone);
    await spend(limit('SMS to a phone, verified'), phone);
  }
  const id = await desk.post({}, { ignores: 'w' });
  const ofWork = ({ messages }: Ticket) => Object.values(messages).find(({ purpose }) => purpose === 'work-link');
  const ticket = await desk.until(id, ofWork, 2);
  expect(ofWork(ticket)?.state).toBe('sent');
});

test('a reply that people worked on leaves, however many SMS its number was sent today', async () => {
  const phone = '+8613100000002';
  const id = await desk.post({ complainant: { phone }, identity: undefined });
  await desk.until(id, ({ reply }) => reply, 20);
  await spend(limit('SMS to a phone, unverified'), phone);
  await spend(...everywhereElse('+86', 'unverified'));
  const { replied } = await desk.until(id, (ticket) => ticket.replied, 20);
  expect(replied?.way).toBe('sms');
  await desk.cloud.advanceBy(24 * HOUR);
}, 120_000);

test('a flood of posts with one number sends it so many SMS a day and no more; what is held back each ticket shows', async () => {
  const phone = '+8613100000001';
  const [, , most] = limit('SMS to a phone, unverified');
  const answers = [];
  for (let nth = 0; nth < most + 3; nth += 1) answers.push(await post(body(phone)));
  await desk.cloud.settle();
  expect(answers.map(({ status }) => status)).toEqual(Array(most + 3).fill(202));
  expect(sent(phone)).toBe(most);
  const held = await Promise.all(answers.map(({ answer }) => capped(answer.ticket)));
  expect(held.flat()).toEqual(Array(3).fill('r1-acknowledgement'));
  const flooding = new Set(answers.map(({ answer }) => answer.ticket));
  const told = desk.cloud.busEvents
    .map(({ event }) => event.detail as { ticket?: string; reason?: string })
    .filter(({ ticket, reason }) => flooding.has(ticket) && reason === 'capped');
  expect(told).toHaveLength(3);
});

test('whose SMS is held back hears by mail at once, and otherwise by a person after the time for acknowledging', async () => {
  const phone = '+8613100000001';
  const mailed = await post(body(phone, { complainant: { phone, email: 'sample@example.com' } }));
  const silent = await post(body(phone));
  await desk.cloud.settle();
  expect(await capped(mailed.answer.ticket)).toEqual(['r1-acknowledgement']);
  const { messages } = await desk.log.read(String(mailed.answer.ticket));
  expect(messages['r1-acknowledgement']).toMatchObject({ state: 'sent', way: 'e-mail' });
  await desk.cloud.advanceBy(HOUR / 4);
  const { tasks } = await desk.log.read(String(silent.answer.ticket));
  expect(tasks['r1-unacknowledged']).toMatchObject({ work: 'parked' });
});

test('the flood takes nothing from whoever a channel has verified, under the same number', async () => {
  const { answer } = await post(body('+8613100000001', verified));
  await desk.cloud.settle();
  expect(await capped(answer.ticket)).toEqual([]);
});

test('numbers where the bank has no branch share one small cap, so that no other country pays for a flood', async () => {
  await spend(...everywhereElse('*', 'unverified'), 1);
  for (const phone of ['+6281234510001', '+6281234510002', '+2348031234567', '+85251234567']) await post(body(phone));
  await post(body('+6281234510003', verified));
  await desk.cloud.settle();
  const phones = ['+6281234510001', '+6281234510002', '+2348031234567', '+85251234567', '+6281234510003'];
  expect(phones.map(sent)).toEqual([1, 0, 0, 1, 1]);
});

test('posts of one cardholder beyond the cap are put off with a time, lose nothing, and are taken then', async () => {
  const over = { card: { account: 'FLOODED' } };
  await spend(limit('posts of a cardholder'), 'FLOODED', 1);
  const posts = [1, 2].map(() => body('+8613100000003', over));
  expect((await post(posts[0] ?? '')).status).toBe(202);
  const { status, headers, answer } = await post(posts[1] ?? '');
  expect(status).toBe(429);
  expect(answer).toMatchObject({ error: 'TooMany', why: expect.stringContaining('X10') });
  const seconds = Number(headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(3600);
  // The answer was “later”: the very same request is asked anew, not answered from memory.
  expect((await post(posts[1] ?? '')).headers.get('x-replayed')).toBeNull();
  // What is known already is answered, and others are not held up.
  await desk.cloud.advanceBy(1_000);
  expect((await post(posts[0] ?? '')).status).toBe(202);
  expect((await post(body('+8613100000004'))).status).toBe(202);
  // A card in other hands never waits, be it said by the agent or by the words.
  const stolen = { ...over, narrative: 'My card was stolen on the train.' };
  expect((await post(body('+8613100000003', stolen))).status).toBe(202);
  expect((await post(body('+8613100000003', { ...over, category: 'unauthorised-use' }))).status).toBe(202);
  await desk.cloud.advanceBy(seconds * 1000);
  expect((await post(posts[1] ?? '')).status).toBe(202);
});

test('another body for a post that was put off does not slip in', async () => {
  const over = { card: { account: 'FLOODED-TOO' }, channelReference: 'SLIPS-IN' };
  await spend(limit('posts of a cardholder'), 'FLOODED-TOO');
  expect((await post(body('+8613100000003', over))).status).toBe(429);
  expect((await post(body('+8613100000003', { ...over, narrative: 'Another.' }))).status).toBe(429);
});

test('a channel that runs wild is put off, and no other channel with it', async () => {
  await spend(limit('posts of a channel'), 'branch');
  const text = body('+8613100000006', { channel: 'branch' });
  expect((await attacker(desk).send({ sender: 'branch', body: text })).status).toBe(429);
  expect((await post(body('+8613100000006'))).status).toBe(202);
}, 120_000);

test('on the bus it stays in its queue and is taken in the next window; no letter is dead', async () => {
  const over = { card: { account: 'FLOODED-BY-EVENTS' } };
  await spend(limit('posts of a cardholder'), 'FLOODED-BY-EVENTS', 1);
  const count = () => desk.cloud.busEvents.filter(({ event }) => event['detail-type'] === 'ComplaintReceived').length;
  const before = count();
  for (const _ of [1, 2, 3])
    await desk.putEvent('channel.web', 'ComplaintPosted', JSON.parse(body('+8613100000005', over)));
  await desk.cloud.settle();
  expect(count() - before).toBe(1);
  await desk.cloud.advanceBy(1.2 * HOUR);
  expect(count() - before).toBe(3);
});

test('other bodies under one reference, and follow-ups of one ticket, do not let a log grow without end', async () => {
  const first = aPost();
  const { answer } = await post(JSON.stringify(first));
  const id = String(answer.ticket);
  await spend(limit('other bodies of a post'), id);
  expect((await post(JSON.stringify({ ...first, narrative: 'Another.' }))).status).toBe(429);
  expect((await post(JSON.stringify({ ...first, narrative: 'A third.' }))).answer).not.toHaveProperty('ticket');
  expect((await desk.log.read(id)).conflicts).toEqual([]);

  const more = (channelReference: string) =>
    desk.channel.followUp('web', id, { version: 1, channel: 'web', channelReference, about: 'question', text: 'And?' });
  expect((await more('f-1')).status).toBe(202);
  await spend(limit('follow-ups of a ticket'), id);
  await desk.cloud.advanceBy(1_000);
  expect([(await more('f-2')).status, (await more('f-1')).status]).toEqual([429, 202]);
});

test('which country a number is of, and which SMS count, is read from the tables', () => {
  expect(
    ['+8613123456789', '+85251234567', '+18765551234', '+6281234567'].map((one) => countryOf(SMS_COUNTRIES, one)[1]),
  ).toEqual(['+86', '+852', '+1', '*']);
  // Where no country is, next to none leave, whoever vouches for the number; and Taiwan's and Bangladesh's are countries.
  const most = (phone: string) => Number(countryOf(SMS_COUNTRIES, phone)[3]);
  for (const dear of ['+88216000001', '+88312345678', '+979123456789', '+80812345678'])
    expect(most(dear)).toBeLessThan(50);
  for (const usual of ['+886912345678', '+8801712345678']) expect(most(usual)).toBeGreaterThan(1000);
  const counts = (
    purpose: 'reply' | 'survey' | 'acknowledgement' | 'extension-notice',
    lane?: 'on-the-spot' | 'standard',
  ) => isCounted(SMS_GUARD, { purpose, lane, isVerified: false });
  expect([counts('reply', 'on-the-spot'), counts('survey'), counts('acknowledgement')]).toEqual([true, true, true]);
  expect([counts('reply', 'standard'), counts('extension-notice')]).toEqual([false, false]);
});
