import { samplePost } from './sample-post.ts';

const duplicateCharge = {
  channel: 'wechat',
  channelReference: 'SAMPLE-WX-0003',
  narrative: '上周六在超市刷卡，同一笔消费重复扣款，扣了两次，每次638元。请核实并退还多扣的一笔。',
  complainant: { name: '样例·王先生', phone: '131 2345 6703' },
  demands: ['退还重复扣的638元'],
  amount: { minor: 63_800, currency: 'CNY' },
  happenedAt: '2026-02-28',
  merchant: '样例超市',
  card: { lastFour: '1881', account: 'SAMPLE-ACCT-0003' },
};

/** Charges, fees and what is owed back; the amounts decide how many managers look at it. */
export const MONEY = [
  // The channel's own retries: the same post five times at once is one ticket.
  samplePost({
    at: '0 09:20',
    times: 5,
    post: duplicateCharge,
    behaviour: {
      remedies: [['account-adjustment', '638.00']],
      facts: '收单流水显示同一授权码入账两次，第二笔为商户终端重发。',
      reason: '经查确为重复入账，多扣的638元已退回您的账户。',
      citation: '银行卡收单差错处理规则',
      rating: 5,
    },
  }),
  // The same reference with another text: a conflict, on record, and no second ticket.
  samplePost({ at: '0 11:45', post: { ...duplicateCharge, narrative: '上周六在超市刷卡被扣了三次，请退还。' } }),
  samplePost({
    at: '0 10:10',
    post: {
      channel: 'phone',
      channelReference: 'SAMPLE-CALL-0004',
      narrative: '办卡时业务人员说刷满六次免年费，我去年刷了三十多次，账单上还是收取了年费600元。',
      complainant: { name: '样例·陈女士', phone: '131 2345 6704' },
      demands: ['退还年费600元', '说明为什么没有自动减免'],
      amount: { minor: 60_000, currency: 'CNY' },
      happenedAt: '2026-02-20',
      card: { lastFour: '0004', tier: 'gold', account: 'SAMPLE-ACCT-0004' },
      readBack: true,
    },
    behaviour: {
      remedies: [['fee-waiver', '600.00']],
      facts: '该卡上年度消费三十四次，已达到免年费条件；系统未将其中两期计入。',
      reason: '您已达到减免条件，年费600元全额退回。',
      citation: '信用卡收费标准：年费减免',
      returnOnce: '请写明为什么系统没有自动减免，客户第二项诉求就是问这个。',
      rating: 4,
    },
  }),
  samplePost({
    at: '1 09:30',
    post: {
      channel: 'branch',
      channelReference: 'SAMPLE-BR-0005',
      narrative:
        '白金卡账单分期提前还清后，银行仍按原期数收取利息和手续费，前后多收了八千多元，跑了两次网点都说没办法。',
      complainant: { name: '样例·周先生', phone: '131 2345 6705' },
      demands: ['退还多收的利息和手续费', '给出计算明细'],
      amount: { minor: 826_400, currency: 'CNY' },
      happenedAt: '2026-02-10',
      card: { lastFour: '0005', tier: 'platinum', account: 'SAMPLE-ACCT-0005' },
      readBack: true,
    },
    behaviour: {
      remedies: [
        ['fee-waiver', '8264.00'],
        ['process-fix', ''],
      ],
      facts: '提前结清后分期计划未终止，系统继续收取了四期手续费和利息，合计8,264元。',
      reason: '多收部分全额退回，计算明细附后；分期结清流程已列入整改。',
      citation: '信用卡分期业务协议：提前结清',
      rating: 5,
    },
  }),
  samplePost({
    at: '1 10:50',
    via: 'bus',
    post: {
      channel: 'regulator',
      channelReference: 'SAMPLE-REG-0006',
      narrative: '持卡人反映：信用卡账户已还清，银行仍收取滞纳金和利息共430元，多次致电未获解决。请依规办理并答复。',
      complainant: { name: '样例·吴女士', phone: '131 2345 6706' },
      demands: ['退还滞纳金和利息', '书面说明'],
      amount: { minor: 43_000, currency: 'CNY' },
      happenedAt: '2026-02-15',
      passedOnBy: { body: 'pboc', reference: 'SAMPLE-PBOC-2026-0031' },
      card: { lastFour: '0006', account: 'SAMPLE-ACCT-0006' },
    },
    behaviour: {
      remedies: [['fee-waiver', '430.00']],
      facts: '还款于到期日当天转入，因跨行清算次日入账，系统按逾期计收滞纳金和利息。',
      reason: '您在到期日已发起还款，滞纳金和利息全额退回。',
      citation: '商业银行信用卡业务监督管理办法',
      rating: 4,
    },
  }),
  // Core banking refuses the remedy the first time: the ticket waits at the triage desk, which lets it try again.
  samplePost({
    at: '1 13:15',
    post: {
      channel: 'web',
      channelReference: 'SAMPLE-WEB-0007',
      narrative:
        'I paid my statement in full two days before the due date, and was still charged interest of 712 yuan. I am a foreign resident and nobody on the hotline could explain it in English.',
      complainant: { name: 'Sample Holder Daniel', phone: '+86 131 2345 6707' },
      demands: ['Refund the interest', 'Explain the charge in English'],
      amount: { minor: 71_200, currency: 'CNY' },
      happenedAt: '2026-02-25',
      card: { lastFour: '0007', account: 'SAMPLE-ACCT-0007' },
      locale: 'en',
    },
    behaviour: {
      remedies: [['fee-waiver', '712.00']],
      facts:
        'The payment came in two days before the due date but was booked to a closed sub-account, so that interest ran on.',
      reason: 'The interest was charged in error. It is refunded in full.',
      citation: 'Card agreement: interest-free period',
      rating: 5,
      comment: 'Clear answer, thank you.',
    },
    systems: { refusesOnce: 'account-locked' },
  }),
];
