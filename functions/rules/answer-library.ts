import type { Locale } from '../domain/complaint-posted.ts';
import type { Table } from './table.ts';

/**
 * Answers that can be given on the spot, because the facts are the same for everybody. An entry fits when the category is
 * its own and every group of words has one found in the text. Longer texts tell a story and go to a person.
 */
export type AnswerRow = readonly [
  id: string,
  category: string,
  words: readonly (readonly string[])[],
  text: Readonly<Record<Locale, string>>,
  basis: Readonly<Record<Locale, string>>,
];
export type AnswerLibrary = Table<AnswerRow> & Readonly<{ longestNarrative: number }>;

// biome-ignore format: a decision table is read in columns
export const ANSWER_LIBRARY: AnswerLibrary = {
  id: 'answer-library', version: '1', source: 'sample texts, to be replaced by the bank', longestNarrative: 200,
  rows: [
    ['points-expiry', 'points', [['什么时候过期', '有效期', '何时到期', '什麼時候過期', '何時到期', 'when do', 'expire']],
      { 'zh-Hans': '积分的有效期和到期日可在手机银行“积分”页面查看，到期前可兑换。', 'zh-Hant': '積分的有效期和到期日可在手機銀行「積分」頁面查看，到期前可兌換。', en: 'The points page of the app shows how long your points are valid and when they expire; until then they can be redeemed.' },
      { 'zh-Hans': '信用卡积分规则', 'zh-Hant': '信用卡積分規則', en: 'Terms of the card points programme' }],
  ],
};
