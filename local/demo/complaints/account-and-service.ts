import { samplePost } from './sample-post.ts';

/** The account itself, and how people were treated. */
export const ACCOUNT_AND_SERVICE = [
  samplePost({
    at: '0 10:40',
    post: {
      channel: 'phone',
      channelReference: 'SAMPLE-CALL-0011',
      narrative: '我的信用卡被冻结三天了，客服说是风控，又不说要什么材料。房租自动扣款因此失败，产生违约金320元。',
      complainant: { name: '样例·孙先生', phone: '131 2345 6711' },
      demands: ['解除冻结', '承担违约金320元'],
      amount: { minor: 32_000, currency: 'CNY' },
      happenedAt: '2026-02-27',
      card: { lastFour: '0011', account: 'SAMPLE-ACCT-0011' },
      readBack: true,
    },
    behaviour: {
      remedies: [['account-adjustment', '320.00']],
      facts: '冻结由境外商户的集中告警触发，名单误含该卡；人工复核无异常，但未及时解除。',
      reason: '账户已解冻，违约金320元由本行承担。',
      citation: '账户风险管理办法：复核时限',
      rating: 4,
    },
  }),
  // Complains about somebody by name: that person never sees the ticket.
  samplePost({
    at: '0 11:15',
    post: {
      channel: 'phone',
      channelReference: 'SAMPLE-CALL-0012',
      narrative: '昨天打客服电话问账单，接电话的人态度很差，很不耐烦，话没说完就挂断了我的电话。',
      complainant: { name: '样例·马女士', phone: '131 2345 6712' },
      demands: ['要求道歉'],
      happenedAt: '2026-03-01',
      complainedAbout: 'cs-handler-1',
      card: { lastFour: '0012', account: 'SAMPLE-ACCT-0012' },
      readBack: true,
    },
    behaviour: {
      remedies: [
        ['apology', ''],
        ['coaching', ''],
      ],
      facts: '调听录音，客服人员在客户提问时打断并先行挂机。',
      reason: '录音证实您的反映属实，我们向您道歉，并已安排该人员重新培训。',
      citation: '客户服务规范',
      rating: null,
    },
  }),
  samplePost({
    at: '0 13:30',
    post: {
      channel: 'app',
      channelReference: 'SAMPLE-APP-0013',
      narrative: '手机银行升级以后一打开就闪退，无法登录，还款日当天还不了款。换了两部手机都一样。',
      complainant: { name: '样例·朱先生', phone: '131 2345 6713' },
      demands: ['修复闪退', '不要记逾期'],
      happenedAt: '2026-03-02',
      card: { lastFour: '0013', account: 'SAMPLE-ACCT-0013' },
    },
    behaviour: {
      remedies: [['process-fix', '']],
      facts: '新版本在系统语言为繁体时启动失败，已于当日发布修复版本。',
      reason: '请更新到最新版本；您的还款按当日入账，不计逾期。',
      citation: '信用卡领用合约：还款宽限',
      rating: 5,
    },
  }),
  samplePost({
    at: '1 11:20',
    post: {
      channel: 'phone',
      channelReference: 'SAMPLE-CALL-0014',
      narrative: '催收公司打电话给我家人，还威胁要去我单位。我已经在协商还款，请马上停止这种做法。',
      complainant: { name: '样例·冯先生', phone: '131 2345 6714' },
      demands: ['停止联系我的家人', '确认还款安排'],
      happenedAt: '2026-03-01',
      card: { lastFour: '0014', account: 'SAMPLE-ACCT-0014' },
      readBack: true,
    },
    behaviour: {
      remedies: [
        ['apology', ''],
        ['process-fix', ''],
      ],
      facts: '外包催收人员两次致电非联系人，通话中有不当言语，违反外包合同。',
      reason: '已停止该机构对您的催收，并对其作出处罚；还款安排按您的申请办理。',
      citation: '关于进一步促进信用卡业务规范健康发展的通知',
      rating: 3,
    },
  }),
  // Passed on: the first department finds that it belongs to another.
  samplePost({
    at: '1 14:00',
    post: {
      channel: 'e-mail',
      channelReference: 'SAMPLE-MAIL-0015',
      narrative: '我在香港居住，境外消費的貨幣轉換費收了兩次，賬單上有兩筆費用，請退還其中一筆。',
      complainant: { name: '樣例·黃小姐', phone: '+852 5123 4567' },
      demands: ['退還多收的貨幣轉換費'],
      amount: { minor: 21_500, currency: 'CNY' },
      happenedAt: '2026-02-18',
      card: { lastFour: '0015', account: 'SAMPLE-ACCT-0015' },
      locale: 'zh-Hant',
      zone: 'Asia/Hong_Kong',
    },
    behaviour: {
      transferTo: 'technology',
      remedies: [['fee-waiver', '215.00']],
      facts: '同一筆交易在清算文件中以兩種貨幣各列一次，系統兩次計收。',
      reason: '多收的一筆貨幣轉換費已退還。',
      citation: '信用卡收費標準：境外交易',
      rating: 5,
    },
  }),
  // No rule can route this: the triage desk does.
  samplePost({
    at: '2 09:40',
    post: {
      channel: 'web',
      channelReference: 'SAMPLE-WEB-0016',
      narrative: '上次那件事到现在还没有人管，请你们尽快给个说法。',
      complainant: { name: '样例·蒋先生', phone: '131 2345 6716' },
      demands: ['给个说法'],
      happenedAt: '2026-02-26',
    },
    behaviour: {
      routeTo: 'customer-service',
      facts: '客户此前两次致电询问卡片邮寄进度，均未登记。',
      reason: '您的卡片因地址缺少门牌号退回，今日已重新寄出，抱歉让您久等。',
      citation: '客户服务规范',
      rating: 4,
    },
  }),
  // Neither the cardholder nor authorised: declined with the way to be authorised, and kept.
  samplePost({
    at: '2 10:30',
    post: {
      channel: 'phone',
      channelReference: 'SAMPLE-CALL-0017',
      narrative: '我是邻居，帮隔壁老人问一下他的信用卡为什么被扣了利息，他说看不懂账单。',
      complainant: { name: '样例·热心邻居', phone: '131 2345 6717', standing: 'none' },
      identity: { method: 'none', level: 'none', checkedAt: '2026-03-04T02:30:00Z' },
    },
  }),
];
