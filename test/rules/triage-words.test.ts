import { expect, test } from 'vitest';
import { triage } from '../../functions/domain/triage.ts';
import { TRIAGE_TABLES } from '../../functions/rules/triage-tables.ts';

/** Written for this test, as people write: one thing that went wrong, in the words they have. */
// biome-ignore format: a table is read in columns
const COMPLAINTS: readonly (readonly [category: string, narrative: string])[] = [
  ['lost-or-stolen-card',             '我在曼谷旅游时钱包被偷，信用卡也在里面，请马上帮我冻结卡片，刚刚已经有人用我的卡买东西。'],
  ['lost-or-stolen-card',             '卡片丢失了，打客服电话一直占线，无法挂失。'],
  ['lost-or-stolen-card',             '我的卡遺失了，請立即幫我掛失。'],
  ['lost-or-stolen-card',             'My wallet was stolen on the metro in Paris an hour ago, the platinum card was in it.'],
  ['unauthorised-use',                '昨晚收到短信，卡片在境外被刷了8,600元，我人在国内，卡也在身边，怀疑被盗刷。'],
  ['unauthorised-use',                '信用卡被盜刷三筆，我從未授權這些交易。'],
  ['unauthorised-use',                'There are three purchases from an electronics shop in Lagos on my card that I did not make.'],
  ['unauthorised-use',                '有人冒用我的身份证办了信用卡，我没有办过卡。'],
  ['frozen-account',                  '我的信用卡突然被冻结，没有任何通知，出差在外无法付酒店，要求立即解冻。'],
  ['frozen-account',                  'My account was frozen without any reason given while I was abroad and nobody can tell me when it will be released.'],
  ['failed-or-duplicate-transaction', '在超市消费328元，被重复扣款两次，要求退回一笔。'],
  ['failed-or-duplicate-transaction', 'The petrol station charged me twice for the same fill-up, both charges have posted.'],
  ['failed-or-duplicate-transaction', '支付失败但是钱被扣了，商家说没有到账。'],
  ['disputed-transaction',            '网上买的手机没收到货，商家跑路了，我提出争议交易，银行一直不处理。'],
  ['disputed-transaction',            'The merchant never shipped the camera. I filed a dispute and the bank closed it in favour of the seller.'],
  ['refund',                          '商户上个月已经办理退款，到现在退款还没有到我的卡上。'],
  ['refund',                          'The shop issued a refund six weeks ago and it still does not appear on my card.'],
  ['fees-and-interest',               '办卡时说免年费，现在扣了我600元年费，要求退还。'],
  ['fees-and-interest',               '只差两毛钱没还清，却按全额收了我循环利息和违约金，不合理。'],
  ['fees-and-interest',               'I was charged a late fee and interest although autopay is set up on my account.'],
  ['fees-and-interest',               '境外消费收了货币转换费，汇率也比牌价高。'],
  ['billing-and-repayment',           '账单日被改了没有通知我，导致自动还款没有扣到。'],
  ['billing-and-repayment',           'My payment was made three days before the due date but it has not been posted to my balance.'],
  ['billing-and-repayment',           '分期提前结清后账单上还在继续扣款，余额不对。'],
  ['points',                          '我的积分过期被清零了，事先没有任何提醒，要求恢复8万积分。'],
  ['points',                          'My 40,000 reward points disappeared after the upgrade of the programme.'],
  ['points',                          '積分兌換的里程一直沒有到賬。'],
  ['marketing-and-promised-benefits', '业务员承诺开卡送行李箱，刷满三笔达标后说礼品没有名额了，属于虚假宣传。'],
  ['marketing-and-promised-benefits', 'The advertisement promised a welcome bonus of 500 yuan after the first purchase and I never received it.'],
  ['marketing-and-promised-benefits', '贵宾厅权益说好一年六次，现在无故变成两次。'],
  ['technical-fault',                 '手机银行更新后一直闪退，登录不了，没办法还款。'],
  ['technical-fault',                 'The app crashes every time I open it after the update, I cannot log in.'],
  ['technical-fault',                 '系統故障，驗證碼一直收不到。'],
  ['collection-practice',             '催收人员每天打几十个电话，还骚扰我的家人和同事，威胁要上门。'],
  ['collection-practice',             'Your collectors call my family and my office ten times a day and threaten me.'],
  ['credit-report',                   '我已经按时还款，却在征信报告上显示逾期，要求更正征信记录。'],
  ['credit-report',                   'The bank reported a late payment to the credit bureau although I paid on time; please correct my credit report.'],
  ['account-processing',              '我要求销户，客服一直推脱，说要先等四十五天。'],
  ['account-processing',              '申请信用卡两个月了还在审核，进度一直不更新。'],
  ['account-processing',              'I asked you to close my account in March and it is still open.'],
  ['account-processing',              'My replacement card never arrived, this is the third time I order one.'],
  ['limit',                           '额度从五万降到五千，没有任何解释，要求恢复额度。'],
  ['limit',                           'My request for a credit limit increase was refused without a reason.'],
  ['service-attitude',                '客服态度非常恶劣，没等我说完就挂断电话，要求道歉。'],
  ['service-attitude',                'The agent was rude and hung up on me when I asked for her supervisor.'],
  ['wrong-personal-data',             '我的预留手机号被改成了别人的，个人信息有误，一直没有更正。'],
  ['wrong-personal-data',             'My name is misspelled on the card and you keep the wrong address for me.'],
  ['suggestion',                      '建议在手机银行里增加按商户查询账单的功能。'],
  ['unclear',                         '你们银行真的太让人失望了！！！'],
  ['unclear',                         'hello???'],
];

const plain = {
  kind: 'complaint',
  demands: [],
  tier: 'standard',
  channel: 'app',
  publicPost: false,
  standing: 'self',
  identity: 'strong',
} as const;

test.for(COMPLAINTS)('%s: %s', ([category, narrative]) => {
  expect(triage(TRIAGE_TABLES, { ...plain, narrative }).category).toBe(category);
});
