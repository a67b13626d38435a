import type { Locale } from '../../domain/complaint-posted.ts';

const en = {
  fileTitle: 'Your findings',
  factsHint: 'What happened, how you checked it, and what you found.',
  kind: 'kind',
  evidenceReference: 'reference, or where it is kept',
  row: (name: string, n: number) => `${name} ${n}`,
  moreRows: 'More rows',
  citation: 'name and clause',
  demand: (n: number) => `Demand ${n}`,
  verdict: 'Your answer',
  reason: 'Reason',
  amount: (currency: string) => `Amount (${currency})`,
  amountHint: 'In whole units and decimals; not needed for an apology, a fix or coaching.',
  file: 'File findings',
  reviewed: 'I have gone through the findings again',
  fileHint: 'They go on to approval and cannot be changed afterwards.',
};
type FindingsFormTexts = typeof en;

const zhHans: FindingsFormTexts = {
  fileTitle: '提交调查结论',
  factsHint: '写明经过、核实方式与结果。',
  kind: '种类',
  evidenceReference: '编号或存放位置',
  row: (name, n) => `${name} ${n}`,
  moreRows: '再加几行',
  citation: '名称与条款',
  demand: (n) => `诉求 ${n}`,
  verdict: '意见',
  reason: '理由',
  amount: (currency) => `金额（${currency}）`,
  amountHint: '按货币单位填写，可带小数；致歉、改进、辅导可不填。',
  file: '提交结论',
  reviewed: '我已重新核对以上调查结果',
  fileHint: '提交后进入审批，不能再修改。',
};

const zhHant: FindingsFormTexts = {
  fileTitle: '提交調查結論',
  factsHint: '寫明經過、核實方式與結果。',
  kind: '種類',
  evidenceReference: '編號或存放位置',
  row: (name, n) => `${name} ${n}`,
  moreRows: '再加幾行',
  citation: '名稱與條款',
  demand: (n) => `訴求 ${n}`,
  verdict: '意見',
  reason: '理由',
  amount: (currency) => `金額（${currency}）`,
  amountHint: '按貨幣單位填寫，可帶小數；致歉、改進、輔導可不填。',
  file: '提交結論',
  reviewed: '我已重新核對以上調查結果',
  fileHint: '提交後進入審批，不能再修改。',
};

/** The form by which a department files what it found. */
export const FINDINGS_FORM_TEXTS: Readonly<Record<Locale, FindingsFormTexts>> = {
  en,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
};
