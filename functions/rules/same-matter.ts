import type { Particular } from '../domain/likeness.ts';
import type { Table } from './table.ts';

/** Two posts of one cardholder are the same matter by the first row all of whose particulars both say, and say alike. */
export type SameMatterRow = readonly [rule: string, category: 'same' | 'any', alike: readonly Particular[]];

/** What keeps a ticket from being merged into another; others may be merged into it all the same. */
export type Alone = 'urgent' | 'passed-on' | 'no-standing' | 'no-complaint' | 'unclear';
export type AloneRow = readonly [rule: string, when: Alone, why: string];

export type SameMatter = Table<SameMatterRow> &
  Readonly<{
    /** Where both posts say one of these and say it differently, they are two matters, whatever else is alike. */
    neverDifferent: readonly Particular[];
    neverMerged: readonly AloneRow[];
    /** Of one ticket: whoever posts more often than this is heard on tickets of their own. */
    mergedAtMost: number;
  }>;

/**
 * When two tickets are one matter. Always of one cardholder: one account; without an account one phone number of a person
 * whose identity was checked. Always within the policy's days, of one kind and one standing, and onto a ticket that is
 * open in its first round and not yet answered. What a text resembles is not asked: letters from a template are alike,
 * and their writers are not.
 */
// biome-ignore format: a decision table is read in columns
export const SAME_MATTER: SameMatter = {
  id: 'same-matter', version: '2', source: 'bank policy, to be confirmed by its head of complaints',
  rows: [
    // rule category  said by both, and alike
    ['SM1', 'any',     ['text']],
    ['SM2', 'same',    ['merchant']],
    ['SM3', 'same',    ['amount']],
    ['SM4', 'same',    ['day']],
  ],
  neverDifferent: ['phone', 'merchant', 'product', 'amount', 'day'],
  neverMerged: [
    // rule when           why
    ['SN1', 'urgent',      'a card in danger is protected first, on a ticket of its own'],
    ['SN2', 'passed-on',   'what a regulator or association passes on has a clock and an answer of its own'],
    ['SN3', 'no-standing', 'who may not complain is declined'],
    ['SN4', 'no-complaint', 'an inquiry or a suggestion is answered as it comes'],
    ['SN5', 'unclear',     'nobody knows yet what it is about'],
  ],
  mergedAtMost: 20,
};
