import type { Sourced, Table } from './table.ts';

/** What is counted, and for whom. */
export type Limited = 'codes of a link' | 'codes of a person' | 'forms of a link';

/** So often in each window of so many seconds; what comes on top is refused until the next window. */
export type LimitRow = readonly [rule: string, of: Limited, atMost: number, seconds: number, why: string];
export type Limits = Table<LimitRow> & Sourced;

const HOUR = 3600;
const DAY = 24 * HOUR;

/** How often is often enough: beyond it somebody guesses, floods, or makes the bank pay for messages. */
// biome-ignore format: a decision table is read in columns
export const LIMITS: Limits = {
  id: 'limits', version: '1', source: 'bank policy, to be confirmed by its security officer', verified: false,
  rows: [
    // rule  of                     at most  in seconds  why
    ['X01', 'codes of a link',          5,     DAY,      'with five tries each, a guess succeeds in fewer than 1 of 30,000 days'],
    ['X02', 'codes of a person',       30,     DAY,      'whoever decides on many tickets needs many; nobody needs more'],
    ['X03', 'forms of a link',         30,     60,       'a person fills in fewer, a machine more'],
  ],
};
