import { samplePost } from './sample-post.ts';

/** A card in other hands: protected before anything else. */
export const CARD_SAFETY = [
  samplePost({
    at: '0 22:40',
    post: {
      channel: 'phone',
      channelReference: 'SAMPLE-CALL-0001',
      narrative:
        '我在巴黎旅游，钱包在地铁里被偷，信用卡也在里面。刚刚收到两笔消费短信，一共4,860元，不是我刷的。请马上帮我把卡停掉。',
      complainant: { name: '样例·林女士', phone: '131 2345 6701' },
      demands: ['立即保护我的卡片', '退还两笔不是我本人的消费'],
      amount: { minor: 486_000, currency: 'CNY' },
      happenedAt: '2026-03-02T14:10:00Z',
      place: '巴黎地铁',
      card: { lastFour: '4242', tier: 'gold', account: 'SAMPLE-ACCT-0001' },
      zone: 'Europe/Paris',
      readBack: true,
    },
    behaviour: {
      remedies: [['account-adjustment', '4860.00']],
      facts: '两笔交易发生在持卡人报告被盗之前二十分钟内，均为境外小额免密，持卡人当日无其他境外消费。',
      reason: '两笔交易非您本人所为，款项全额退还，卡片已保护并换发新卡。',
      citation: '信用卡领用合约：失卡保障条款',
      rating: 5,
      comment: '半夜打电话都有人管，谢谢。',
    },
    // The card system loses the first command: the duty officer is called, and the second is carried out.
    systems: { protectsLate: true },
  }),
  samplePost({
    at: '0 15:05',
    via: 'bus',
    post: {
      channel: 'app',
      channelReference: 'SAMPLE-APP-0002',
      narrative:
        'Two online purchases on my card are not mine. I did not make these, and my card 4242 4242 4242 4242 never left my wallet. Please look at 3 March and give me the money back.',
      complainant: { name: 'Sample Holder Olivia', phone: '+44 7400 123456' },
      demands: ['Refund both purchases', 'Tell me how this could happen'],
      amount: { minor: 92_000, currency: 'CNY' },
      happenedAt: '2026-03-01',
      card: { lastFour: '4242', account: 'SAMPLE-ACCT-0002' },
      locale: 'en',
      zone: 'Europe/London',
    },
    behaviour: {
      remedies: [['account-adjustment', '920.00']],
      facts:
        'Both purchases were made on a site where the card had never been used, from an address abroad, without the second factor.',
      reason: 'The purchases were not yours. We have put the full amount back and sent you a new card.',
      citation: 'Card agreement: purchases not made by the holder',
      rating: 4,
    },
  }),
];
