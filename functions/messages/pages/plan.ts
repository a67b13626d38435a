import type { Locale } from '../../domain/complaint-posted.ts';

const en = {
  title: 'Plan for an incident',
  incident: 'Incident',
  rule: 'Raised by',
  tickets: 'Complaints',
  label: 'What is done, by whom and by when',
  hint: 'How it is contained, how customers are looked after, what follows, and who is told.',
  file: 'File the plan',
};
type PlanTexts = typeof en;

const zhHans: PlanTexts = {
  title: '重大投诉应对方案',
  incident: '事件',
  rule: '触发规则',
  tickets: '涉及投诉',
  label: '做什么、谁负责、何时完成',
  hint: '请写明事态控制、客户安抚、后续步骤和报告安排。',
  file: '提交方案',
};

const zhHant: PlanTexts = {
  title: '重大投訴應對方案',
  incident: '事件',
  rule: '觸發規則',
  tickets: '涉及投訴',
  label: '做甚麼、誰負責、何時完成',
  hint: '請寫明事態控制、客戶安撫、後續步驟和報告安排。',
  file: '提交方案',
};

/** The page of the incident officer. */
export const PLAN_TEXTS: Readonly<Record<Locale, PlanTexts>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
