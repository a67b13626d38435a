import type { Channel, Kind, Standing, Tier } from '../../domain/complaint-posted.ts';
import type { Severity } from '../../domain/event-words.ts';
import type { Words } from './words.ts';

export const CHANNEL_WORDS: Words<Channel> = {
  en: {
    phone: 'Phone',
    app: 'App',
    web: 'Website',
    branch: 'Branch',
    sms: 'SMS',
    wechat: 'WeChat',
    weibo: 'Weibo',
    'e-mail': 'E-mail',
    'self-service': 'Self-service',
    regulator: 'Regulator',
    'third-party': 'Third party',
  },
  'zh-Hans': {
    phone: '电话',
    app: '手机银行',
    web: '网站',
    branch: '网点',
    sms: '短信',
    wechat: '微信',
    weibo: '微博',
    'e-mail': '电子邮件',
    'self-service': '自助设备',
    regulator: '监管部门',
    'third-party': '第三方',
  },
  'zh-Hant': {
    phone: '電話',
    app: '手機銀行',
    web: '網站',
    branch: '分行',
    sms: '短訊',
    wechat: '微信',
    weibo: '微博',
    'e-mail': '電郵',
    'self-service': '自助服務機',
    regulator: '監管機構',
    'third-party': '第三方',
  },
};

export const KIND_WORDS: Words<Kind> = {
  en: { complaint: 'Complaint', inquiry: 'Inquiry', suggestion: 'Suggestion', praise: 'Praise' },
  'zh-Hans': { complaint: '投诉', inquiry: '咨询', suggestion: '建议', praise: '表扬' },
  'zh-Hant': { complaint: '投訴', inquiry: '諮詢', suggestion: '建議', praise: '表揚' },
};

/** Of cards. */
export const TIER_WORDS: Words<Tier> = {
  en: { standard: 'Standard', gold: 'Gold', platinum: 'Platinum', 'co-brand': 'Co-brand' },
  'zh-Hans': { standard: '普卡', gold: '金卡', platinum: '白金卡', 'co-brand': '联名卡' },
  'zh-Hant': { standard: '普卡', gold: '金卡', platinum: '白金卡', 'co-brand': '聯名卡' },
};

/** In whose name somebody complains. */
export const STANDING_WORDS: Words<Standing> = {
  en: { self: 'Cardholder', representative: 'Representative', heir: 'Heir', none: 'Not authorised' },
  'zh-Hans': {
    self: '本人',
    representative: '受托人',
    heir: '继承人',
    none: '未获授权',
  },
  'zh-Hant': {
    self: '本人',
    representative: '受托人',
    heir: '繼承人',
    none: '未獲授權',
  },
};

export const SEVERITY_WORDS: Words<Severity> = {
  en: { simple: 'Simple', complex: 'Complex', major: 'Major' },
  'zh-Hans': { simple: '简单', complex: '复杂', major: '重大' },
  'zh-Hant': { simple: '簡單', complex: '複雜', major: '重大' },
};
