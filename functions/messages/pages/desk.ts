import type { Locale } from '../../domain/complaint-posted.ts';
import type { Words } from './words.ts';

/** What triage asks of its tables. */
export const QUESTION_WORDS: Words<string> = {
  en: {
    category: 'Category',
    severity: 'Severity',
    lane: 'Lane',
    urgent: 'Urgent or not',
    lead: 'Lead department',
    answer: 'Answer library',
  },
  'zh-Hans': {
    category: '类别',
    severity: '级别',
    lane: '通道',
    urgent: '紧急与否',
    lead: '主办部门',
    answer: '答复库',
  },
  'zh-Hant': {
    category: '類別',
    severity: '級別',
    lane: '通道',
    urgent: '緊急與否',
    lead: '主辦部門',
    answer: '答覆庫',
  },
} satisfies Words<'category' | 'severity' | 'lane' | 'urgent' | 'lead' | 'answer'>;

const en = {
  routeTitle: 'Route by hand',
  parkedTitle: 'A ticket that is stuck',
  why: 'Why the rules did not route it',
  table: 'Table',
  rule: 'Rule that matched',
  passedOver: 'Rules that did not',
  category: 'Category',
  severity: 'Severity',
  lead: 'Lead department',
  supporting: 'Supporting departments',
  route: 'Route it',
  happened: 'What happened',
  state: 'Stopped at',
  error: 'Error',
  parkedAt: 'Stopped',
  attempts: 'Times the workflow was started',
  contact: 'Contact',
  note: 'Your note',
  noteHint: 'The cause and what was done about it. It is kept.',
  resume: 'Resume',
  resumeHint: 'The workflow begins at the top; nothing that is done is done twice.',
};
type DeskTexts = typeof en;

const zhHans: DeskTexts = {
  routeTitle: '人工分诊',
  parkedTitle: '待人工处置的工单',
  why: '规则未能分派的原因',
  table: '规则表',
  rule: '命中规则',
  passedOver: '未命中的规则',
  category: '类别',
  severity: '级别',
  lead: '主办部门',
  supporting: '协办部门',
  route: '确认分派',
  happened: '发生了什么',
  state: '停在步骤',
  error: '错误',
  parkedAt: '停下时间',
  attempts: '流程启动次数',
  contact: '联系方式',
  note: '处置说明',
  noteHint: '写明原因和已采取的措施，将留存备查。',
  resume: '恢复办理',
  resumeHint: '流程从头执行，已完成的步骤不会重复。',
};

const zhHant: DeskTexts = {
  routeTitle: '人工分診',
  parkedTitle: '待人工處置的工單',
  why: '規則未能分派的原因',
  table: '規則表',
  rule: '命中規則',
  passedOver: '未命中的規則',
  category: '類別',
  severity: '級別',
  lead: '主辦部門',
  supporting: '協辦部門',
  route: '確認分派',
  happened: '發生了什麼',
  state: '停在步驟',
  error: '錯誤',
  parkedAt: '停下時間',
  attempts: '流程啟動次數',
  contact: '聯絡方式',
  note: '處置說明',
  noteHint: '寫明原因和已採取的措施，將留存備查。',
  resume: '恢復辦理',
  resumeHint: '流程從頭執行，已完成的步驟不會重複。',
};

/** The page of the triage desk: to route by hand, or to set going again what is stuck. */
export const DESK_TEXTS: Readonly<Record<Locale, DeskTexts>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
