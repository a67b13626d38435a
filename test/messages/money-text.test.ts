import { expect, test } from 'vitest';
import { majorText, minorOf, moneyText } from '../../functions/messages/money-text.ts';

test.for([
  ['420.50', 'CNY', 42_050],
  ['420.5', 'CNY', 42_050],
  ['1,234', 'CNY', 123_400],
  ['１２０．５０', 'CNY', 12_050],
  ['¥ 88元', 'CNY', 8_800],
  ['0.1', 'CNY', 10],
  ['1234', 'JPY', 1_234],
  ['1.234', 'KWD', 1_234],
  ['420.505', 'CNY', undefined],
  ['1.5', 'JPY', undefined],
  ['-5', 'CNY', undefined],
  ['1e3', 'CNY', undefined],
  ['', 'CNY', undefined],
  ['99999999999', 'CNY', undefined],
] as const)('"%s" %s is %s', ([text, currency, minor]) => {
  expect(minorOf(text, currency)).toBe(minor);
});

test.for([
  ['zh-Hans', '¥420.50'],
  ['en', 'CN¥420.50'],
] as const)('an amount reads in %s as %s', ([locale, text]) => {
  expect(moneyText(42_050, 'CNY', locale)).toBe(text);
});

test.for([42_050, 1, 100, 999_999_999_999])('%s minor units survive a form', (minor) => {
  expect(minorOf(majorText(minor, 'CNY'), 'CNY')).toBe(minor);
});
