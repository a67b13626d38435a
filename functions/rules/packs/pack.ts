import type { Locale } from '../../domain/complaint-posted.ts';
import type { Sourced } from '../table.ts';

/** How days are counted. Day 0 is the day of the start in the bank's zone; a clock is due at the end of its last day. */
export type Counting = 'calendar-days' | 'business-days' | 'weeks';

/** A statutory clock. `startsWhen`: every complaint, only one passed on by this body, or an act later on. */
export type ClockRow = Sourced &
  Readonly<{
    rule: string;
    clock: 'acknowledge' | 'summary' | 'decide' | 'transferred' | 'verification';
    startsWhen:
      | 'received'
      | `passed-on-by-${'pboc' | 'nfra' | 'association' | 'other'}`
      | 'replied'
      | 'verification-asked';
    /** What must have happened when it is due. */
    what: string;
    /** Its end closes a way, and breaches nothing. */
    lapses?: true;
  }> &
  /** `promptly`: the rule gives no number, so the bank's own stands (bank-clocks.ts). */
  (Readonly<{ within: number; counting: Counting }> | Readonly<{ within: 0; counting: 'promptly' }>);

/**
 * A longer time that the rule allows, as an act: approved by a level and told to the customer before the old date. The
 * level is the law's, or, where the law asks for none, the bank's (`approvalSetBy`).
 */
export type ExtensionRow = Sourced &
  Readonly<{
    rule: string;
    clock: ClockRow['clock'];
    step: number;
    to: number;
    counting: Counting;
    approvedBy: string;
    approvalSetBy: 'law' | 'policy';
    customerTold: boolean;
  }>;

/** The only reasons for which a clock stands still. It stands alone: no other clock is moved or hidden. */
export type StopRow = Sourced &
  Readonly<{ rule: string; clock: ClockRow['clock']; reason: string; customerTold: boolean }>;

/** A clock that runs anew from what comes later, as a person finds. */
export type RestartRow = Sourced &
  Readonly<{ rule: string; clock: ClockRow['clock']; because: 'new-facts'; customerTold: boolean }>;

/** Any other number of the law. */
export type NumberRow = Sourced & Readonly<{ rule: string; what: string; value: number; unit: string }>;

/** A way open to a customer who does not agree with the reply. `internal`: to the bank itself, until its last round. */
export type FurtherWayRow = Sourced &
  Readonly<{ id: string; labels: Readonly<Record<Locale, string>>; internal?: true }>;

/** The numbers of one jurisdiction. A ticket pins the pack valid on its day of receipt; a later one rewrites nothing. */
export type Pack = Readonly<{
  id: string;
  version: string;
  jurisdiction: string;
  effective: Readonly<{ from: string; until?: string }> & Sourced;
  source: string;
  /** Of the bank, where it does not say another. */
  zone: string;
  /** The calendar its business days are counted on. */
  calendar: string;
  clocks: readonly ClockRow[];
  extensions: readonly ExtensionRow[];
  stops: readonly StopRow[];
  restarts: readonly RestartRow[];
  numbers: readonly NumberRow[];
  furtherWays: readonly FurtherWayRow[];
}>;
