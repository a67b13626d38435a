import { expect, test } from 'vitest';
import { likenessOf } from '../../functions/adapters/likeness.ts';
import { ComplaintPosted } from '../../functions/domain/complaint-posted.ts';

const usual = {
  version: 1,
  channel: 'app',
  channelReference: 'LIKE-1',
  narrative: 'The annual fee was charged twice.',
  complainant: { phone: '+8613123456789' },
  identity: { method: 'app-login', level: 'basic', checkedAt: '2026-03-02T01:59:00Z' },
} as const;
const like = (over: object = {}, key = 'key') =>
  likenessOf(ComplaintPosted.parse({ ...usual, ...over }), key, 'Asia/Shanghai');

test('the same words are alike however they are spelt, and other words are not', () => {
  const text = (narrative: string) => like({ narrative }).text;
  expect(text('THE ANNUAL FEE  was charged twice!')).toBe(text(usual.narrative));
  expect(text('The annual fee was charged once.')).not.toBe(text(usual.narrative));
});

test('an account is the cardholder; two accounts that are spelt almost alike are two', () => {
  const holder = (account: string) => like({ card: { account } }).holder;
  expect(holder('ACCT-1')).toBe(holder('ACCT-1'));
  expect(holder('ACCT-1')).not.toBe(holder('ACCT 1'));
  expect(holder('ACCT-1')).not.toBe(like().holder);
});

test('a phone number is the cardholder only where somebody checked whose it is', () => {
  expect(like().holder).toBeDefined();
  expect(like({ identity: undefined }).holder).toBeUndefined();
  expect(like({ identity: { ...usual.identity, level: 'none' } }).holder).toBeUndefined();
});

test('a day is the day where the complainant was', () => {
  const at = (happenedAt: string, zone?: string) => like({ happenedAt, zone }).day;
  expect(at('2026-03-01T23:30:00Z')).toBe(at('2026-03-02'));
  expect(at('2026-03-01T23:30:00Z', 'Europe/London')).toBe(at('2026-03-01'));
});

test('what is compared says nothing by itself: it differs by kind and by key', () => {
  const same = { merchant: 'Sample Shop', product: 'Sample Shop', narrative: 'Sample Shop' };
  const { merchant, product, text } = like(same);
  expect(new Set([merchant, product, text, like(same, 'other').text]).size).toBe(4);
  expect(JSON.stringify(like(same))).not.toMatch(/sample|8613/i);
});
