import type { Sourced, Table } from './table.ts';

/** Findings whose remedies cost more than this need the handler's own code. `*`: any other currency. */
export type ConfirmationRow = readonly [rule: string, currency: string, aboveMinor: number, why: string];
export type Confirmation = Table<ConfirmationRow> & Sourced;

/** Decisions always need a code. Filing findings decides nothing, but what costs much is not proposed by a forwarded link. */
// biome-ignore format: a decision table is read in columns
export const CONFIRMATION: Confirmation = {
  id: 'confirmation', version: '1', source: 'bank policy, to be confirmed by its security officer', verified: false,
  rows: [
    // rule  currency  above (minor)  why
    ['O1',  'CNY',     500_000,       'what goes up to head office is proposed by the handler alone'],
    ['O2',  'GBP',      50_000,       'about the same'],
    ['O3',  'EUR',      50_000,       'about the same'],
    ['O9',  '*',             0,       'no amount is set: any at all'],
  ],
};
