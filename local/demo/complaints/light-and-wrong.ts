import { samplePost } from './sample-post.ts';

/** No complaint, or no post that can be taken. */
export const LIGHT_AND_WRONG = [
  samplePost({
    at: '0 14:20',
    post: {
      channel: 'app',
      channelReference: 'SAMPLE-APP-0018',
      kind: 'inquiry',
      narrative: '下个月装修，想提高信用卡额度，需要准备什么材料？',
      complainant: { name: '样例·沈女士', phone: '131 2345 6718' },
      card: { lastFour: '0018', account: 'SAMPLE-ACCT-0018' },
    },
    behaviour: { answer: '请在手机银行“额度”页面申请临时额度，准备近三个月的收入证明即可，通常一个工作日内答复。' },
  }),
  samplePost({
    at: '0 15:40',
    via: 'bus',
    post: {
      channel: 'wechat',
      channelReference: 'SAMPLE-WX-0019',
      kind: 'suggestion',
      narrative: '建议在账单里增加按商户类别统计的功能，每个月就不用自己记账了。',
      complainant: { name: '样例·韩先生', phone: '131 2345 6719' },
    },
    behaviour: { answer: '谢谢您的建议。账单分类统计已列入下一版本的计划，上线后会在账单页提示您。' },
  }),
  samplePost({
    at: '1 16:10',
    post: {
      channel: 'web',
      channelReference: 'SAMPLE-WEB-0020',
      kind: 'praise',
      narrative:
        'The colleague on the night hotline stayed on the line for half an hour until my question was answered. Please thank them from me.',
      complainant: { name: 'Sample Holder Emma', phone: '+86 131 2345 6720' },
      locale: 'en',
    },
    behaviour: { answer: 'Thank you. We have passed your words on to the colleague and to their team lead.' },
  }),
  samplePost({
    at: '1 08:30',
    post: { channel: 'web', channelReference: 'SAMPLE-WEB-0021', narrative: '', demands: 'refund', zone: 'Mars/Base' },
  }),
  samplePost({ at: '1 08:50', via: 'bus', post: { channel: 'app', channelReference: 'SAMPLE-APP-0022', amount: 12 } }),
];
