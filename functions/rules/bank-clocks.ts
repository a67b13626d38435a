import type { Tier } from '../domain/complaint-posted.ts';
import type { Severity } from '../domain/event-words.ts';
import { POLICY } from './policy.ts';
import type { Sourced, Table } from './table.ts';

/** A clock that no law sets. First match wins. */
export type BankClockRow = readonly [
  rule: string,
  clock: 'acknowledge' | 'department' | 'approval',
  severity: Severity | '*',
  within: number,
  unit: 'minutes' | 'working-hours',
];

/** What happens when a mark of a clock passes; `due` is recorded as the breach it is. */
export type Passing = 'remind-holders' | 'propose-extension' | 'tell-supervisor' | 'tell-head-of-complaint-work';

/** A mark of a clock: a share of its time, or whole days before it is due. */
export type MarkRow = Readonly<
  { rule: string; mark: string; acts: readonly Passing[] } & ({ share: number } | { daysBefore: number })
>;

export type BankClocks = Table<BankClockRow> &
  Sourced &
  Readonly<{
    workingDay: Readonly<{ from: string; until: string }>;
    /** A better card shortens the bank's own time, and never a statutory clock. */
    tierShare: Readonly<Record<Tier, number>>;
    /** For clocks counted in days, and for those counted in hours or minutes. */
    marks: Readonly<{ days: readonly MarkRow[]; hours: readonly MarkRow[] }>;
  }>;

// biome-ignore format: a decision table is read in columns
export const BANK_CLOCKS: BankClocks = {
  id: 'bank-clocks', version: '1', source: 'bank policy, to be confirmed by its head of complaints', verified: false,
  workingDay: { from: '09:00', until: '17:00' },
  tierShare: { standard: 1, 'co-brand': 1, gold: 0.75, platinum: 0.5 },
  marks: {
    days: [
      { rule: 'M1', mark: 'half',       share: 0.5,    acts: ['remind-holders'] },
      { rule: 'M2', mark: '80 %',       share: 0.8,    acts: ['propose-extension'] },
      { rule: 'M3', mark: 'three days', daysBefore: 3, acts: ['tell-supervisor'] },
      { rule: 'M4', mark: 'one day',    daysBefore: 1, acts: ['remind-holders', 'tell-supervisor'] },
      { rule: 'M5', mark: 'due',        share: 1,      acts: ['tell-supervisor', 'tell-head-of-complaint-work'] },
    ],
    hours: [
      { rule: 'M6', mark: 'half',       share: 0.5,    acts: ['remind-holders'] },
      { rule: 'M7', mark: 'due',        share: 1,      acts: ['tell-supervisor', 'tell-head-of-complaint-work'] },
    ],
  },
  rows: [
    // rule clock          severity   within
    ['B1', 'acknowledge', '*',       POLICY.acknowledgeWithinMinutes, 'minutes'],
    ['B2', 'department',  'complex', 40, 'working-hours'],
    ['B3', 'department',  '*',       24, 'working-hours'],
    ['B4', 'approval',    'major',    4, 'working-hours'],
    ['B5', 'approval',    '*',        8, 'working-hours'],
  ],
};
