import type { Locale } from '../domain/complaint-posted.ts';
import type { Table } from './table.ts';

/**
 * A: channel · B: business · C: reason, the three dimensions of JR/T 0169-2018. Its numeric codes were not seen, so the
 * code columns stay empty until the standard has been read. A is the ticket's channel and has no column here.
 */
export type CategoryRow = readonly [
  id: string,
  labels: Readonly<Record<Locale, string>>,
  business: string,
  businessCode: '',
  reason: string,
  reasonCode: '',
];

// biome-ignore format: a decision table is read in columns
export const CATEGORIES: Table<CategoryRow> = {
  id: 'categories', version: '1', source: 'categories named by the bank; dimensions of JR/T 0169-2018, codes to be filled in from the standard',
  rows: [
    // id                               zh-Hans                        zh-Hant                        en                                      B business      code  C reason                  code
    ['service-attitude',              { 'zh-Hans': '服务态度',         'zh-Hant': '服務態度',         en: 'Service attitude' },               'credit card',  '', 'service attitude',       ''],
    ['fees-and-interest',             { 'zh-Hans': '费用与利息',       'zh-Hant': '費用與利息',       en: 'Fees and interest' },              'credit card',  '', 'pricing and fees',       ''],
    ['billing-and-repayment',         { 'zh-Hans': '账单与还款',       'zh-Hant': '賬單與還款',       en: 'Billing and repayment' },          'credit card',  '', 'processing',             ''],
    ['account-processing',            { 'zh-Hans': '开卡销户等业务办理', 'zh-Hant': '開卡銷戶等業務辦理', en: 'Account processing' },         'credit card',  '', 'processing',             ''],
    ['frozen-account',                { 'zh-Hans': '账户冻结或限制',   'zh-Hant': '賬戶凍結或限制',   en: 'Frozen account' },                 'credit card',  '', 'risk control',           ''],
    ['wrong-personal-data',           { 'zh-Hans': '个人信息有误',     'zh-Hant': '個人資料有誤',     en: 'Wrong personal data' },            'personal data','', 'data accuracy',          ''],
    ['credit-report',                 { 'zh-Hans': '征信异议',         'zh-Hant': '徵信異議',         en: 'Credit report' },                  'credit report','', 'data accuracy',          ''],
    ['failed-or-duplicate-transaction', { 'zh-Hans': '交易失败或重复', 'zh-Hant': '交易失敗或重複',   en: 'Failed or duplicate transaction' },'payment',      '', 'processing',             ''],
    ['disputed-transaction',          { 'zh-Hans': '争议交易',         'zh-Hant': '爭議交易',         en: 'Disputed transaction' },           'payment',      '', 'transaction dispute',    ''],
    ['refund',                        { 'zh-Hans': '退款',             'zh-Hant': '退款',             en: 'Refund' },                         'payment',      '', 'processing',             ''],
    ['unauthorised-use',              { 'zh-Hans': '盗刷',             'zh-Hant': '盜刷',             en: 'Unauthorised use' },               'credit card',  '', 'account safety',         ''],
    ['lost-or-stolen-card',           { 'zh-Hans': '卡片丢失或被盗',   'zh-Hant': '卡片遺失或被盜',   en: 'Lost or stolen card' },            'credit card',  '', 'account safety',         ''],
    ['marketing-and-promised-benefits', { 'zh-Hans': '营销与权益承诺', 'zh-Hant': '營銷與權益承諾',   en: 'Marketing and promised benefits' },'credit card',  '', 'marketing',              ''],
    ['points',                        { 'zh-Hans': '积分',             'zh-Hant': '積分',             en: 'Points' },                         'credit card',  '', 'benefits',               ''],
    ['limit',                         { 'zh-Hans': '额度',             'zh-Hant': '額度',             en: 'Limit' },                          'credit card',  '', 'rules and process',      ''],
    ['technical-fault',               { 'zh-Hans': '系统故障',         'zh-Hant': '系統故障',         en: 'Technical fault' },                'e-channel',    '', 'system fault',           ''],
    ['collection-practice',           { 'zh-Hans': '催收行为',         'zh-Hant': '催收行為',         en: 'Collection practice' },            'credit card',  '', 'debt collection',        ''],
    ['suggestion',                    { 'zh-Hans': '建议',             'zh-Hant': '建議',             en: 'Suggestion' },                     'other',        '', 'other',                  ''],
    ['unclear',                       { 'zh-Hans': '待分类',           'zh-Hant': '待分類',           en: 'Unclear' },                        'other',        '', 'other',                  ''],
  ],
};
