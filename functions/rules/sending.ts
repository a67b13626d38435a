import type { Purpose } from '../domain/event-words.ts';
import type { Table } from './table.ts';

/**
 * When a message to the complainant leaves. `at-once`: day and night. `in-contact-hours`: it waits for their day.
 * `before-date`: it waits for their day, but not beyond what the date by law leaves.
 */
export type SendingRow = readonly [
  rule: string,
  message: Purpose | '*',
  leaves: 'at-once' | 'before-date' | 'in-contact-hours',
];
export type Sending = Table<SendingRow>;

/** First match wins. */
// biome-ignore format: a decision table is read in columns
export const SENDING: Sending = {
  id: 'sending', version: '1', source: 'bank policy, to be confirmed by its head of complaints',
  rows: [
    // rule  message            leaves
    ['H1', 'acknowledgement',  'at-once'],
    ['H2', 'security-advice',  'at-once'],
    ['H3', 'declined',         'at-once'],
    ['H4', 'card-protected',   'at-once'],
    ['H7', 'withdrawn',        'at-once'],
    ['H5', 'reply',            'before-date'],
    ['H6', 'extension-notice', 'before-date'],
    ['H8', 'clock-stopped',    'before-date'],
    ['H9', '*',                'in-contact-hours'],
  ],
};
