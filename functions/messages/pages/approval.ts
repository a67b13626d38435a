import type { Locale } from '../../domain/complaint-posted.ts';

const en = {
  title: 'Approve a proposal',
  proposal: 'The proposal',
  versionLabel: 'Version',
  version: (n: number) => `${n}`,
  investigatedBy: 'Investigated by',
  level: 'Level',
  rule: 'Rule',
  earlier: 'Approved before',
  noneBefore: 'You are the first level',
  jump: 'To the decision',
  approve: 'Approve this proposal',
  approveHint: 'You approve what is on this page and nothing else.',
  returnTitle: 'Not convinced? Return it',
  returnReason: 'Your reasons',
  returnHint: 'What is to be added or corrected. The department reads it word for word.',
  return: 'Return it',
};
type ApprovalTexts = typeof en;

const zhHans: ApprovalTexts = {
  title: '审批处理方案',
  proposal: '处理方案',
  versionLabel: '版本',
  version: (n) => `第 ${n} 版`,
  investigatedBy: '调查人',
  level: '审批层级',
  rule: '适用规则',
  earlier: '之前的审批',
  noneBefore: '您是第一级审批人',
  jump: '前往审批',
  approve: '同意该方案',
  approveHint: '同意仅对本页所示方案有效。',
  returnTitle: '不同意？退回补充调查',
  returnReason: '退回意见',
  returnHint: '写明需要补充或更正的内容，调查部门将看到原文。',
  return: '退回',
};

const zhHant: ApprovalTexts = {
  title: '審批處理方案',
  proposal: '處理方案',
  versionLabel: '版本',
  version: (n) => `第 ${n} 版`,
  investigatedBy: '調查人',
  level: '審批層級',
  rule: '適用規則',
  earlier: '之前的審批',
  noneBefore: '您是第一級審批人',
  jump: '前往審批',
  approve: '同意該方案',
  approveHint: '同意僅對本頁所示方案有效。',
  returnTitle: '不同意？退回補充調查',
  returnReason: '退回意見',
  returnHint: '寫明需要補充或更正的內容，調查部門將看到原文。',
  return: '退回',
};

/** The page of a manager who approves a proposal, or returns it. */
export const APPROVAL_TEXTS: Readonly<Record<Locale, ApprovalTexts>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
