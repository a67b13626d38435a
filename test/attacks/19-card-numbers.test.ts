import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isCardNumber } from '../../functions/domain/card-numbers.ts';
import { maskCards } from '../../functions/domain/mask-cards.ts';
import { maskPost } from '../../functions/domain/mask-post.ts';
import { everythingKept } from '../paths/everything-kept.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';

/** Published by card schemes and processors for tests. */
const PUBLISHED = [
  '4242424242424242',
  '5555555555554444',
  '378282246310005',
  '6205500000000000004',
  '3530111333300000',
];
const FILE = '../shared/data/test_pans.json';
const numbers = [
  ...new Set([...PUBLISHED, ...(existsSync(FILE) ? numbersIn(JSON.parse(readFileSync(FILE, 'utf8'))) : [])]),
];

function numbersIn(json: unknown): string[] {
  if (typeof json === 'string') return isCardNumber(json) ? [json] : [];
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(numbersIn) : [];
}

const fours = (pan: string, sign: string) => pan.replace(/(\d{4})(?!$)/g, `$1${sign}`);
const inScript = (pan: string, zero: number) =>
  pan.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
const WAYS: readonly (readonly [string, (pan: string) => string])[] = [
  ['as it is', (pan) => pan],
  ['with blanks', (pan) => fours(pan, ' ')],
  ['with dashes', (pan) => fours(pan, '-')],
  ['with zero-width blanks', (pan) => [...pan].join('\u200b')],
  ['with soft hyphens', (pan) => fours(pan, '\u00ad')],
  ['full-width', (pan) => inScript(pan, 0xff10)],
  ['in Arabic-Indic digits', (pan) => inScript(pan, 0x0660)],
  ['in mathematical digits', (pan) => inScript(pan, 0x1d7ce)],
  ['with letters between', (pan) => fours(pan, ' and then ')],
  ['on several lines', (pan) => fours(pan, '\r\n')],
  ['in markup', (pan) => fours(pan, '</b> <b>')],
];

/** The digits of a text, whatever stands between them and however they are written. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/\D/g, '');
const hidesAll = (masked: string, pan: string) => !bare(masked).includes(pan.slice(0, -4));

describe.for(WAYS)('a number %s', ([, written]) => {
  test.for(numbers)('%s is masked', (pan) => {
    const masked = maskCards(`My card ${written(pan)} was charged.`);
    expect(hidesAll(masked, pan), masked).toBe(true);
  });
});

describe('over two fields', () => {
  const halves = (pan: string): [string, string] => [pan.slice(0, 8), pan.slice(8)];

  test.for(numbers.filter((pan) => pan.length >= 15))('%s is masked in both, wherever they stand', (pan) => {
    const [first, second] = halves(pan);
    const posts = [
      { narrative: `My card begins with ${first}`, demands: [`${second} is how it goes on.`] },
      { demands: [first, second], place: 'Shanghai' },
      { place: second, merchant: first },
      { facts: first, evidence: [{ kind: 'other', reference: second }] },
      { narrative: fours(first, ' '), product: inScript(second, 0xff10) },
    ];
    for (const post of posts) {
      const masked = JSON.stringify(maskPost(post));
      expect(masked).not.toContain(first);
      expect(hidesAll(masked, pan), masked).toBe(true);
    }
  });

  test.for([
    { narrative: 'Charged on 2026', demands: ['1234 5678 refund'] },
    { channelReference: 'P-42424242', complainant: { phone: '42424242' }, narrative: 'I was there.' },
    { narrative: 'Flat 4242', demands: ['4242 again'] },
    { complainant: { phone: '+8613123456789' }, card: { lastFour: '4242', account: '42424242' } },
  ])('%j stays as it is', (post) => {
    expect(maskPost(post)).toEqual(post);
  });
});

test.for([
  ['CVV 123', '123'],
  ['my cvv2: 1234', '1234'],
  ['C.V.C is 123', '123'],
  ['ＣＶＶ１２３', '１２３'],
  ['CVV 1 2 3', '1 2 3'],
  ['CVV\u200b1\u200b2\u200b3', '1\u200b2\u200b3'],
  ['the security code number is 987', '987'],
  ['安全码：123', '123'],
  ['卡背面的三位数字是456', '456'],
  ['安全碼是 789', '789'],
  ['验证码123456已经告诉他了', '123456'],
  ['驗證碼為 8842', '8842'],
  ['动态密码 665544', '665544'],
  ['I gave them the OTP 445566', '445566'],
  ['the one-time password was 445566', '445566'],
  ['321 is my CVV', '321'],
  ['321是我的安全码', '321'],
] as const)('the code in %j is masked', ([text, code]) => {
  const masked = maskCards(`${text}.`);
  expect(masked).toContain('***');
  expect(masked).not.toContain(code);
});

test.for([
  'In 2024 the CVV was asked for.',
  '验证码一直收不到，等了 300 秒',
  'code 123',
  'I waited 120 minutes',
  'cave 1234',
])('%j says no code', (text) => {
  expect(maskCards(text)).toBe(text);
});

describe('on the desk', () => {
  const [, PAN = ''] = PUBLISHED;
  let desk: PlayedDesk;
  beforeAll(async () => {
    desk = await playedDesk();
  });
  afterAll(() => desk.cloud.close());

  test('no way of writing it, in a post, a follow-up or a form, is kept anywhere; nor is the code beside it', async () => {
    const text = [...WAYS.map(([, written]) => written(PAN)), 'CVV 907', '安全码 907'].join(' or ');
    const said = {
      facts: text,
      reason: text,
      citation: text.slice(0, 300),
      returnOnce: text,
      comment: text,
      appeal: text,
    };
    const split = { narrative: `${text} and ${PAN.slice(0, 8)}`, demands: [`${PAN.slice(8)} it is`] };
    const id = await desk.post(split, { ...said, rating: 1, remedies: [['fee-waiver', '600.00']], refusesTime: text });
    const more = { version: 1, channel: 'app', channelReference: 'F-1', ticket: id, about: 'evidence', text };
    const attachments = [
      { sha256: 'a'.repeat(64), mediaType: text.slice(0, 100), bytes: 1, title: text.slice(0, 200) },
    ];
    expect((await desk.channel.followUp('app', id, { ...more, attachments })).status).toBe(202);
    await desk.archived(id);
    for (const [place, kept] of await everythingKept(desk)) {
      const plain = kept.replace(/\\[nrt]/g, '');
      expect(bare(plain), place).not.toContain(PAN.slice(0, 12));
      expect(plain, place).not.toMatch(/(CVV|安全码)[^*]{0,3}907/);
    }
  });
});
