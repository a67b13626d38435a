import { afterAll, beforeAll, expect, test } from 'vitest';
import { ComplaintPosted } from '../../functions/domain/complaint-posted.ts';
import { type PlayedDesk, playedDesk, typesOf } from '../paths/played-desk.ts';
import { aPost, attacker } from './requests.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

const send = (post: object & { channel?: string }) =>
  attacker(desk).send({ sender: post.channel ?? 'web', body: JSON.stringify(post) });
const received = async (ticket: unknown) => desk.log.read(String(ticket));

test('the same reference and body is the same ticket, signed anew a day later as well, and nothing happens twice', async () => {
  const post = aPost();
  const first = await send(post);
  await desk.cloud.settle();
  await desk.cloud.advanceBy(24 * 3_600_000);
  const again = await send(post);
  expect([again.status, again.answer]).toEqual([first.status, first.answer]);
  expect(again.headers.get('x-replayed')).toBeNull();
  expect(typesOf(await received(first.answer.ticket)).filter((type) => type === 'ComplaintReceived')).toHaveLength(1);
});

test('another channel’s reference is another ticket: nobody reaches into a ticket by guessing its number', async () => {
  const post = aPost({ channelReference: 'GUESSED' });
  const [one, other] = [await send(post), await send({ ...post, channel: 'app' })];
  expect([one.status, other.status]).toEqual([202, 202]);
  expect(other.answer.ticket).not.toBe(one.answer.ticket);
  expect((await received(one.answer.ticket)).conflicts).toEqual([]);
});

test('another customer under a used reference learns that it is used and by which ticket, and nothing of what it holds', async () => {
  const victim = aPost({
    channelReference: 'USED',
    narrative: 'The victim wrote this.',
    complainant: { name: 'Sample Victim', phone: '+8613100000010', email: 'victim@example.com' },
    card: { account: 'VICTIM-ACCOUNT', lastFour: '4242' },
    amount: { minor: 98_765, currency: 'CNY' },
  });
  const { answer } = await send(victim);
  const attack = {
    ...victim,
    complainant: { name: 'Sample Attacker', phone: '+8613100000011' },
    card: { account: 'OTHER' },
  };
  const { status, answer: told, headers } = await send(attack);
  expect(status).toBe(409);
  expect(Object.keys(told).sort()).toEqual(['do', 'error', 'ticket', 'why']);
  expect(told.ticket).toBe(answer.ticket);
  expect([...headers.keys()].filter((name) => name.startsWith('x-'))).toEqual([]);

  await desk.cloud.settle();
  const { conflicts, id } = await received(answer.ticket);
  expect(conflicts).toHaveLength(1);
  expect(await desk.files.read(id, conflicts[0] ?? '', ComplaintPosted)).toMatchObject({ card: { account: 'OTHER' } });
  // The ticket is still the victim's, and the attacker's telephone never hears of it.
  expect((await desk.files.complaint(id)).post).toMatchObject({ complainant: { phone: '+8613100000010' } });
  expect(desk.cloud.sms.filter(({ phone }) => phone === '+8613100000011')).toEqual([]);
  const [told1] = desk.cloud.busEvents.filter(({ event }) => event['detail-type'] === 'PostConflicted').slice(-1);
  expect(Object.keys(told1?.event.detail ?? {}).sort()).toEqual(['at', 'id', 'referenceHash', 'ticket']);
});

test.for([
  ['blanks around it', ' KEY '],
  ['an escape', 'K\\u0045Y'],
])('a reference written with %s is the same key', async ([, written]) => {
  const post = JSON.stringify(aPost({ channelReference: 'KEY' }));
  const { answer } = await attacker(desk).send({ body: post });
  await desk.cloud.advanceBy(1_000);
  const again = await attacker(desk).send({ body: post.replace('"KEY"', `"${written}"`) });
  expect([again.status, again.answer.ticket]).toEqual([202, answer.ticket]);
});

test.for(['key', 'KEY\u200b', 'ＫＥＹ', 'КEY', 'KEY\u0000'])(
  '%j looks like it and is another key',
  async (reference) => {
    const { answer } = await send(
      aPost({ channelReference: 'KEY', narrative: 'I was charged twice for one purchase.' }),
    );
    const other = await send(aPost({ channelReference: reference }));
    expect(other.status).toBe(202);
    expect(other.answer.ticket).not.toBe(answer.ticket);
  },
);

test('a follow-up under a used reference is taken once, and says nothing of who else used it', async () => {
  const [mine, other] = [await send(aPost()), await send(aPost())];
  const more = (ticket: unknown, text: string) =>
    desk.channel.followUp('web', String(ticket), {
      version: 1,
      channel: 'web',
      channelReference: 'F',
      about: 'question',
      text,
    });
  expect((await more(mine.answer.ticket, 'And?')).answer).toEqual({ ticket: mine.answer.ticket });
  expect((await more(mine.answer.ticket, 'Another.')).answer).toEqual({ ticket: mine.answer.ticket });
  expect((await received(mine.answer.ticket)).followUps).toHaveLength(1);
  expect((await more(other.answer.ticket, 'And?')).status).toBe(202);
  expect((await received(other.answer.ticket)).followUps).toHaveLength(1);
});
