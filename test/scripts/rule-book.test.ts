import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RULES } from '../../functions/rules/check.ts';
import { ruleBook } from '../../scripts/rule-book.ts';

const book = readFileSync(new URL('../../docs/rule-book.md', import.meta.url), 'utf8');

test('the rule book says what the tables decide (else: npx node scripts/rule-book.ts)', () => {
  expect(book).toBe(ruleBook(RULES));
});

test('every row of a law stands in it with its source, and whether somebody has read it', () => {
  for (const { clocks, extensions, stops, restarts, numbers } of RULES.packs) {
    for (const { rule, source, verified } of [...clocks, ...extensions, ...stops, ...restarts, ...numbers]) {
      const line = book.split('\n').find((one) => one.startsWith(`| ${rule} |`));
      expect(line).toContain(source);
      expect(line).toMatch(verified ? /\| read \|$/ : /\| \*\*to be reviewed\*\* \|$/);
    }
  }
});
