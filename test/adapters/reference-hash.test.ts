import { expect, test } from 'vitest';
import { referenceHash } from '../../functions/adapters/reference-hash.ts';
import { maskPost } from '../../functions/domain/mask-post.ts';

const hashOf = (raw: unknown) => referenceHash(raw, maskPost(raw));

test('the hash is what any other system computes', () => {
  // printf 'app:A-1' | sha256sum
  const hash = 'b327201b0292e535752401646d76318c80297f3299b0d15a36029b1ea2af52f5';
  expect(hashOf({ channel: 'app', channelReference: 'A-1' })).toBe(hash);
  expect(hashOf({ channel: 'app', channelReference: ' A-1\n', narrative: '' })).toBe(hash);
  expect(hashOf({ channel: 'web', channelReference: 'A-1' })).not.toBe(hash);
});

const said = {
  channel: 'app',
  complainant: { name: 'Robin Sample', phone: '+8613123456789' },
  card: { account: 'ACCT-1' },
};

test.for([
  ['no reference', { channel: 'app' }],
  ['a blank one', { channel: 'app', channelReference: '  ' }],
  ['a number', { channel: 'app', channelReference: 1 }],
  ['no channel', { channelReference: 'A-1' }],
  ['a card number', { channel: 'app', channelReference: 'A 4242 4242 4242 4242' }],
  ['the cardholder’s phone', { ...said, channelReference: 'A 131-2345 6789' }],
  ['their name', { ...said, channelReference: 'APP/ROBIN SAMPLE/1' }],
  ['their address', { channel: 'app', channelReference: 'robin@mail.example' }],
  ['their account', { ...said, channelReference: 'a-ACCT-1' }],
  ['a text', '{"channel":"app"'],
  ['nothing', null],
  ['nothing at all', undefined],
] as const)('a post with %s has none', ([, raw]) => {
  expect(hashOf(raw)).toBeUndefined();
});
