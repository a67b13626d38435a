import type { Table } from './table.ts';

/** What a complainant is told while the case is worked on, and from when: an event, or a share of a clock without a reply. */
export type ProgressRow = readonly [
  rule: string,
  message: 'card-protected' | 'still-working',
  from: 'card-protected' | 'decide',
  share: number,
];
export type Progress = Table<ProgressRow>;

// biome-ignore format: a decision table is read in columns
export const PROGRESS: Progress = {
  id: 'progress', version: '1', source: 'bank policy, to be confirmed by its head of complaints',
  rows: [
    // rule  message          from              share of the clock
    ['G1', 'card-protected', 'card-protected', 0],
    ['G2', 'still-working',  'decide',         0.5],
  ],
};
