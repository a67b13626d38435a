import type { StaffCatalogue } from '../sms-staff.ts';

/** What people of the bank are told. */
export const zhHansStaff: StaffCatalogue = {
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
  'acting-for-link': {
    id: 'acting-for-link.zh-Hans.1',
    text: [
      ['reason', '【{brand}】客诉{ticket}请您代为办理，'],
      ['by-when', '时限{by}：'],
      ['link', '{link} '],
    ],
  },
  escalation: {
    id: 'escalation.zh-Hans.1',
    text: [
      ['reason', '【{brand}】升级督办：客诉{ticket}经办人超时，'],
      ['by-when', '原时限{by}，'],
      ['what-to-do', '您可直接办理：'],
      ['link', '{link} '],
    ],
  },
  'date-near': {
    id: 'date-near.zh-Hans.1',
    text: [
      ['reason', '【{brand}】客诉{ticket}尚未答复，'],
      ['by-when', '法定期限{by}，'],
      ['link', '期限明细：{link} '],
    ],
  },
  'date-passed': {
    id: 'date-passed.zh-Hans.1',
    text: [
      ['reason', '【{brand}】超期：客诉{ticket}应于{by}前答复而未答复。'],
      ['link', '期限明细：{link} '],
    ],
  },
  'extension-link': {
    id: 'extension-link.zh-Hans.1',
    text: [
      ['what-to-do', '【{brand}】客诉{ticket}申请延期，待您审批，'],
      ['by-when', '时限{by}：'],
      ['link', '{link} '],
    ],
  },
  'call-link': {
    id: 'call-link.zh-Hans.1',
    text: [
      ['what-to-do', '【{brand}】客诉{ticket}请致电客户，'],
      ['by-when', '时限{by}，号码及登记：'],
      ['link', '{link} '],
    ],
  },
  'follow-up': {
    id: 'follow-up.zh-Hans.1',
    text: [
      ['reason', '【{brand}】客诉{ticket}收到客户补充：'],
      ['link', '{link} '],
    ],
  },
  incident: {
    id: 'incident.zh-Hans.1',
    text: [
      ['reason', '【{brand}】重大投诉：客诉{ticket}涉及群体性事件，'],
      ['what-to-do', '请提交处置方案，'],
      ['by-when', '时限{by}：'],
      ['link', '{link} '],
    ],
  },
};
