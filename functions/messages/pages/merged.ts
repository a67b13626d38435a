import type { Locale } from '../../domain/complaint-posted.ts';

const en = {
  title: 'Other complaints on the same matter',
  received: 'Received',
  due: 'Due by law',
  reason: 'Why they are two matters',
  part: 'Take apart',
  hint: 'It goes on by itself with its own dates, and is not joined to this one again.',
};
type MergedTexts = typeof en;

const zhHans: MergedTexts = {
  title: '同一事项的其他投诉',
  received: '收到时间',
  due: '法定期限',
  reason: '为什么是两件事',
  part: '拆分',
  hint: '拆分后该投诉按自己的期限单独处理，不会再与本件合并。',
};

const zhHant: MergedTexts = {
  title: '同一事項的其他投訴',
  received: '收到時間',
  due: '法定期限',
  reason: '為甚麼是兩件事',
  part: '拆分',
  hint: '拆分後該投訴按自己的期限單獨處理，不會再與本件合併。',
};

/** Posts that were joined to a ticket, and the form that takes one apart. */
export const MERGED_TEXTS: Readonly<Record<Locale, MergedTexts>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
