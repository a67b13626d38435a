import { gzipSync } from 'node:zlib';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readJson } from '../../functions/domain/read-json.ts';
import { type Desk, openDesk } from '../../local/demo/desk.ts';
import { aPost, attacker } from './requests.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.cloud.close());

const post = (body: string | Buffer, headers = {}) => attacker(desk).send({ body, headers });
const text = (over: object = {}) => JSON.stringify(aPost(over));
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

test.for([
  ['a field twice', text().replace('{', '{"narrative":"Pay me.",'), 'stands twice'],
  ['a field twice, once in escapes', text().replace('{', '{"\\u006earrative":"Pay me.",'), 'stands twice'],
  ['a field twice, with the same value', text().replace('{', '{"version":1,'), 'stands twice'],
  ['the channel twice', text().replace('{', '{"channel":"app",'), 'stands twice'],
  ['a field twice far inside', text({ card: 0 }).replace('"card":0', '"card":{"account":"A","account":"B"}'), 'twice'],
  ['what is nested too deep', nested(17), 'nested deeper than 16'],
  ['what is nested 100,000 deep', '['.repeat(100_000) + ']'.repeat(100_000), 'nested deeper than 16'],
  ['tens of thousands of keys', `{${Array.from({ length: 15_000 }, (_, i) => `"k${i}":1`)}}`, 'more than 2000'],
  ['a list of a hundred thousand', `[${'1,'.repeat(100_000)}1]`, 'more than 2000'],
  ['not a number', text({ amount: 0 }).replace('"amount":0', '"amount":NaN'), 'no JSON'],
  ['an infinity', text({ amount: 0 }).replace('"amount":0', '"amount":Infinity'), 'no JSON'],
  ['two posts in one body', text() + text(), 'no JSON'],
  ['a comment', `/* */${text()}`, 'no JSON'],
  ['a byte order mark', `\ufeff${text()}`, 'byte order mark'],
  ['nothing', '', 'no JSON'],
  ['half a body', text().slice(0, 40), 'no JSON'],
] as const)('%s is refused with one clear reason, and kept', async ([, body, why]) => {
  const { status, answer } = await post(body);
  expect([status, answer.error]).toEqual([400, 'Refused']);
  expect(answer.fields).toEqual([{ field: 'body', why: expect.stringContaining(why), do: expect.any(String) }]);
  const Key = { pk: `REFUSED#${answer.refusal}`, sk: 'REFUSED' };
  expect((await desk.db.send(new GetCommand({ TableName: desk.tables.caseFiles, Key }))).Item).toBeDefined();
});

test.for([
  [
    'bytes that are no UTF-8',
    Buffer.concat([Buffer.from('{"narrative":"'), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from('"}')]),
  ],
  ['half of a character', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
  ['a compressed body', gzipSync(text())],
  ['UTF-16', Buffer.from(text(), 'utf16le')],
] as const)('%s are refused as what they are', async ([, body]) => {
  const { status, answer } = await post(body, { 'content-type': 'application/octet-stream' });
  expect(status).toBe(400);
  // UTF-16 without a mark is UTF-8 full of zeros.
  expect(answer.fields).toEqual([expect.objectContaining({ why: expect.stringMatching(/^(not UTF-8|no JSON)$/) })]);
});

test('a body in base64 is the same post, signed over the bytes themselves', async () => {
  const body = text({ narrative: '重复扣款 👩‍👩‍👧' });
  const plain = await post(body);
  await desk.cloud.advanceBy(1_000);
  const again = await post(Buffer.from(body), { 'content-type': 'application/octet-stream' });
  expect([plain.status, again.status]).toEqual([202, 202]);
  expect(again.answer).toEqual(plain.answer);
});

test.for(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
  'a field called %s is an unknown field, at the top and inside, and changes no object of ours',
  async (name) => {
    const poison = { [name]: { kind: 'praise', isAdmin: true } };
    const body = text({ card: 0 }).replace('"card":0', `"card":${JSON.stringify(poison).replace(/^\{"/, '{"')}`);
    const top = text().replace('{', `{"${name}":{"polluted":true},`);
    for (const hostile of [body, top]) {
      const { status, answer } = await post(hostile);
      expect(status).toBe(400);
      expect(answer.fields).toEqual([expect.objectContaining({ why: 'unknown field' })]);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect((await post(text())).status).toBe(202);
  },
);

test.for([
  ['262,145 bytes', 262_145],
  ['10 MB', 10 * 1024 * 1024],
  ['more than the API takes', 10 * 1024 * 1024 + 1],
] as const)('%s are too much, however well they are signed', async ([, size]) => {
  expect((await post('x'.repeat(size))).status).toBe(413);
});

test('on the bus it is the same: refused, kept, told, and no letter is dead', async () => {
  const deep = JSON.parse(nested(40));
  const hostile = [
    { ...aPost(), deep },
    { ...aPost(), list: Array(3_000).fill(0) },
    { ...aPost(), '__proto__ ': 1 },
  ];
  for (const detail of hostile) await desk.putEvent('channel.web', 'ComplaintPosted', detail);
  await desk.cloud.settle();
  const told = desk.cloud.busEvents.filter(({ event }) => event['detail-type'] === 'ComplaintRefused').slice(-3);
  const whys = told.map(({ event }) => (event.detail as { fields: { why: string }[] }).fields[0]?.why);
  expect(whys.sort()).toEqual(['more than 2000 fields and items', 'nested deeper than 16', 'unknown field']);
});

test('of whatever JSON there is, what is read is what JSON.parse reads, or it is refused for its form', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (json) => {
      const { raw, faults } = readJson(json);
      if (faults.length === 0) expect(raw).toEqual(JSON.parse(json));
      else expect(faults[0]?.why).toMatch(/nested deeper|more than 2000/);
    }),
  );
});

test('wherever a name stands twice it is found, however it is written; the same name in two objects is none', () => {
  const escaped = (name: string) =>
    [...name].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  const name = fc.string({ minLength: 1, maxLength: 5, unit: 'grapheme-ascii' });
  fc.assert(
    fc.property(
      fc.uniqueArray(name, { minLength: 1, maxLength: 6 }),
      fc.nat(),
      fc.boolean(),
      (names, which, escapes) => {
        const members = names.map((one) => `${JSON.stringify(one)}:{${JSON.stringify(one)}:"{\\"a\\":1,\\"a\\":2}"}`);
        expect(readJson(`[{${members}},{${members}}]`).faults).toEqual([]);
        const twice = names[which % names.length] ?? '';
        const other = `${escapes ? `"${escaped(twice)}"` : JSON.stringify(twice)}:null`;
        expect(readJson(`[{${[...members, other]}}]`).faults[0]?.why).toMatch(/stands twice/);
      },
    ),
  );
});
