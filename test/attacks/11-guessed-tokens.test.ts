import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { links } from '../../functions/adapters/links.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { waitingApproval } from './waiting-approval.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

/** 50,000 take a minute: `TOKENS=50000 npx vitest run test/attacks/11-guessed-tokens.test.ts`. */
const TOKENS = Number(process.env.TOKENS ?? 3_000);
const AT_ONCE = 100;

function flipped(token: string, bit: number): string {
  const bytes = Buffer.from(token, 'base64url');
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return bytes.toString('base64url');
}

test('no guessed, flipped, cut, stretched or otherwise spelled token leads anywhere', async () => {
  const { link } = await waitingApproval(desk);
  const token = link.split('/').at(-1) ?? '';
  const { find } = links(desk.db, desk.tables.tickets);
  const now = desk.cloud.now();
  expect(await find(token, 'approval', now)).toBeDefined();

  const spelled = [token.toLowerCase(), token.toUpperCase(), `${token}=`, ` ${token}`, `${token}\n`, `${token}%00`];
  const near = [
    ...Array.from({ length: 128 }, (_, bit) => flipped(token, bit)),
    ...Array.from({ length: token.length }, (_, length) => token.slice(0, length)),
    ...Array.from({ length: token.length }, (_, length) => token.slice(length + 1)),
    ...[...'-_AZaz09'].map((more) => token + more),
    ...spelled,
  ].filter((one) => one !== token);
  const guessed = Array.from({ length: TOKENS - near.length }, () => randomBytes(16).toString('base64url'));
  const all = [...near, ...guessed];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const found = await Promise.all(all.slice(from, from + AT_ONCE).map((one) => find(one, 'approval', now)));
    expect(found.filter((one) => one !== undefined)).toEqual([]);
  }
}, 300_000);
