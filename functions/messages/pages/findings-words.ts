import type * as z from 'zod/mini';
import type { BasisKind, EvidenceKind, Liability, RemedyKind, RootCause, Verdict } from '../../domain/case-file.ts';
import type { Words } from './words.ts';

export const EVIDENCE_WORDS: Words<z.infer<typeof EvidenceKind>> = {
  en: {
    'transaction-record': 'Transaction record',
    'system-log': 'System log',
    'customer-file': 'Customer file',
    'marketing-material': 'Marketing material',
    'call-recording': 'Call recording',
    other: 'Other',
  },
  'zh-Hans': {
    'transaction-record': '交易记录',
    'system-log': '系统日志',
    'customer-file': '客户资料',
    'marketing-material': '宣传材料',
    'call-recording': '通话录音',
    other: '其他',
  },
  'zh-Hant': {
    'transaction-record': '交易記錄',
    'system-log': '系統日誌',
    'customer-file': '客戶資料',
    'marketing-material': '宣傳材料',
    'call-recording': '通話錄音',
    other: '其他',
  },
};

export const LIABILITY_WORDS: Words<Liability> = {
  en: { bank: 'Bank', customer: 'Customer', 'third-party': 'Third party', shared: 'Shared', none: 'Nobody' },
  'zh-Hans': {
    bank: '银行责任',
    customer: '客户责任',
    'third-party': '第三方责任',
    shared: '共同责任',
    none: '无责任方',
  },
  'zh-Hant': {
    bank: '銀行責任',
    customer: '客戶責任',
    'third-party': '第三方責任',
    shared: '共同責任',
    none: '無責任方',
  },
};

export const BASIS_WORDS: Words<z.infer<typeof BasisKind>> = {
  en: { law: 'Law', regulator: 'Regulator', 'internal-rule': 'Internal rule', contract: 'Contract' },
  'zh-Hans': {
    law: '法律法规',
    regulator: '监管规定',
    'internal-rule': '内部制度',
    contract: '合同约定',
  },
  'zh-Hant': {
    law: '法律法規',
    regulator: '監管規定',
    'internal-rule': '內部制度',
    contract: '合約約定',
  },
};

export const REMEDY_WORDS: Words<RemedyKind> = {
  en: {
    'account-adjustment': 'Account adjustment',
    'fee-waiver': 'Fee waiver',
    apology: 'Apology',
    'process-fix': 'Process fix',
    coaching: 'Coaching',
  },
  'zh-Hans': {
    'account-adjustment': '账务调整',
    'fee-waiver': '费用减免',
    apology: '致歉',
    'process-fix': '流程改进',
    coaching: '员工辅导',
  },
  'zh-Hant': {
    'account-adjustment': '帳務調整',
    'fee-waiver': '費用減免',
    apology: '致歉',
    'process-fix': '流程改進',
    coaching: '員工輔導',
  },
};

/** What is answered to a demand. */
export const VERDICT_WORDS: Words<z.infer<typeof Verdict>> = {
  en: { accept: 'Accepted', part: 'Accepted in part', reject: 'Not accepted' },
  'zh-Hans': { accept: '支持', part: '部分支持', reject: '不支持' },
  'zh-Hant': { accept: '支持', part: '部分支持', reject: '不支持' },
};

export const ROOT_CAUSE_WORDS: Words<z.infer<typeof RootCause>> = {
  en: {
    process: 'Process',
    system: 'System',
    staff: 'Staff',
    product: 'Product',
    'third-party': 'Third party',
    customer: 'Customer',
    none: 'None',
  },
  'zh-Hans': {
    process: '流程',
    system: '系统',
    staff: '人员',
    product: '产品',
    'third-party': '第三方',
    customer: '客户',
    none: '无',
  },
  'zh-Hant': {
    process: '流程',
    system: '系統',
    staff: '人員',
    product: '產品',
    'third-party': '第三方',
    customer: '客戶',
    none: '無',
  },
};
