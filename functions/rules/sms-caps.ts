import type { Lane, Purpose } from '../domain/event-words.ts';
import type { Sourced, Table } from './table.ts';

/**
 * So many SMS a day to the numbers under a calling code, the longest that fits; `*`: all others together. The first figure
 * is for complainants whom no channel has verified, the second for those whom one has: a flood of the first kind, which
 * anybody can cause, leaves the second untouched.
 */
export type SmsCountryRow = readonly [rule: string, code: string, unverified: number, verified: number, where: string];
export type SmsCountries = Table<SmsCountryRow> & Sourced;

// biome-ignore format: a decision table is read in columns
export const SMS_COUNTRIES: SmsCountries = {
  id: 'sms-countries', version: '1', source: 'bank policy, to be confirmed by its security officer', verified: false,
  rows: [
    // rule code    unverified verified  where
    ['K01', '+86',      20_000, 200_000, 'mainland China'],
    ['K02', '+852',      1_000,  20_000, 'Hong Kong'],
    ['K03', '+853',        300,   5_000, 'Macao'],
    ['K04', '+886',        300,   5_000, 'Taiwan'],
    ['K05', '+65',         300,   5_000, 'Singapore'],
    ['K06', '+44',       1_000,  20_000, 'United Kingdom'],
    ['K07', '+353',        300,   5_000, 'Ireland'],
    ['K08', '+1',          300,  20_000, 'North America and the Caribbean'],
    // under these lies no country; the codes are those of ITU-T E.164 (list of assigned codes, not read again for this table)
    ['K90', '+870',          5,     100, 'telephones at sea and in the air'],
    ['K91', '+881',          5,     100, 'satellite telephones'],
    ['K92', '+882',          1,      20, 'international networks: dear, and what pumping likes best'],
    ['K93', '+883',          1,      20, 'the same'],
    ['K94', '+979',          1,       1, 'international premium rate: whoever is called earns'],
    ['K95', '+808',          1,       1, 'shared cost'],
    ['K99', '*',           100,   2_000, 'everywhere else, where no branch is: what pumping sends to'],
  ],
};

/**
 * Which SMS to complainants the caps hold back. What a machine sends by itself, a flood makes it send; what a person of the
 * bank decided, no flood can multiply, and the law wants it told. A message held back goes by the next way.
 */
export type SmsGuardRow = readonly [
  rule: string,
  message: Purpose | '*',
  lane: Lane | '*',
  holds: 'counted' | 'passes',
];
export type SmsGuard = Table<SmsGuardRow> & Sourced;

/** First match wins. */
// biome-ignore format: a decision table is read in columns
export const SMS_GUARD: SmsGuard = {
  id: 'sms-guard', version: '1', source: 'bank policy, to be confirmed by its security officer', verified: false,
  rows: [
    // rule message             lane           holds
    ['Q1', 'reply',            'on-the-spot', 'counted'],
    ['Q2', 'reply',            '*',           'passes'],
    ['Q3', 'extension-notice', '*',           'passes'],
    ['Q4', 'clock-stopped',    '*',           'passes'],
    ['Q5', 'clock-restarted',  '*',           'passes'],
    ['Q9', '*',                '*',           'counted'],
  ],
};
