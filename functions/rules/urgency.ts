import type { Table } from './table.ts';

/** Any row that matches makes a ticket urgent: its category is the row's, or its text holds one of the row's phrases. */
export type UrgencyRow = readonly [rule: string, category: string | '-', phrases: readonly string[]];

// biome-ignore format: a decision table is read in columns
export const URGENCY: Table<UrgencyRow> = {
  id: 'urgency', version: '1', source: 'bank policy: a card in other hands is protected before anything else',
  rows: [
    // rule category               or the text says
    ['U1', 'lost-or-stolen-card',  []],
    ['U2', 'unauthorised-use',     []],
    ['U3', '-',                    ['盗刷', '盜刷', '被盗用', '被盜用', '卡被偷', '卡丢了', '卡丟了', '挂失', '掛失']],
    ['U4', '-',                    ['card was stolen', 'card is stolen', 'stole my card', 'stole my wallet', 'lost my card', 'card is being used', 'someone is using my card']],
  ],
};
