import type { SmsCatalogue } from '../sms.ts';

/** A space ends every link: phones would take a Chinese full stop for a part of it. */
export const zhHans: SmsCatalogue = {
  acknowledgement: {
    id: 'acknowledgement.zh-Hans.1',
    text: [
      ['accepted', '【{brand}】您反映的事项{ticket}已受理，'],
      ['next', '专人将核查处理，'],
      ['by-when', '最迟{by}答复您。'],
      ['how-to-reach', '咨询{hotline}'],
    ],
  },
  'security-advice': {
    id: 'security-advice.zh-Hans.1',
    text: [
      ['accepted', '【{brand}】您反映的用卡安全事项{ticket}正在加急处理，我们正为您保护卡片。'],
      ['what-to-do', '请勿向任何人透露密码、验证码，勿按陌生人要求转账；请核对近期交易，留存凭证。'],
      ['how-to-reach', '24小时热线{hotline}'],
    ],
  },
  declined: {
    id: 'declined.zh-Hans.1',
    text: [
      ['reason', '【{brand}】来件{ticket}已登记。因您不是持卡人，也未见授权，依规不能受理。'],
      ['what-to-do', '请持卡人本人反映，或凭授权委托书、双方证件到网点办理授权后再反映。'],
      ['how-to-reach', '咨询{hotline}'],
    ],
  },
  reply: {
    id: 'reply.zh-Hans.1',
    text: [
      ['accepted', '【{brand}】您反映的事项{ticket}已有处理结果，'],
      ['link', '请阅答复函：{link} '],
      ['how-to-reach', '咨询{hotline}'],
    ],
  },
  survey: {
    id: 'survey.zh-Hans.1',
    text: [
      ['what-to-do', '【{brand}】您对事项{ticket}的处理是否满意？请评价，不满意可在同页申请复核：'],
      ['link', '{link} '],
    ],
  },
  'survey-reminder': {
    id: 'survey-reminder.zh-Hans.1',
    text: [
      ['what-to-do', '【{brand}】提醒：事项{ticket}的评价即将截止，不满意可在同页申请复核：'],
      ['link', '{link} '],
    ],
  },
  'card-protected': {
    id: 'card-protected.zh-Hans.1',
    text: [
      ['accepted', '【{brand}】事项{ticket}所涉卡片已受到保护。'],
      ['how-to-reach', '24小时热线{hotline}'],
    ],
  },
  'still-working': {
    id: 'still-working.zh-Hans.1',
    text: [
      ['accepted', '【{brand}】您反映的事项{ticket}仍在办理中，'],
      ['by-when', '最迟{by}答复您。'],
      ['how-to-reach', '咨询{hotline}'],
    ],
  },
  'extension-notice': {
    id: 'extension-notice.zh-Hans.1',
    text: [
      ['reason', '【{brand}】事项{ticket}情况复杂，经批准延长办理期限，'],
      ['by-when', '最迟{by}答复您。'],
      ['link', '原因：{link} '],
      ['how-to-reach', '咨询{hotline}'],
    ],
  },
  'clock-stopped': {
    id: 'clock-stopped.zh-Hans.1',
    text: [
      ['reason', '【{brand}】事项{ticket}因需鉴定或调解，'],
      ['what-to-do', '办理期限暂停计算，恢复时另行告知您。'],
      ['how-to-reach', '咨询{hotline}'],
    ],
  },
  'clock-restarted': {
    id: 'clock-restarted.zh-Hans.1',
    text: [
      ['reason', '【{brand}】事项{ticket}有新的事实，'],
      ['by-when', '重新计算期限，最迟{by}答复您。'],
      ['how-to-reach', '咨询{hotline}'],
    ],
  },
  merged: {
    id: 'merged.zh-Hans.1',
    text: [
      ['accepted', '【{brand}】来件{ticket}与事项{other}相同，合并办理，'],
      ['by-when', '最迟{by}答复您。'],
      ['what-to-do', '如有不符请致电{hotline}'],
    ],
  },
  withdrawn: {
    id: 'withdrawn.zh-Hans.1',
    text: [
      ['accepted', '【{brand}】您已撤回事项{ticket}，办理即日终止，记录留存。'],
      ['how-to-reach', '如有不符请致电{hotline}'],
    ],
  },
};
