import { randomBytes } from 'node:crypto';

/** Fields of the post form as a browser sends them. */
export type PostFields = Readonly<Record<string, string>>;

export type Sample = Readonly<{ id: string; label: string; fields: PostFields }>;

/** What each sample leaves open. The people are plainly samples. */
export const USUAL: PostFields = {
  channel: 'app',
  kind: 'complaint',
  name: '样例客户',
  phone: '+8613123456789',
  locale: 'zh-Hans',
  zone: 'Asia/Shanghai',
  tier: 'standard',
  lastFour: '4242',
  identity: 'strong',
};

export const SAMPLES: readonly Sample[] = [
  {
    id: 'stolen-card',
    label: 'Stolen card abroad',
    fields: {
      name: 'Sample Traveller',
      phone: '+8613123456701',
      locale: 'en',
      zone: 'Europe/Paris',
      tier: 'gold',
      channel: 'phone',
      narrative:
        'My wallet was stolen in Paris an hour ago and somebody is using my card: two payments of 1,800 yuan I did not make.',
      demands: 'Block the card now\nTake back the two payments',
      amount: '3600',
    },
  },
  {
    id: 'annual-fee',
    label: 'Annual fee',
    fields: {
      phone: '+8613123456702',
      narrative: '客服承诺刷满六次免年费，我已经刷了九次，今天还是扣了 600 元年费，要求退还。',
      demands: '退还年费 600 元',
      amount: '600',
    },
  },
  {
    id: 'duplicate-charge',
    label: 'Charged twice',
    fields: {
      phone: '+8613123456703',
      narrative: '在“海边书店”只刷了一次卡，账单上却出现两笔 420.50 元，是重复扣款。',
      demands: '退还重复扣款 420.50 元\n说明原因',
      amount: '420.50',
    },
  },
  {
    id: 'points',
    label: 'Points expired',
    fields: {
      phone: '+8613123456704',
      channel: 'wechat',
      narrative: '我的积分为什么过期了？没有收到任何提醒。',
      demands: '',
    },
  },
  {
    id: 'rude-agent',
    label: 'Rude agent',
    fields: {
      name: 'Sample Caller',
      phone: '+8613123456705',
      locale: 'en',
      channel: 'e-mail',
      narrative: 'The agent on the hotline was rude to me and hung up when I asked for a supervisor.',
      demands: 'An apology',
      complainedAbout: 'cs-handler-1',
    },
  },
  {
    id: 'platinum',
    label: 'Large remedy, platinum',
    fields: {
      phone: '+8613123456706',
      tier: 'platinum',
      channel: 'branch',
      narrative: '我的白金卡在境外被盗刷，银行系统故障导致止付失败，损失 86000 元，要求全额赔付。',
      demands: '赔付 86000 元\n书面说明',
      amount: '86000',
    },
  },
  {
    id: 'suggestion',
    label: 'A suggestion',
    fields: { phone: '+8613123456707', kind: 'suggestion', narrative: '希望账单可以按商户分类显示。', demands: '' },
  },
  {
    id: 'unclear',
    label: 'Nobody can route it',
    fields: { name: 'Sample Writer', phone: '+8613123456708', locale: 'en', channel: 'sms', narrative: 'Zyx wvu tsr.' },
  },
  {
    id: 'invalid',
    label: 'An invalid post',
    fields: { narrative: '', zone: 'Mars/Olympus', lastFour: '12' },
  },
];

/** The form as a sample fills it; a reference of its own, so that two posts are two tickets. */
export function filledBy(id: string | undefined): PostFields {
  const sample = SAMPLES.find((known) => known.id === id);
  return { ...USUAL, channelReference: `L-${randomBytes(4).toString('hex')}`, ...sample?.fields };
}
