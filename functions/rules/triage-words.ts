import type { Table } from './table.ts';

/**
 * What the words of a complaint say about its category. Every row found adds its weight to its category; the category
 * with most wins, and of its rows the heaviest is quoted. Weight 5 names the matter, 3 speaks of it, 1 hints at it.
 * English phrases are whole words, `*` ends one anywhere (`charg*`); Chinese ones stand anywhere.
 */
export type WordsRow = readonly [
  rule: string,
  category: string,
  weight: number,
  zhHans: readonly string[],
  zhHant: readonly string[],
  en: readonly string[],
];
export type TriageWords = Table<WordsRow> & Readonly<{ leastScore: number }>;

// biome-ignore format: a decision table is read in columns
export const TRIAGE_WORDS: TriageWords = {
  id: 'triage-words', version: '1', source: 'reviewed keyword list of the complaint desk', leastScore: 2,
  rows: [
    ['W01', 'lost-or-stolen-card', 5, ['卡丢了', '卡片丢失', '卡被偷', '钱包被偷', '遗失', '挂失'], ['卡丟了', '卡片遺失', '錢包被偷', '遺失', '掛失'], ['stole my card', 'card was stolen', 'lost my card', 'stolen card', 'wallet was stolen']],
    ['W02', 'unauthorised-use',    5, ['盗刷', '被盗用', '不是我本人', '非本人', '冒用'], ['盜刷', '被盜用', '不是我本人', '非本人', '冒用'], ['fraudulent charge*', 'unauthorized', 'unauthorised', 'identity theft', 'did not make this purchase', 'without my consent']],
    ['W03', 'failed-or-duplicate-transaction', 5, ['重复扣款', '扣了两次', '重复扣', '交易失败'], ['重複扣款', '扣了兩次', '重複扣', '交易失敗'], ['charged twice', 'double charge*', 'duplicate charge*', 'charged me twice']],
    ['W04', 'disputed-transaction', 4, ['争议', '商户不认'], ['爭議', '商戶不認'], ['disput* the charge', 'disputed the charge*', 'merchant', 'chargeback']],
    ['W05', 'refund',              4, ['退款', '退货'], ['退款', '退貨'], ['refund*']],
    ['W06', 'fees-and-interest',   4, ['年费', '利息', '手续费', '滞纳金', '违约金', '分期费'], ['年費', '利息', '手續費', '滯納金', '違約金'], ['late fee*', 'annual fee*', 'interest', 'fee*', 'apr']],
    ['W07', 'billing-and-repayment', 4, ['账单', '还款', '扣款日', '最低还款'], ['賬單', '帳單', '還款'], ['payment*', 'statement', 'autopay', 'bill']],
    ['W08', 'points',              5, ['积分', '里程'], ['積分', '里程'], ['points', 'rewards', 'miles']],
    ['W09', 'marketing-and-promised-benefits', 4, ['活动', '礼品', '赠品', '承诺', '返现', '权益', '贵宾厅'], ['活動', '禮品', '贈品', '承諾', '返現', '權益', '貴賓室'], ['bonus', 'promotion*', 'offer', 'cash back', 'advertis*']],
    ['W10', 'frozen-account',      5, ['冻结', '止付', '被限制', '风控限制'], ['凍結', '止付', '被限制'], ['frozen', 'froze my', 'account is locked', 'account was restricted']],
    ['W11', 'account-processing',  4, ['销户', '注销', '开卡', '申请被拒', '换卡', '补卡'], ['銷戶', '註銷', '開卡', '換卡', '補卡'], ['close* my account', 'closed my account', 'application', 'denied', 'replacement card']],
    ['W12', 'limit',               5, ['额度', '提额', '降额'], ['額度', '提額', '降額'], ['credit limit', 'limit increase', 'increase my limit']],
    ['W13', 'technical-fault',     5, ['闪退', '登录不了', '登不上', '系统故障', '崩溃', '验证码'], ['閃退', '登入不了', '系統故障', '驗證碼'], ['app crash*', 'app keeps', 'cannot log in', 'website error', 'system error']],
    ['W14', 'collection-practice', 5, ['催收', '骚扰电话', '爆通讯录', '恐吓'], ['催收', '騷擾電話', '恐嚇'], ['debt collect*', 'collection agency', 'collections', 'harass*']],
    ['W15', 'credit-report',       5, ['征信', '逾期记录'], ['徵信', '逾期記錄'], ['credit report*', 'credit bureau*', 'equifax', 'experian', 'transunion', 'charge off', 'charged off']],
    ['W16', 'wrong-personal-data', 5, ['个人信息', '信息有误', '手机号错', '姓名错'], ['個人資料', '資料有誤'], ['wrong address', 'wrong phone number', 'my name is misspelled', 'personal information is wrong']],
    ['W17', 'service-attitude',    4, ['态度', '不耐烦', '挂电话', '辱骂', '推诿', '服务差'], ['態度', '不耐煩', '掛電話', '辱罵', '推諉'], ['rude*', 'hung up on me', 'disrespectful', 'bad attitude']],
    ['W18', 'suggestion',          4, ['建议', '希望增加', '希望能'], ['建議', '希望增加'], ['i suggest', 'suggestion', 'it would be nice']],
  ],
};
