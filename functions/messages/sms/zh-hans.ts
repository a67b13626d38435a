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
  'work-link': {
    id: 'work-link.zh-Hans.1',
    text: [
      ['what-to-do', '【{brand}】客诉{ticket}待您办理，'],
      ['by-when', '时限{by}：'],
      ['link', '{link} '],
    ],
  },
  'work-reminder': {
    id: 'work-reminder.zh-Hans.1',
    text: [
      ['what-to-do', '【{brand}】催办：客诉{ticket}尚未办结，'],
      ['by-when', '时限{by}：'],
      ['link', '{link} '],
    ],
  },
  'duty-call': {
    id: 'duty-call.zh-Hans.1',
    text: [
      ['reason', '【{brand}】紧急：客诉{ticket}的卡片保护尚未得到卡系统确认。'],
      ['what-to-do', '请立即人工核实并保护卡片，再回复值班台{hotline}'],
    ],
  },
  'desk-link': {
    id: 'desk-link.zh-Hans.1',
    text: [
      ['what-to-do', '【{brand}】客诉{ticket}需分诊台人工处理：'],
      ['link', '{link} '],
    ],
  },
  'approval-link': {
    id: 'approval-link.zh-Hans.1',
    text: [
      ['what-to-do', '【{brand}】客诉{ticket}的处理方案待您审批，'],
      ['by-when', '时限{by}：'],
      ['link', '{link} '],
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
};
