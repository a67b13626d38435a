import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskCards } from '../../functions/domain/mask-cards.ts';
import { maskPost } from '../../functions/domain/mask-post.ts';

/** Test numbers that payment gateways publish; none is a live card. */
const NUMBERS = [
  '4242424242424242',
  '5555555555554444',
  '2223003122003222',
  '378282246310005',
  '6011111111111117',
  '3056930009020004',
  '36227206271667',
  '3566002020360505',
  '6200000000000005',
  '6205500000000000004',
  '6304000000000000',
  '586824160825533338',
  '6200000000000000',
];

const script = (zero: number) => (digits: string) =>
  [...digits].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
const fours = (digits: string) => digits.match(/.{1,4}/g) ?? [];

const WAYS: Record<string, (digits: string) => string> = {
  plain: (digits) => digits,
  spaces: (digits) => fours(digits).join(' '),
  dashes: (digits) => fours(digits).join('-'),
  dots: (digits) => fours(digits).join('.'),
  'spaced slashes': (digits) => fours(digits).join(' / '),
  'no-break spaces': (digits) => fours(digits).join('\u00a0'),
  'zero-width spaces': (digits) => [...digits].join('\u200b'),
  'single digits': (digits) => [...digits].join(' '),
  'line breaks': (digits) => fours(digits).join('\r\n      '),
  'full-width': script(0xff10),
  'Arabic-Indic': script(0x0660),
  'bold mathematical': script(0x1d7ce),
  keycaps: (digits) => [...digits].map((digit) => `${digit}\ufe0f\u20e3`).join(''),
  'Chinese numerals': (digits) => [...digits].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join(''),
  stars: (digits) => fours(digits).join('****'),
  'a few words': (digits) => `${digits.slice(0, 8)} and then ${digits.slice(8)}`,
  'words and marks': (digits) => fours(digits).join(', 后面是 '),
};
const number = fc.constantFrom(...NUMBERS);
const way = fc.constantFrom(...Object.keys(WAYS));
const words = fc.constantFrom('', 'My card ', '我的卡号是：', 'Charged 50.00 on 2024-05-06 with ', '😡', '\u202e');

const digitsIn = (text: string) => text.normalize('NFKC').replace(/\D/gu, '');

test('no card number survives, however it is written', () => {
  fc.assert(
    fc.property(number, way, words, words, (digits, written, before, after) => {
      const form = WAYS[written]?.(digits) ?? '';
      const masked = maskCards(`${before}${form}${after}`);
      expect(masked).toContain(`**** ${digits.slice(-4)}`);
      expect(masked).not.toContain(form);
      expect(digitsIn(masked)).not.toContain(digits);
    }),
    { numRuns: 2_000 },
  );
});

test('no card number survives marks at random places', () => {
  const marks = fc.array(fc.constantFrom('', '', ' ', '-', '.', '/', '\u200b', '\n', ' - '), {
    minLength: 19,
    maxLength: 19,
  });
  fc.assert(
    fc.property(number, marks, (digits, between) => {
      const form = [...digits].map((digit, i) => `${digit}${between[i]}`).join('');
      expect(maskCards(`card ${form} end`)).toContain('****');
    }),
  );
});

test('masking twice is masking once', () => {
  const piece = fc.oneof(
    fc.tuple(number, way).map(([digits, written]) => WAYS[written]?.(digits) ?? ''),
    fc.stringMatching(/^[\d ./*-]{0,24}$/),
    fc.constantFrom(' ', ' and ', '**** 4242 ', 'cvv 123 '),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const once = maskCards(pieces.join(''));
      expect(maskCards(once)).toBe(once);
    }),
    { numRuns: 2_000 },
  );
});

test('a text without digits is left as it is', () => {
  const noDigits = fc.string({ unit: 'binary' }).filter((text) => !/[\p{N}〇零一二三四五六七八九]/u.test(text));
  fc.assert(fc.property(noDigits, (text) => void expect(maskCards(text)).toBe(text)));
});

test.for([
  ['phone numbers', '+8613800138000, 400-820-8888 or +44 20 7946 0958, +4915112345678, (415) 555-0132'],
  ['amounts', 'charged 4,242.00 and 5,100.50, then ￥4242.42 and 4242 yuan'],
  ['dates and times', '2026-11-22T18:00:00.000Z, 2026年11月22日, 11/22/2026 18:00'],
  ['order numbers', 'order 20261122180000123, reference 1234567890123456, 915301021234567891'],
  ['an identity number', '110101199003070000'],
  ['a number in range that fails Luhn, in no card grouping', '订单 6222020200011112 未到'],
  ['numbers already masked', '622202******0005, 尾号0005, **** 4242'],
] as const)('%s stay', ([, text]) => {
  expect(maskCards(text)).toBe(text);
});

test.for([
  ['4242 4242 4242 4241', '**** 4241'],
  ['3782-822463-10006', '**** 0006'],
  ['卡号：6222020200011112', '卡号：**** 1112'],
  ['my card number is 4242424242424241', 'my card number is **** 4241'],
] as const)('a slip of the pen in a number written as a card, %s, is masked all the same', ([text, masked]) => {
  expect(maskCards(text)).toBe(masked);
});

test('words between the halves of a number stay', () => {
  expect(maskCards('card: 4242-4242, rest 4242 4242')).toBe('card: ****, rest **** 4242');
});

test('a card number with its expiry date run on, or several in a row, are masked', () => {
  expect(maskCards('42424242424242421227123')).toBe('**** 7123');
  expect(maskCards('4242424242424242 5555555555554444')).toBe('**** 4242 **** 4444');
});

test('security codes are masked where they are named', () => {
  expect(maskCards('CVV 123, cvc2: 1234, 安全码是１２３, security code is 1 2 3')).toBe(
    'CVV ***, cvc2: ***, 安全码是***, security code is ***',
  );
  expect(maskCards('cvv12345 is a name')).toBe('cvv12345 is a name');
});

test('a post is masked in every value and key, and numbers sent without quotes', () => {
  const digest = `${'4242424242424242'.repeat(3)}424242424242424a`;
  expect(
    maskPost({
      a: ['4242424242424242', { '5555 5555 5555 4444': 1 }],
      n: 4242424242424242,
      sha256: digest,
      minor: 1e12,
    }),
  ).toEqual({ a: ['**** 4242', { '**** 4444': 1 }], n: '**** 4242', sha256: digest, minor: 1e12 });
});

test('a post nested beyond reason is cut, not followed', () => {
  let deep: unknown = '4242424242424242';
  for (let i = 0; i < 10_000; i += 1) deep = [deep];
  expect(JSON.stringify(maskPost(deep))).not.toContain('4242');
});
