import type { Kind } from '../domain/complaint-posted.ts';
import type { Lane } from '../domain/event-words.ts';
import type { Table } from './table.ts';

/** First match wins. `answered`: the answer library has the answer and the case is simple. */
export type LaneRow = readonly [
  rule: string,
  kinds: readonly Kind[] | '*',
  when: 'urgent' | 'unclear' | 'answered' | '*',
  lane: Lane,
];

// biome-ignore format: a decision table is read in columns
export const LANES: Table<LaneRow> = {
  id: 'lanes', version: '1', source: 'bank policy',
  rows: [
    // rule kinds                                  when         lane
    ['L1', ['complaint', 'inquiry'],               'urgent',    'urgent'],
    ['L2', ['inquiry', 'suggestion', 'praise'],    '*',         'light'],
    ['L3', '*',                                    'unclear',   'desk'],
    ['L4', '*',                                    'answered',  'on-the-spot'],
    ['L9', '*',                                    '*',         'standard'],
  ],
};
