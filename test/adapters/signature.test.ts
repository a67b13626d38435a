import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Signed, secretsOf, sign, signatureFault } from '../../functions/adapters/signature.ts';

const now = new Date('2026-11-22T02:00:00.000Z');
const [current, previous] = ['the current secret', 'the previous secret'];
const body = '{"channel":"app","narrative":"重复扣款"}';
const seconds = (offset: number) => String(now.getTime() / 1000 + offset);
const signed = (secret: string, offset = 0): Signed => {
  const timestamp = seconds(offset);
  return { timestamp, body, signature: sign(secret, timestamp, body) };
};
const fault = (request: Signed, secrets = [current, previous]) => signatureFault(secrets, request, now);

test('a request signed with the current secret is its sender’s; with the previous one too, while both are valid', () => {
  expect(fault(signed(current))).toBeUndefined();
  expect(fault(signed(previous))).toBeUndefined();
  expect(fault(signed(previous), [current])).toMatch(/does not fit/);
  expect(fault(signed(current), [])).toMatch(/does not fit/);
});

test('the signature is the HMAC-SHA-256 that any other system computes', () => {
  // printf '1700000000.{}' | openssl dgst -sha256 -hmac 'the current secret'
  expect(sign(current, '1700000000', '{}')).toBe('de210330e6bbfb3d80f1554ab7203a6843f136362fb5a8206f15ed62d45c9acd');
});

test.for([
  [-301, false],
  [-300, true],
  [0, true],
  [300, true],
  [301, false],
] as const)('a timestamp %i seconds from our clock: taken is %s', ([offset, isTaken]) => {
  expect(fault(signed(current, offset))).toEqual(isTaken ? undefined : expect.stringMatching(/5 minutes/));
});

test.for([undefined, '', 'yesterday', '2026-11-22T02:00:00Z', '-1', '1.5', ' 1795312800', '1e9', '9'.repeat(13)])(
  'a timestamp %o is refused before anything is compared',
  (timestamp) => {
    const signature = sign(current, timestamp ?? '', body);
    expect(fault({ timestamp, signature, body })).toMatch(/seconds since 1970/);
  },
);

test.for(['', 'abc', sign(current, '1', '').slice(1), `${sign(current, '1', '')}0`, 'G'.repeat(64), undefined])(
  'a signature %o is refused for its form, and does not throw',
  (signature) => {
    expect(fault({ timestamp: seconds(0), signature, body })).toMatch(/64 lower-case hex/);
  },
);

test('a changed body, timestamp or signature does not fit', () => {
  const request = signed(current);
  fc.assert(
    fc.property(fc.nat({ max: body.length - 1 }), fc.string({ minLength: 1 }), (place, other) => {
      const changed = body.slice(0, place) + other + body.slice(place + 1);
      fc.pre(changed !== body);
      expect(fault({ ...request, body: changed })).toMatch(/does not fit/);
    }),
  );
  expect(fault({ ...request, timestamp: seconds(1) })).toMatch(/does not fit/);
  const last = request.signature?.at(-1) === '0' ? '1' : '0';
  expect(fault({ ...request, signature: `${request.signature?.slice(0, -1)}${last}` })).toMatch(/does not fit/);
});

test('no fault quotes what was sent', () => {
  const told = [{ timestamp: 'my secret' }, { signature: 'my secret' }, { body: 'my secret' }];
  for (const part of told) expect(fault({ ...signed(current), ...part })).not.toContain('my secret');
});

test('a secret shorter than 16 characters is not taken into use, and takes no other channel’s away', () => {
  const kept = JSON.stringify({ app: [current, previous], web: [current, 'short'], sms: 'no list', wechat: [] });
  expect(secretsOf('app', kept)).toEqual([current, previous]);
  expect(['web', 'sms'].map((sender) => secretsOf(sender, kept))).toEqual(['broken', 'broken']);
  expect(['branch', 'constructor', ''].map((sender) => secretsOf(sender, kept))).toEqual(Array(3).fill('unknown'));
  expect(secretsOf('wechat', kept)).toEqual([]);
});

test.for(['the current secret', '["the current secret"]', '{"app":["the current secret"'])(
  'secrets that are kept as %s are a fault that does not quote them',
  (kept) => {
    expect(() => secretsOf('app', kept)).toThrow(/^the secrets of the channels are no JSON object of lists$/);
  },
);
