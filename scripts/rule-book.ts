import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RULES, type Rules } from '../functions/rules/check.ts';
import { BANK_TABLES, bankChapter } from './rule-book/bank-tables.ts';
import { chapter } from './rule-book/markdown.ts';
import { packChapter } from './rule-book/packs.ts';

/** Every rule as a document: what a lawyer or the head of complaints reads and signs, made from the tables that decide. */
export const ruleBook = (rules: Rules): string =>
  chapter(
    1,
    'Rule book',
    'Made from `functions/rules` by `npx node scripts/rule-book.ts`; a test fails while they differ. “Read”: the number stands in the published source named beside it. “To be reviewed”: it was written from memory, or set by nobody yet, and a lawyer or the bank has to confirm it.\n',
    ...rules.packs.map(packChapter),
    ...Object.values(BANK_TABLES).map((table) => bankChapter(table(rules))),
  ).replaceAll(/\n{3,}/g, '\n\n');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../docs/rule-book.md', import.meta.url), ruleBook(RULES));
}
