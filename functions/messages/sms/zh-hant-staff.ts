import type { StaffCatalogue } from '../sms-staff.ts';

/** What people of the bank are told. */
export const zhHantStaff: StaffCatalogue = {
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
  'acting-for-link': {
    id: 'acting-for-link.zh-Hant.1',
    text: [
      ['reason', '【{brand}】客訴{ticket}請您代為辦理，'],
      ['by-when', '時限{by}：'],
      ['link', '{link} '],
    ],
  },
  escalation: {
    id: 'escalation.zh-Hant.1',
    text: [
      ['reason', '【{brand}】升級督辦：客訴{ticket}經辦人超時，'],
      ['by-when', '原時限{by}，'],
      ['what-to-do', '您可直接辦理：'],
      ['link', '{link} '],
    ],
  },
  'date-near': {
    id: 'date-near.zh-Hant.1',
    text: [
      ['reason', '【{brand}】客訴{ticket}尚未答覆，'],
      ['by-when', '法定期限{by}，'],
      ['link', '期限明細：{link} '],
    ],
  },
  'date-passed': {
    id: 'date-passed.zh-Hant.1',
    text: [
      ['reason', '【{brand}】超期：客訴{ticket}應於{by}前答覆而未答覆。'],
      ['link', '期限明細：{link} '],
    ],
  },
  'extension-link': {
    id: 'extension-link.zh-Hant.1',
    text: [
      ['what-to-do', '【{brand}】客訴{ticket}申請延期，待您審批，'],
      ['by-when', '時限{by}：'],
      ['link', '{link} '],
    ],
  },
  'call-link': {
    id: 'call-link.zh-Hant.1',
    text: [
      ['what-to-do', '【{brand}】客訴{ticket}請致電客戶，'],
      ['by-when', '時限{by}，號碼及登記：'],
      ['link', '{link} '],
    ],
  },
  'follow-up': {
    id: 'follow-up.zh-Hant.1',
    text: [
      ['reason', '【{brand}】客訴{ticket}收到客戶補充：'],
      ['link', '{link} '],
    ],
  },
  incident: {
    id: 'incident.zh-Hant.1',
    text: [
      ['reason', '【{brand}】重大投訴：客訴{ticket}涉及群體性事件，'],
      ['what-to-do', '請提交處置方案，'],
      ['by-when', '時限{by}：'],
      ['link', '{link} '],
    ],
  },
};
