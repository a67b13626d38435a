import type { Sourced, Table } from './table.ts';

/**
 * Which findings need the handler's own code, as any other act of staff does: those on which afterwards `nobody` of the
 * bank decides, and those whose remedies cost more than this. `*`: whoever decides, and any other currency.
 */
export type ConfirmationRow = readonly [
  rule: string,
  decidedBy: 'nobody' | '*',
  currency: string,
  aboveMinor: number | 'any',
  why: string,
];
export type Confirmation = Table<ConfirmationRow> & Sourced;

/**
 * Whatever the bank's people do at a page needs their own code, with this one exception: findings that cost little are
 * filed by the link, because a manager reads them, and decides on them, before anything comes of it. What costs much is
 * not even proposed by a forwarded link.
 */
// biome-ignore format: a decision table is read in columns
export const CONFIRMATION: Confirmation = {
  id: 'confirmation', version: '2', source: 'bank policy, to be confirmed by its security officer', verified: false,
  rows: [
    // rule  decided by  currency  above (minor)  why
    ['O0',  'nobody',    '*',      'any',         'the letter that follows tells the cardholder what was filed, and its remedies are carried out'],
    ['O1',  '*',         'CNY',    500_000,       'so much, which goes up to head office, is not even proposed without the handler’s code, whoever decides on it'],
    ['O2',  '*',         'GBP',     50_000,       'about the same'],
    ['O3',  '*',         'EUR',     50_000,       'about the same'],
    ['O9',  '*',         '*',      'any',         'no amount is set for this currency'],
  ],
};
