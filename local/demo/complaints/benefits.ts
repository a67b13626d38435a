import { samplePost } from './sample-post.ts';

/** Points, gifts and what marketing promised. */
export const BENEFITS = [
  // A question everybody asks, put as a complaint: answered on the spot from the answer library.
  samplePost({
    at: '0 12:10',
    post: {
      channel: 'app',
      channelReference: 'SAMPLE-APP-0008',
      narrative: '我的积分什么时候过期？页面上找了半天都没找到，你们能不能说清楚。',
      complainant: { name: '样例·许女士', phone: '131 2345 6708' },
      demands: ['告诉我积分有效期'],
      happenedAt: '2026-03-02',
      card: { lastFour: '0008', account: 'SAMPLE-ACCT-0008' },
    },
    behaviour: { rating: 4 },
  }),
  samplePost({
    at: '0 16:30',
    post: {
      channel: 'app',
      channelReference: 'SAMPLE-APP-0009',
      narrative:
        '我用四万积分兑换了航空里程，积分已经扣掉，三个星期了里程还没有到航空公司的账户。客服说要等，问了三次都没有结果。积分是我两年攒下来的，请尽快处理，要么补发里程，要么把积分退回来。',
      complainant: { name: '样例·何先生', phone: '131 2345 6709' },
      demands: ['补发里程或退回四万积分'],
      amount: { minor: 28_000, currency: 'CNY' },
      happenedAt: '2026-02-09',
      card: { lastFour: '0009', account: 'SAMPLE-ACCT-0009' },
    },
    behaviour: {
      remedies: [['account-adjustment', '280.00']],
      facts: '兑换指令已发出，合作方退回了会员号姓名不一致的文件，未再重发。',
      reason: '四万积分已退回，您可核对会员姓名后重新兑换；另补偿延误280元。',
      citation: '信用卡积分规则：兑换失败的处理',
      rating: 3,
      waitsForReminder: true,
    },
  }),
  samplePost({
    at: '1 09:50',
    via: 'bus',
    post: {
      channel: 'weibo',
      channelReference: 'SAMPLE-WB-0010',
      narrative:
        '开卡时承诺送的行李箱礼品，首刷达标两个月了还没寄来，问了几次都说名额已满。宣传页面上根本没有写名额限制，这不是误导吗？',
      complainant: { name: '样例·郑女士', phone: '131 2345 6710' },
      demands: ['寄送承诺的礼品或折现', '说明名额限制'],
      amount: { minor: 59_900, currency: 'CNY' },
      happenedAt: '2026-01-05',
      publicPost: true,
      card: { lastFour: '0010', tier: 'co-brand', partner: '样例航空', account: 'SAMPLE-ACCT-0010' },
    },
    behaviour: {
      remedies: [['account-adjustment', '599.00']],
      facts: '活动细则写有名额限制，宣传页面未展示；客户在名额用完前已达标。',
      reason: '您达标时名额尚在，因礼品停产，按标价599元折现。',
      citation: '活动细则第四条',
      rating: 2,
      comment: '钱是退了，可是拖了两个月。',
      appeal: '希望银行公开道歉，并修改宣传页面。',
    },
  }),
];
