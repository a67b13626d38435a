import { expect, test } from 'vitest';
import { ComplaintPosted } from '../../functions/domain/complaint-posted.ts';
import { foreignChannel, missingParticulars, postRefusals } from '../../functions/domain/post-refusals.ts';

const good = { version: 1, channel: 'app', channelReference: 'A-1', narrative: '年费' };

function refused(post: unknown) {
  const { success, error } = ComplaintPosted.safeParse(post);
  return success ? [] : postRefusals(error.issues, post);
}

test.for<readonly [string, unknown, { field: string; why: string; do: string }]>([
  [
    'a missing field',
    { ...good, narrative: undefined },
    { field: 'narrative', why: 'missing', do: 'send a value of type string' },
  ],
  ['a missing version', { ...good, version: undefined }, { field: 'version', why: 'missing', do: 'send one of: 1' }],
  [
    'a wrong type',
    { ...good, narrative: 7 },
    { field: 'narrative', why: 'not of type string', do: 'send a value of type string' },
  ],
  [
    'an empty text',
    { ...good, narrative: ' ' },
    { field: 'narrative', why: 'empty', do: 'send at least 1 characters' },
  ],
  [
    'a long text',
    { ...good, channelReference: 'x'.repeat(129) },
    { field: 'channelReference', why: 'more than 128 characters', do: 'send at most 128 characters' },
  ],
  [
    'too many demands',
    { ...good, demands: Array(11).fill('x') },
    { field: 'demands', why: 'more than 10 items', do: 'send at most 10 items' },
  ],
  [
    'an unknown field, deep in the post',
    { ...good, complainant: { fax: '1' } },
    {
      field: 'complainant.fax',
      why: 'unknown field',
      do: 'leave it out, or spell it as the schema of ComplaintPosted does',
    },
  ],
  [
    'a currency that is none',
    { ...good, amount: { minor: 1, currency: 'yuan' } },
    {
      field: 'amount.currency',
      why: 'not an ISO 4217 code, such as CNY',
      do: 'write it as the schema of ComplaintPosted asks',
    },
  ],
  [
    'a date that is none',
    { ...good, happenedAt: 'yesterday' },
    {
      field: 'happenedAt',
      why: 'not in the form asked for',
      do: 'send an instant with its offset, such as 2026-11-22T09:30:00+08:00, or a date, such as 2026-11-22',
    },
  ],
  [
    'an item of a list',
    { ...good, attachments: [{ sha256: 'z', mediaType: 'a', bytes: 1 }] },
    {
      field: 'attachments[0].sha256',
      why: 'not 64 lower-case hex digits',
      do: 'write it as the schema of ComplaintPosted asks',
    },
  ],
  ['no object at all', null, { field: 'body', why: 'not of type object', do: 'send a value of type object' }],
])('%s is named, with what to do', ([, post, refusal]) => {
  expect(refused(post)).toContainEqual(refusal);
});

test('a refusal never repeats a value that was sent', () => {
  const secret = 'Zhang Wei 13800138000';
  const post = {
    ...good,
    channel: secret,
    zone: secret,
    happenedAt: secret,
    card: { lastFour: secret },
    version: secret,
  };
  expect(refused(post)).toHaveLength(5);
  expect(JSON.stringify(refused(post))).not.toContain('Zhang');
});

test('a hostile post gets a bounded answer', () => {
  const post = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`${'k'.repeat(500)}${i}`, i]));
  expect(refused(post)).toHaveLength(50);
  expect(Math.max(...refused(post).map(({ field }) => field.length))).toBe(200);
});

test('what a complaint lacks is listed, and never refused', () => {
  expect(missingParticulars(ComplaintPosted.parse(good))).toEqual([
    'complainant.name',
    'complainant.contact',
    'amount',
    'happenedAt',
    'demands',
    'card',
    'identity',
  ]);
});

test('what the bank holds of the account is not asked for', () => {
  const card = { account: 'acc-1' };
  expect(missingParticulars(ComplaintPosted.parse({ ...good, card }))).toEqual([
    'amount',
    'happenedAt',
    'demands',
    'identity',
  ]);
});

test('who complains for another shows the authority', () => {
  const complainant = { name: 'A', phone: '1', standing: 'heir' };
  expect(missingParticulars(ComplaintPosted.parse({ ...good, complainant }))).toContain('complainant.authority');
  const shown = { ...complainant, authority: 'certificate 7' };
  expect(missingParticulars(ComplaintPosted.parse({ ...good, complainant: shown }))).not.toContain(
    'complainant.authority',
  );
});

test('an inquiry lacks nothing', () => {
  expect(missingParticulars(ComplaintPosted.parse({ ...good, kind: 'inquiry' }))).toEqual([]);
});

test.for([
  ['the channel of its source', { channel: 'app' }, 'channel.app', 0],
  ['another than its source', { channel: 'app' }, 'channel.web', 1],
  ['one whose name begins the source’s', { channel: 'app' }, 'channel.apps', 1],
  ['the source itself', { channel: 'app' }, 'app', 1],
  ['none, which the schema tells', {}, 'channel.app', 0],
  ['nothing', null, 'channel.app', 0],
] as const)('a post on the bus that names %s', ([, post, source, refusals]) => {
  expect(foreignChannel(post, source)).toHaveLength(refusals);
});
