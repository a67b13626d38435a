import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parts } from '../../functions/domain/sms-parts.ts';

test.for([
  ['nothing', '', 'GSM-7', 1],
  ['160 basic characters', 'a'.repeat(160), 'GSM-7', 1],
  ['161 basic characters', 'a'.repeat(161), 'GSM-7', 2],
  ['twice 153', 'a'.repeat(306), 'GSM-7', 2],
  ['one more than twice 153', 'a'.repeat(307), 'GSM-7', 3],
  ['80 euro signs, two septets each', '€'.repeat(80), 'GSM-7', 1],
  ['81 euro signs', '€'.repeat(81), 'GSM-7', 2],
  ['an escape that would be torn at septet 153', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 3],
  ['the same septets without an escape', 'a'.repeat(306), 'GSM-7', 2],
  ['the whole extension table', '\f^{}\\[~]|€', 'GSM-7', 1],
  ['accents of the basic alphabet', 'àèéùìòÄÖÑÜ§¿ß', 'GSM-7', 1],
  ['a backtick, which GSM-7 lacks', '`', 'UCS-2', 1],
  ['a typographic quote among Latin letters', `${'a'.repeat(70)}’`, 'UCS-2', 2],
  ['70 Chinese characters', '投'.repeat(70), 'UCS-2', 1],
  ['71 Chinese characters', '投'.repeat(71), 'UCS-2', 2],
  ['134 Chinese characters', '投'.repeat(134), 'UCS-2', 2],
  ['135 Chinese characters', '投'.repeat(135), 'UCS-2', 3],
  ['35 surrogate pairs', '𠮷'.repeat(35), 'UCS-2', 1],
  ['a surrogate pair that would be torn at unit 67', `${'投'.repeat(66)}𠮷${'投'.repeat(66)}`, 'UCS-2', 3],
  ['66 characters before and 65 after the pair', `${'投'.repeat(66)}𠮷${'投'.repeat(65)}`, 'UCS-2', 2],
] as const)('%s', ([, text, encoding, count]) => {
  expect(parts(text)).toEqual({ encoding, parts: count });
});

test('a longer text never needs fewer parts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ maxLength: 20 }), (text, more) => {
      expect(parts(text + more).parts).toBeGreaterThanOrEqual(parts(text).parts);
    }),
  );
});
