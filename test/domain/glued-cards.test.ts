import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskCards } from '../../functions/domain/mask-cards.ts';

/** Test numbers that payment gateways publish, of the usual lengths; none is a live card. */
const NUMBERS = ['4242424242424242', '2223003122003222', '378282246310005', '3566002020360505', '6205500000000000004'];
const digits = (most: number) => fc.stringMatching(new RegExp(`^\\d{0,${most}}$`));

test('no card number survives between digits and letters glued to it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...NUMBERS), digits(3), digits(7), (number, before, after) => {
      const run = `${before}${number}${after}`.slice(0, 23);
      expect(maskCards(`ref${run}x`)).toBe(`ref**** ${run.slice(-4)}x`);
    }),
    { numRuns: 2_000 },
  );
});

test.for([
  ['ref124242424242424242', 'ref**** 4242'],
  ['cvv1234242424242424242', 'cvv**** 4242'],
  ['卡12４２４２４２４２４２４２４２４２号', '卡**** 4242号'],
  ['424242424242424200000000000000', '**** 0000'],
  ['000000000000006205500000000000004', '**** 0004'],
  ['0000000000378282246310005', '**** 0005'],
] as const)('%s is masked', ([text, masked]) => {
  expect(maskCards(text)).toBe(masked);
});

test.for([
  ['identity numbers in which a card number would fit', '440301195003070491, 44030119500307875X'],
  ['the long number of a payment in which one would fit', '1000042424242424242420000001'],
  ['a ticket of 17 digits and a phone number with its country', '20261122180000123, 008613800138000'],
] as const)('%s stay', ([, text]) => {
  expect(maskCards(text)).toBe(text);
});
