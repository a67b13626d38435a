import type { Severity } from '../domain/event-words.ts';
import type { Table } from './table.ts';

export type Level = 'team-lead' | 'department-head' | 'head-office';

/** Who stands above whom, the lowest first: a higher one may decide in a lower one's place. */
export const LEVELS: readonly Level[] = ['team-lead', 'department-head', 'head-office'];

/** First match wins: read it top to bottom, as the complaints desk does. Amounts are what the remedies cost, in fen. */
export type ApprovalRow = readonly [
  rule: string,
  severity: Severity | '*',
  totalFrom: number,
  reach: 'public' | 'passed-on' | 'appeal' | '*',
  category: string,
  levels: readonly Level[],
];
export type ApprovalMatrix = Table<ApprovalRow> & Readonly<{ currency: string }>;

// biome-ignore format: a decision table is read in columns
export const APPROVAL_MATRIX: ApprovalMatrix = {
  id: 'approval-matrix', version: '2', source: 'bank policy, to be confirmed', currency: 'CNY',
  rows: [
    // rule severity    total from (fen)  reach         category                levels, in order
    ['A0', '*',                 0,        'appeal',     '*',                    ['department-head', 'head-office']],
    ['A1', 'major',             0,        '*',          '*',                    ['team-lead', 'department-head', 'head-office']],
    ['A2', '*',           500_000,        '*',          '*',                    ['team-lead', 'department-head', 'head-office']],
    ['A3', '*',            50_000,        '*',          '*',                    ['team-lead', 'department-head']],
    ['A4', '*',                 0,        'passed-on',  '*',                    ['team-lead', 'department-head']],
    ['A5', '*',                 0,        'public',     '*',                    ['team-lead', 'department-head']],
    ['A6', '*',                 0,        '*',          'collection-practice',  ['team-lead', 'department-head']],
    ['A7', 'complex',           0,        '*',          '*',                    ['team-lead']],
    ['A8', '*',            20_000,        '*',          '*',                    ['team-lead']],
    ['A99', '*',                0,        '*',          '*',                    []],
  ],
};
