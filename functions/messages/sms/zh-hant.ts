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
  'card-protected': {
    id: 'card-protected.zh-Hant.1',
    text: [
      ['accepted', '【{brand}】事項{ticket}所涉卡片已受到保護。'],
      ['how-to-reach', '24小時熱線{hotline}'],
    ],
  },
  'still-working': {
    id: 'still-working.zh-Hant.1',
    text: [
      ['accepted', '【{brand}】您反映的事項{ticket}仍在辦理中，'],
      ['by-when', '最遲{by}答覆您。'],
      ['how-to-reach', '查詢{hotline}'],
    ],
  },
  'extension-notice': {
    id: 'extension-notice.zh-Hant.1',
    text: [
      ['reason', '【{brand}】事項{ticket}情況複雜，經批准延長辦理期限，'],
      ['by-when', '最遲{by}答覆您。'],
      ['link', '原因：{link} '],
      ['how-to-reach', '查詢{hotline}'],
    ],
  },
  'clock-stopped': {
    id: 'clock-stopped.zh-Hant.1',
    text: [
      ['reason', '【{brand}】事項{ticket}因需鑑定或調解，'],
      ['what-to-do', '辦理期限暫停計算，恢復時另行告知您。'],
      ['how-to-reach', '查詢{hotline}'],
    ],
  },
  'clock-restarted': {
    id: 'clock-restarted.zh-Hant.1',
    text: [
      ['reason', '【{brand}】事項{ticket}有新的事實，'],
      ['by-when', '重新計算期限，最遲{by}答覆您。'],
      ['how-to-reach', '查詢{hotline}'],
    ],
  },
  merged: {
    id: 'merged.zh-Hant.1',
    text: [
      ['accepted', '【{brand}】來件{ticket}與事項{other}相同，合併辦理，'],
      ['by-when', '最遲{by}答覆您。'],
      ['what-to-do', '如有不符請致電{hotline}'],
    ],
  },
  withdrawn: {
    id: 'withdrawn.zh-Hant.1',
    text: [
      ['accepted', '【{brand}】您已撤回事項{ticket}，辦理即日終止，記錄留存。'],
      ['how-to-reach', '如有不符請致電{hotline}'],
    ],
  },
};
