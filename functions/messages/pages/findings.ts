import type { Locale } from '../../domain/complaint-posted.ts';

const en = {
  byDepartment: (department: string) => `Findings of ${department}`,
  facts: 'Facts',
  evidence: 'Evidence',
  liability: 'Liability',
  basis: 'Basis',
  answers: 'Answer to each demand',
  remedies: 'Remedies',
  noRemedies: 'No remedies proposed',
  rootCause: 'Root cause',
  total: 'Total',
};
type FindingsTexts = typeof en;

const zhHans: FindingsTexts = {
  byDepartment: (department) => `${department}的调查结论`,
  facts: '查明的事实',
  evidence: '证据',
  liability: '责任认定',
  basis: '依据',
  answers: '对各项诉求的答复',
  remedies: '处理措施',
  noRemedies: '未提出处理措施',
  rootCause: '问题根源',
  total: '金额合计',
};

const zhHant: FindingsTexts = {
  byDepartment: (department) => `${department}的調查結論`,
  facts: '查明的事實',
  evidence: '證據',
  liability: '責任認定',
  basis: '依據',
  answers: '對各項訴求的答覆',
  remedies: '處理措施',
  noRemedies: '未提出處理措施',
  rootCause: '問題根源',
  total: '金額合計',
};

/** The parts of what a department found, in its form and wherever it is read. */
export const FINDINGS_TEXTS: Readonly<Record<Locale, FindingsTexts>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
