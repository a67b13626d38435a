import type { SmsCatalogue } from '../sms.ts';

export const zhHant: SmsCatalogue = {
  acknowledgement: {
    id: 'acknowledgement.zh-Hant.1',
    text: [
      ['accepted', '【{brand}】您反映的事項{ticket}已受理，'],
      ['next', '專人將核查處理，'],
      ['by-when', '最遲{by}答覆您。'],
      ['how-to-reach', '查詢{hotline}'],
    ],
  },
  'security-advice': {
    id: 'security-advice.zh-Hant.1',
    text: [
      ['accepted', '【{brand}】您反映的用卡安全事項{ticket}正在加急處理，我們正為您保護卡片。'],
      ['what-to-do', '請勿向任何人透露密碼、驗證碼，勿按陌生人要求轉帳；請核對近期交易，保留憑證。'],
      ['how-to-reach', '24小時熱線{hotline}'],
    ],
  },
  declined: {
    id: 'declined.zh-Hant.1',
    text: [
      ['reason', '【{brand}】來件{ticket}已登記。因您不是持卡人，也未見授權，依規不能受理。'],
      ['what-to-do', '請持卡人本人反映，或憑授權委託書、雙方證件到分行辦理授權後再反映。'],
      ['how-to-reach', '查詢{hotline}'],
    ],
  },
  'work-link': {
    id: 'work-link.zh-Hant.1',
    text: [
      ['what-to-do', '【{brand}】客訴{ticket}待您辦理，'],
      ['by-when', '時限{by}：'],
      ['link', '{link} '],
    ],
  },
  'work-reminder': {
    id: 'work-reminder.zh-Hant.1',
    text: [
      ['what-to-do', '【{brand}】催辦：客訴{ticket}尚未辦結，'],
      ['by-when', '時限{by}：'],
      ['link', '{link} '],
    ],
  },
  'duty-call': {
    id: 'duty-call.zh-Hant.1',
    text: [
      ['reason', '【{brand}】緊急：客訴{ticket}的卡片保護尚未獲卡系統確認。'],
      ['what-to-do', '請立即人工核實並保護卡片，再回覆值班台{hotline}'],
    ],
  },
  'desk-link': {
    id: 'desk-link.zh-Hant.1',
    text: [
      ['what-to-do', '【{brand}】客訴{ticket}需分診台人工處理：'],
      ['link', '{link} '],
    ],
  },
  'approval-link': {
    id: 'approval-link.zh-Hant.1',
    text: [
      ['what-to-do', '【{brand}】客訴{ticket}的處理方案待您審批，'],
      ['by-when', '時限{by}：'],
      ['link', '{link} '],
    ],
  },
  reply: {
    id: 'reply.zh-Hant.1',
    text: [
      ['accepted', '【{brand}】您反映的事項{ticket}已有處理結果，'],
      ['link', '請閱答覆函：{link} '],
      ['how-to-reach', '查詢{hotline}'],
    ],
  },
  survey: {
    id: 'survey.zh-Hant.1',
    text: [
      ['what-to-do', '【{brand}】您對事項{ticket}的處理是否滿意？請評價，不滿意可在同頁申請覆核：'],
      ['link', '{link} '],
    ],
  },
  'survey-reminder': {
    id: 'survey-reminder.zh-Hant.1',
    text: [
      ['what-to-do', '【{brand}】提醒：事項{ticket}的評價即將截止，不滿意可在同頁申請覆核：'],
      ['link', '{link} '],
    ],
  },
};
