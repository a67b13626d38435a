import type { Locale } from '../domain/complaint-posted.ts';
import type { Table } from './table.ts';

/** Who can lead a ticket. */
export type DepartmentRow = readonly [id: string, labels: Readonly<Record<Locale, string>>];

// biome-ignore format: a decision table is read in columns
export const DEPARTMENTS: Table<DepartmentRow> = {
  id: 'departments', version: '1', source: 'bank policy',
  rows: [
    ['risk-control',                 { 'zh-Hans': '风险控制部',   'zh-Hant': '風險控制部',   en: 'Risk control' }],
    ['accounting',                   { 'zh-Hans': '账务部',       'zh-Hant': '賬務部',       en: 'Accounting' }],
    ['marketing',                    { 'zh-Hans': '市场部',       'zh-Hant': '市場部',       en: 'Marketing' }],
    ['technology',                   { 'zh-Hans': '科技部',       'zh-Hant': '科技部',       en: 'Technology' }],
    ['customer-service',             { 'zh-Hans': '客户服务部',   'zh-Hant': '客戶服務部',   en: 'Customer service' }],
    ['collections-credit-reporting', { 'zh-Hans': '催收与征信部', 'zh-Hant': '催收與徵信部', en: 'Collections and credit reporting' }],
  ],
};

/** The complaint desk itself (triage, duty, head office): holds what no rule can route, and leads no investigation. */
export const COMPLAINT_DESK = 'complaint-desk';
