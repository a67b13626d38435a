import type { Table } from './table.ts';

/**
 * Who hears of work that is not done. `after`: the share of its own working time that has passed, 1 when it is due.
 * `next-level`: the one above the level that is asked to decide.
 */
export type EscalationRow = readonly [
  rule: string,
  work: 'route' | 'investigate' | 'answer' | 'approve' | 'call' | 'extend' | 'parked',
  after: number,
  to: 'the-holder' | 'team-lead' | 'department-head' | 'next-level' | 'head-office' | 'head-of-complaint-work',
];
export type Escalation = Table<EscalationRow>;

/** The holder is reminded; those above are told, and may do it themselves; the highest hears again by the policy (P24). */
// biome-ignore format: a decision table is read in columns
export const ESCALATION: Escalation = {
  id: 'escalation', version: '1', source: "the bank's own policy, to be confirmed by its head of complaints",
  rows: [
    // rule work         after  to
    ['E1', 'investigate', 0.5, 'the-holder'],
    ['E2', 'investigate', 1,   'department-head'],
    ['E3', 'investigate', 1.5, 'head-office'],
    ['E4', 'answer',      0.5, 'the-holder'],
    ['E5', 'answer',      1,   'department-head'],
    ['E6', 'answer',      1.5, 'head-office'],
    ['E7', 'approve',     0.5, 'the-holder'],
    ['E8', 'approve',     1,   'next-level'],
    ['E9', 'approve',     2,   'head-of-complaint-work'],
    ['E10', 'route',      0.5, 'the-holder'],
    ['E11', 'route',      1,   'head-office'],
    ['E12', 'call',       0.5, 'the-holder'],
    ['E16', 'call',       1,   'head-office'],
    ['E17', 'call',       1.5, 'head-of-complaint-work'],
    ['E13', 'extend',     0.5, 'the-holder'],
    ['E14', 'extend',     1,   'next-level'],
    ['E15', 'extend',     1.5, 'head-of-complaint-work'],
    ['E18', 'parked',     1,   'the-holder'],
    ['E19', 'parked',     1.5, 'head-office'],
    ['E20', 'parked',     2,   'head-of-complaint-work'],
  ],
};
