import type { Severity } from '../domain/event-words.ts';
import type { Table } from './table.ts';

/** First match wins. `foreign`: an amount in another currency than the table's, which nobody has measured yet. */
export type SeverityRow = readonly [
  rule: string,
  category: string,
  amountFrom: number | 'foreign',
  reach: 'public' | 'passed-on' | '*',
  severity: Severity,
];
export type SeverityTable = Table<SeverityRow> & Readonly<{ currency: string }>;

// biome-ignore format: a decision table is read in columns
export const SEVERITY: SeverityTable = {
  id: 'severity', version: '1', source: 'bank policy, to be confirmed', currency: 'CNY',
  rows: [
    // rule category                  amount from (fen)  reach         severity
    ['S1', '*',                       10_000_000,        '*',          'major'],
    ['S2', '*',                        5_000_000,        'public',     'major'],
    ['S3', '*',                        5_000_000,        'passed-on',  'major'],
    ['S4', '*',                                0,        'passed-on',  'complex'],
    ['S5', '*',                                0,        'public',     'complex'],
    ['S6', '*',                        'foreign',        '*',          'complex'],
    ['S7', '*',                        1_000_000,        '*',          'complex'],
    ['S8', 'unauthorised-use',                 0,        '*',          'complex'],
    ['S9', 'collection-practice',              0,        '*',          'complex'],
    ['S99', '*',                               0,        '*',          'simple'],
  ],
};
