import type { Locale } from '../../domain/complaint-posted.ts';
import type { Sourced } from '../table.ts';

/** How days are counted. Day 0 is the day of receipt in the bank's zone; a clock is due at the end of its last day. */
export type Counting = 'calendar-days' | 'business-days' | 'weeks';

/** A statutory clock. `startsWhen`: every complaint, or only one passed on by this body. */
export type ClockRow = Sourced &
  Readonly<{
    rule: string;
    clock: 'acknowledge' | 'summary' | 'decide' | 'transferred';
    startsWhen: 'received' | `passed-on-by-${'pboc' | 'nfra' | 'association' | 'other'}`;
    within: number;
    counting: Counting;
  }>;

/** A longer time that the rule allows, as an act: approved by a level and told to the customer before the old date. */
export type ExtensionRow = Sourced &
  Readonly<{
    rule: string;
    clock: ClockRow['clock'];
    step: number;
    to: number;
    counting: Counting;
    approvedBy: string;
    customerTold: boolean;
  }>;

/** Any other number of the law. */
export type NumberRow = Sourced & Readonly<{ rule: string; what: string; value: number; unit: string }>;

/** A way open to a customer who does not agree with the reply. */
export type FurtherWayRow = Sourced & Readonly<{ id: string; labels: Readonly<Record<Locale, string>> }>;

/** The numbers of one jurisdiction. A ticket pins the pack valid on its day of receipt; a later one rewrites nothing. */
export type Pack = Readonly<{
  id: string;
  version: string;
  jurisdiction: string;
  effective: Readonly<{ from: string; until?: string }> & Sourced;
  source: string;
  clocks: readonly ClockRow[];
  extensions: readonly ExtensionRow[];
  numbers: readonly NumberRow[];
  furtherWays: readonly FurtherWayRow[];
}>;
