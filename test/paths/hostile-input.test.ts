import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../../local/demo/page-form.ts';
import { actOn } from '../../local/demo/with-code.ts';
import { everythingKept } from './everything-kept.ts';
import { type PlayedDesk, playedDesk } from './played-desk.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

/** What breaks parsers, pages, tables and shells. */
const HOSTILE = [
  'null',
  '__proto__',
  '%00%ZZ',
  'a\u0000b',
  '\u202eback to front\u202c',
  '\u200b\ufeff.',
  '👩‍👩‍👧‍👦🇨🇳Z̸̡̻a̷l̵g̶o̸',
  '½ ⑫ 〇 ٣',
  "'; DROP TABLE Tickets; --",
  '</textarea><script>x()</script>',
  '<img src=x onerror=x()>',
  '"><svg/onload=alert(1)>',
  '{{7*7}} <%= x %> #{x} $(id) `id`',
  '../../etc/passwd',
  '{% $states.input %}',
] as const;

let references = 0;
const aPost = (over: object = {}) => ({
  version: 1,
  channel: 'app',
  channelReference: `X-${++references}`,
  narrative: 'Something happened.',
  ...over,
});
const posted = (body: string) => desk.channel.post('app', body);

/** The text in every field of a post that takes text. */
const everywhere = (text: string) => ({
  channelReference: `X-${++references} ${text}`,
  narrative: text,
  demands: [text, `Refund: ${text}`],
  merchant: text,
  place: text,
  product: text,
  category: text,
  complainant: { name: text, phone: text, email: text, authority: text },
  card: { partner: text, account: text },
  complainedAbout: text,
  receivedBy: { recording: text, transcript: text },
  passedOnBy: { body: 'other', reference: text },
  attachments: [{ sha256: 'a'.repeat(64), mediaType: text, bytes: 1, title: text }],
});

// The tickets that live for weeks come first: time passes faster while there are few.
test('markup that somebody wrote is text on every page that shows it', async () => {
  const text = HOSTILE.join(' ');
  const said = { facts: text, reason: text, citation: text.slice(0, 300), returnOnce: text, comment: text };
  const pages: string[] = [];
  const id = await desk.post(
    { narrative: text, demands: [text] },
    { ...said, remedies: [['account-adjustment', '900']] },
  );
  await desk.archived(id);
  for (const { text } of desk.cloud.sms) {
    const [link] = text.includes(id) ? (/http:\S+/.exec(text) ?? []) : [];
    if (link) pages.push(await open(link).catch(() => ''));
  }
  expect(pages.filter((page) => page.includes('DROP TABLE')).length).toBeGreaterThan(3);
  const outsideQuotes = pages.map((page) => page.replace(/"[^"]*"/g, '""'));
  for (const page of outsideQuotes) expect(page).not.toMatch(/<(script|img|svg)|<[^>]*\son\w+=/i);
});

const PAN = '5555555555554444';
const fours = (sign: string) => PAN.replace(/(\d{4})(?!$)/g, `$1${sign}`);
const WRITTEN = [
  PAN,
  fours(' '),
  fours('-'),
  fours('\n'),
  fours('\u200b'),
  [...PAN].join('\u200d'),
  PAN.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
];
/** Numbers that JSON writes without quotes, and digits behind escapes in a body that is no JSON. */
const BODIES = [
  `{"pan":${PAN}}`,
  `{"pan":-${PAN}.5,"other":55555555555544.44,"long":6205500000000000004}`,
  `{"pan":"${fours(' ')}"`,
  `{"pan":"${PAN.replace(/\d/g, '\\u003$&')}"`,
  `{"pan":"${fours('\\n')}"`,
  `{"${PAN}":{"${fours('-')}":["${PAN}"]}}`,
];

test('a card number in any field, form or body is nowhere afterwards: not in tables, archive, SMS, events or logs', async () => {
  const text = WRITTEN.join(' and ');
  const said = { facts: text, reason: text, citation: text, returnOnce: text, comment: text, appeal: text, rating: 1 };
  const ids = [
    await desk.post({ narrative: text }, { ...said, remedies: [['account-adjustment', '900']] }),
    await desk.post({ kind: 'suggestion', narrative: text }, { answer: text, comment: text }),
  ];
  for (const id of ids) await desk.archived(id);

  for (const text of WRITTEN) {
    expect((await posted(JSON.stringify(aPost(everywhere(`card ${text} `))))).status).toBe(202);
    expect((await posted(JSON.stringify(aPost({ [text]: text, kind: text, card: { lastFour: text } })))).status).toBe(
      400,
    );
    await desk.putEvent('channel.app', 'ComplaintPosted', aPost({ narrative: text, [`${text}!`]: text }));
    await desk.putEvent('core-banking', 'CommandFailed', { ticket: '0123456789AB', command: text, reason: PAN });
  }
  for (const body of BODIES) expect((await posted(body)).status).toBe(400);
  await desk.cloud.settle();

  const digits = (kept: string) =>
    kept
      .replace(/\\[nr]/g, '')
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}*]/gu, '');
  const kept = (await everythingKept(desk)).map(([place, text]) => [place, digits(text)] as const);
  expect(kept.filter(([, text]) => /555555555555|62055000000000/.test(text)).map(([place]) => place)).toEqual([]);
  for (const place of ['table tickets', 'table caseFiles', 'object', 'history', 'SMS', 'bus', 'log', 'access log'])
    expect(
      kept.some(([name]) => name.startsWith(place)),
      place,
    ).toBe(true);
});

test('an answer that its mask makes too long is asked for again, since it could never be read back', async () => {
  const id = await desk.post({ kind: 'suggestion' }, { ignores: 'w' });
  await desk.cloud.settle();
  const { text = '' } = desk.cloud.sms.find((sms) => sms.text.includes(id) && sms.text.includes('/w/')) ?? {};
  const [link = ''] = /http:\S+/.exec(text) ?? [];
  const inPieces = '<b>5555</b> <i>5555</i> 55554444';
  const answered = async (answer: string) => actOn(() => desk.cloud.sms, link, { act: 'answer', answer });
  await expect(answered(inPieces.padStart(4_000, '. '))).rejects.toThrow('not taken: 400');
  await answered(inPieces.padStart(3_999, '. '));
  expect(await open(link)).toContain('**** 4444');
});

test.for(HOSTILE)('%j is taken as the text it is, in every field of a post', async (text) => {
  const { status, answer } = await posted(JSON.stringify(aPost(everywhere(text))));
  expect(status).toBe(202);
  const { post } = await desk.files.complaint(String(answer.ticket));
  expect(post).toMatchObject({ narrative: text, merchant: text, complainant: { name: text, email: text } });
});

test.for(HOSTILE)('%j is refused clearly as a key and as a value of a list, and kept', async (text) => {
  const { status, answer } = await posted(JSON.stringify(aPost({ [text]: text, kind: text, zone: text })));
  expect(status).toBe(400);
  expect(answer.fields).toHaveLength(3);
  const Key = { pk: `REFUSED#${answer.refusal}`, sk: 'REFUSED' };
  const { Item } = await desk.db.send(new GetCommand({ TableName: desk.tables.caseFiles, Key }));
  expect(JSON.parse(Item?.post)).toMatchObject({ kind: text, zone: text });
});

test.for([
  ['lists in lists', '['.repeat(60_000) + ']'.repeat(60_000), 400],
  ['an open end', '{"a":'.repeat(40_000), 400],
  ['a prototype', JSON.stringify(aPost()).replace('{', '{"__proto__":{"kind":"praise"},'), 400],
  ['thousands of keys', JSON.stringify(Object.fromEntries(Array.from({ length: 9_000 }, (_, i) => [`k${i}`, i]))), 400],
  ['a number beyond all numbers', '{"version":1e999}', 400],
  ['nothing but digits, in groups of one', '1 '.repeat(20_000), 400],
  [
    'the longest post there can be',
    JSON.stringify(aPost({ narrative: '诉'.repeat(32_000), demands: Array(10).fill('求'.repeat(2_000)) })),
    202,
  ],
  ['more than one item holds', 'x'.repeat(2_000_000), 413],
] as const)('%s for a body is answered clearly', async ([, body, expected]) => {
  const { status, answer } = await posted(body);
  expect(status).toBe(expected);
  expect(answer.ticket ?? answer.do ?? answer.refusal).toBeTruthy();
});

test('half a character becomes the sign for what cannot be read, as a table could not hold it', async () => {
  const { status, answer } = await posted(
    '{"version":1,"channel":"app","channelReference":"half","narrative":"a\\ud800b"}',
  );
  expect(status).toBe(202);
  expect((await desk.files.complaint(String(answer.ticket))).post.narrative).toBe('a\ufffdb');
});

test.for([
  '/',
  '/complaints',
  '/w/',
  '/w/%00',
  '/w/%ZZ',
  `/s/${'x'.repeat(5_000)}`,
  '/d/__proto__',
  '/l/../../x',
  '/commands/__proto__/x',
])('no way of asking for %s is a fault of ours', async (path) => {
  for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS']) {
    const { status } = await fetch(`${desk.cloud.url}${path}`, {
      method,
      ...(method === 'POST' && { body: 'a[b][c]=%ZZ' }),
    });
    expect([400, 401, 403, 404, 405, 415]).toContain(status);
  }
});
