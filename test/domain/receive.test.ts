import { expect, test } from 'vitest';
import { ComplaintPosted } from '../../functions/domain/complaint-posted.ts';
import { receive } from '../../functions/domain/receive.ts';
import { nothingYet } from '../../functions/domain/ticket.ts';
import { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { BANK_CLOCKS } from '../../functions/rules/bank-clocks.ts';
import { CN } from '../../functions/rules/packs/cn.ts';
import { after, at, digestOf } from './a-ticket.ts';

const LAW = { pack: CN, bankClocks: BANK_CLOCKS, zone: 'Asia/Shanghai' };
const sparse = { version: 1, channel: 'wechat', channelReference: 'W-1', narrative: '年费收错了' };
const arrival = (post: object, body = 'b', filed = 'b', referenceHash: string | undefined = undefined) => ({
  post: ComplaintPosted.parse({ ...sparse, ...post }),
  filedDigest: digestOf(filed),
  bodyDigest: digestOf(body),
  referenceDigest: digestOf('a'),
  referenceHash,
});
const first = receive(nothingYet, arrival({}), LAW, at);
const known = after(nothingYet, ...first.events);
const facts = (post: object) => receive(nothingYet, arrival(post), LAW, at).events[0];

test('a post begins a ticket with its codes and its clocks', () => {
  expect(first.answer).toBe('new');
  expect(first.events).toEqual([
    {
      type: 'ComplaintReceived',
      kind: 'complaint',
      channel: 'wechat',
      referenceDigest: digestOf('a'),
      bodyDigest: digestOf('b'),
      pack: 'cn-1',
      locale: 'zh-Hans',
      zone: 'Asia/Shanghai',
      preferredWay: 'sms',
      standing: 'self',
      identity: 'none',
      tier: 'standard',
      publicPost: false,
      missing: expect.arrayContaining(['amount', 'identity']),
    },
    expect.objectContaining({ type: 'ClockStarted', clock: 'acknowledge', startsAt: at, rule: 'B1' }),
    expect.objectContaining({ type: 'ClockStarted', clock: 'decide', startsAt: at, rule: 'cn-decide-15' }),
  ]);
});

test('what the post says is taken as it says it', () => {
  const post = {
    complainant: { standing: 'heir' },
    identity: { method: 'face', level: 'strong', checkedAt: at },
    card: { tier: 'platinum', account: 'ACC-1' },
    ...{ zone: 'Europe/Paris', locale: 'en', preferredWay: 'phone', publicPost: true, complainedAbout: 'handler-9' },
    amount: { minor: 42_050, currency: 'CNY' },
  };
  expect(facts(post)).toMatchObject({
    ...{ standing: 'heir', identity: 'strong', tier: 'platinum', zone: 'Europe/Paris', locale: 'en' },
    ...{ preferredWay: 'phone', publicPost: true, recused: 'handler-9' },
  });
});

test('whoever is complained about in words is asked for as a roster id, and the words stay in the case file', () => {
  const said = facts({ complainedAbout: 'Robin of the Xuhui branch', amount: { minor: 42_050, currency: 'CNY' } });
  expect(said).toMatchObject({ missing: expect.arrayContaining(['complainedAbout']) });
  expect(said).not.toHaveProperty('recused');
  expect(said).not.toHaveProperty('amount');
});

test('a complaint that PBoC passed on starts its clock too, and names who passed it on but not the reference', () => {
  const { events } = receive(nothingYet, arrival({ passedOnBy: { body: 'pboc', reference: 'P-77' } }), LAW, at);
  expect(events[0]).toMatchObject({ passedOnBy: 'pboc' });
  expect(events.slice(1)).toMatchObject([
    { clock: 'acknowledge' },
    { clock: 'decide' },
    { clock: 'transferred', rule: 'cn-transferred-15' },
  ]);
});

test.for(['inquiry', 'suggestion', 'praise'])('%s starts no clock', (kind) => {
  expect(receive(nothingYet, arrival({ kind }), LAW, at).events).toHaveLength(1);
});

test('nothing the complainant wrote reaches the log', () => {
  const told = { name: '样例客户', phone: '+8613100000001', email: 'sample@example.com', authority: 'POA-5' };
  const words = {
    narrative: '他偷了我的卡',
    demands: ['退钱'],
    merchant: '海边书店',
    place: '青岛',
    category: '我的分类',
  };
  const written = JSON.stringify(receive(nothingYet, arrival({ ...words, complainant: told }), LAW, at));
  const texts = [...Object.values(told), ...Object.values(words).flat(), sparse.channelReference];
  expect(texts.filter((text) => written.includes(`${text}`))).toEqual([]);
});

test('the log can hold what was received', () => {
  expect(first.events.map((event) => TicketEvent.parse(event))).toEqual(first.events);
});

test('the same body again is known, and changes nothing', () => {
  expect(receive(known, arrival({}), LAW, at)).toEqual({ answer: 'known', events: [] });
});

test('another body under the same reference is a conflict, recorded once each, and the first still known', () => {
  const conflict = (body: string) => [{ type: 'PostConflicted', bodyDigest: digestOf(body) }];
  const second = receive(known, arrival({}, 'c'), LAW, at);
  expect(second).toEqual({ answer: 'conflict', events: conflict('c') });
  const seen = after(known, ...second.events);
  expect(receive(seen, arrival({}, 'c'), LAW, at)).toEqual({ answer: 'conflict', events: [] });
  expect(receive(seen, arrival({}, 'd'), LAW, at)).toEqual({ answer: 'conflict', events: conflict('d') });
  expect(receive(seen, arrival({}, 'b'), LAW, at).answer).toBe('known');
});

test('of two bodies that arrive at once for a new reference, the one in the case file is received and the other a conflict', () => {
  const { answer, events } = receive(nothingYet, arrival({}, 'c', 'b'), LAW, at);
  expect(answer).toBe('conflict');
  expect(events[0]).toMatchObject({ type: 'ComplaintReceived', bodyDigest: digestOf('b') });
  expect(events.at(-1)).toEqual({ type: 'PostConflicted', bodyDigest: digestOf('c') });
  expect(receive(after(nothingYet, ...events), arrival({}, 'b'), LAW, at).answer).toBe('known');
});

test('what was received and what conflicts carry the hash by which the channel knows its reference, where there is one', () => {
  const hash = { referenceHash: digestOf('e') };
  const { events } = receive(nothingYet, arrival({}, 'c', 'b', hash.referenceHash), LAW, at);
  expect([events[0], events.at(-1)]).toMatchObject([
    { type: 'ComplaintReceived', ...hash },
    { type: 'PostConflicted', ...hash },
  ]);
  expect(events.map((event) => TicketEvent.parse(event))).toEqual(events);
  expect(JSON.stringify(first)).not.toContain('referenceHash');
});
