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

/** When somebody is reminded of a clock, or a supervisor told: a share of its time, or whole days before it is due. */
export type MarkRow = Readonly<{ mark: string } & ({ share: number } | { daysBefore: number })>;

export type BankClocks = Table<BankClockRow> &
  Sourced &
  Readonly<{
    workingDay: Readonly<{ from: string; until: string }>;
    /** A better card shortens the bank's own time, and never a statutory clock. */
    tierShare: Readonly<Record<Tier, number>>;
    /** For clocks counted in days, and for those counted in hours or minutes. */
    marks: Readonly<{ days: readonly MarkRow[]; hours: readonly MarkRow[] }>;
  }>;

const HALF = { mark: 'half', share: 0.5 };
const DUE = { mark: 'due', share: 1 };

// biome-ignore format: a decision table is read in columns
export const BANK_CLOCKS: BankClocks = {
  id: 'bank-clocks', version: '1', source: 'bank policy, to be confirmed by its head of complaints', verified: false,
  workingDay: { from: '09:00', until: '17:00' },
  tierShare: { standard: 1, 'co-brand': 1, gold: 0.75, platinum: 0.5 },
  marks: {
    days: [HALF, { mark: '80 %', share: 0.8 }, { mark: 'three days', daysBefore: 3 }, { mark: 'one day', daysBefore: 1 }, DUE],
    hours: [HALF, DUE],
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
