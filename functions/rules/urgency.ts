import type { Table } from './table.ts';

/** A ticket is urgent by the first row whose category it has or one of whose phrases it holds. `joins`: who looks at it too. */
export type UrgencyRow = readonly [rule: string, category: string | '-', joins: string, phrases: readonly string[]];

// biome-ignore format: a decision table is read in columns
export const URGENCY: Table<UrgencyRow> = {
  id: 'urgency', version: '1', source: 'bank policy: a card in other hands is protected before anything else',
  rows: [
    // rule category               joins           or the text says
    ['U1', 'lost-or-stolen-card',  'risk-control', []],
    ['U2', 'unauthorised-use',     'risk-control', []],
    ['U3', '-',                    'risk-control', ['盗刷', '盜刷', '被盗用', '被盜用', '卡被偷', '卡被盗', '卡被盜', '卡丢了', '卡丟了', '钱包被偷', '錢包被偷', '挂失', '掛失']],
    ['U4', '-',                    'risk-control', ['card was stolen', 'card is stolen', 'stole my card', 'stole my wallet', 'wallet was stolen', 'lost my card', 'lost my wallet', 'card is being used', 'someone is using my card']],
  ],
};
