import type { Sourced, Table } from './table.ts';

/** What is counted, and for whom. */
export type Limited =
  | 'codes of a link'
  | 'codes of a person'
  | 'forms of a link'
  // at the door; what is over them is asked for again, never refused for good
  | 'posts of a cardholder'
  | 'posts of a channel'
  | 'other bodies of a post'
  | 'follow-ups of a ticket'
  // of those that a flood could cause; see sms-caps.ts
  | 'SMS to a phone, unverified'
  | 'SMS to a phone, verified';

/** So often in each window of so many seconds; what comes on top is refused until the next window. */
export type LimitRow = readonly [rule: string, of: Limited, atMost: number, seconds: number, why: string];
export type Limits = Table<LimitRow> & Sourced;

const MINUTE = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;

/** How often is often enough: beyond it somebody guesses, floods, or makes the bank pay for messages. */
// biome-ignore format: a decision table is read in columns
export const LIMITS: Limits = {
  id: 'limits', version: '2', source: 'bank policy, to be confirmed by its security officer', verified: false,
  rows: [
    // rule  of                     at most  in seconds  why
    ['X01', 'codes of a link',          5,     DAY,      'with five tries each, a guess succeeds in fewer than 1 of 30,000 days'],
    ['X02', 'codes of a person',      160,     DAY,      'a ticket every three minutes of a working day; nobody does more'],
    ['X03', 'forms of a link',         30,     MINUTE,   'a person fills in fewer, a machine more'],
    ['X10', 'posts of a cardholder',       30, HOUR,        'beyond it a machine posts; urgent posts neither count nor wait'],
    ['X11', 'posts of a channel',       5_000, 10 * MINUTE, 'a channel that runs wild leaves the desk to the others; urgent posts neither count nor wait'],
    ['X12', 'other bodies of a post',      20, HOUR,        'each is put on record: a log is not to grow without end'],
    ['X13', 'follow-ups of a ticket',      30, HOUR,        'each is told to whoever works on the ticket'],
    ['X14', 'SMS to a phone, unverified',  20, DAY,         'whoever knows a number could have it rung all day'],
    ['X15', 'SMS to a phone, verified',    60, DAY,         'several complaints at once, and some room'],
  ],
};
