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

const AGREEMENT = { 'zh-Hans': '信用卡领用合约', 'zh-Hant': '信用卡領用合約', en: 'Cardholder agreement' };
const POINTS_TERMS = {
  'zh-Hans': '信用卡积分规则',
  'zh-Hant': '信用卡積分規則',
  en: 'Terms of the card points programme',
};
const PRICE_LIST = { 'zh-Hans': '信用卡收费标准', 'zh-Hant': '信用卡收費標準', en: 'Card price list' };

// biome-ignore format: a decision table is read in columns
export const ANSWER_LIBRARY: AnswerLibrary = {
  id: 'answer-library', version: '1', source: 'sample texts, to be replaced by the bank', longestNarrative: 200,
  rows: [
    ['points-expiry', 'points',
      [['什么时候过期', '有效期', '何时到期', '什麼時候過期', '何時到期', '什么时候到期', 'when do', 'when will', 'how long'], ['积分', '里程', '積分', 'points', 'miles']],
      { 'zh-Hans': '积分的有效期和到期日可在手机银行“积分”页面查看，到期前可兑换。', 'zh-Hant': '積分的有效期和到期日可在手機銀行「積分」頁面查看，到期前可兌換。', en: 'The points page of the app shows how long your points are valid and when they expire; until then they can be redeemed.' }, POINTS_TERMS],
    ['annual-fee-terms', 'fees-and-interest',
      [['年费', '年費', 'annual fee'], ['怎么减免', '如何减免', '怎么免', '收费标准', '怎麼減免', '如何減免', '收費標準', 'how much', 'how can i avoid', 'how to avoid', 'conditions']],
      { 'zh-Hans': '您的卡种的年费标准和减免条件列于收费标准，手机银行“我的卡片—年费”页面可查看本年度的达标进度。', 'zh-Hant': '您的卡種的年費標準和減免條件列於收費標準，手機銀行「我的卡片—年費」頁面可查看本年度的達標進度。', en: 'The price list shows the annual fee of your card and when it is waived; the page My cards – Annual fee of the app shows how far you are this year.' }, PRICE_LIST],
    ['statement-date', 'billing-and-repayment',
      [['账单日', '还款日', '賬單日', '帳單日', '還款日', 'statement date', 'due date'], ['怎么查', '哪里查', '在哪里看', '怎么看', '如何修改', '怎麼查', '哪裡查', 'where can i', 'how do i find', 'how can i see']],
      { 'zh-Hans': '账单日和到期还款日列于每期账单首页，也可在手机银行“账单”页面查看和申请修改。', 'zh-Hant': '賬單日和到期還款日列於每期賬單首頁，也可在手機銀行「賬單」頁面查看和申請修改。', en: 'Each statement shows its date and its due date on the first page; the statements page of the app shows them too, and there you can ask for another date.' }, AGREEMENT],
    ['temporary-limit', 'limit',
      [['临时额度', '臨時額度', 'temporary limit', 'temporary credit limit'], ['怎么申请', '如何申请', '怎麼申請', '如何申請', 'how do i', 'how can i', 'apply for']],
      { 'zh-Hans': '临时额度可在手机银行“额度管理”页面申请，系统当场告知结果和有效期。', 'zh-Hant': '臨時額度可在手機銀行「額度管理」頁面申請，系統當場告知結果和有效期。', en: 'You can ask for a temporary limit on the limits page of the app; it says at once whether it is granted and until when it holds.' }, AGREEMENT],
    ['card-delivery', 'account-processing',
      [['寄到哪', '寄卡进度', '物流', '卡片寄', '寄卡進度', 'track my card', 'delivery status', 'where is my card', 'where is my new card']],
      { 'zh-Hans': '卡片寄送进度可在手机银行“办卡进度”页面查看，页面列有承运公司和运单号。', 'zh-Hant': '卡片寄送進度可在手機銀行「辦卡進度」頁面查看，頁面列有承運公司和運單號。', en: 'The page My applications of the app shows where your card is, with the carrier and its number.' }, AGREEMENT],
  ],
};
