import type { Locale } from '../../domain/complaint-posted.ts';
import type { Words } from './words.ts';

/** The clocks of the law, by what is owed. */
export const CLOCK_WORDS: Words<string> = {
  en: {
    decide: 'Decide and tell the customer',
    transferred: 'Answer what was passed on',
    acknowledge: 'Acknowledge',
    summary: 'Resolve, for a summary response',
    verification: 'Verify',
  },
  'zh-Hans': {
    decide: '作出处理决定并告知',
    transferred: '转办件答复',
    acknowledge: '受理告知',
    summary: '简易答复',
    verification: '核查',
  },
  'zh-Hant': {
    decide: '作出處理決定並告知',
    transferred: '轉辦件答覆',
    acknowledge: '受理告知',
    summary: '簡易答覆',
    verification: '核查',
  },
} satisfies Words<'decide' | 'transferred' | 'acknowledge' | 'summary' | 'verification'>;

const en = {
  due: 'Due by law',
  dueInternal: 'Your deadline',
  overdue: 'Overdue',
  uncertain: 'Not certain: it counts days of a year that nobody has published',
};
type DueTexts = typeof en;

const zhHans: DueTexts = {
  due: '法定时限',
  dueInternal: '内部时限',
  overdue: '已超时',
  uncertain: '尚不确定：推算涉及尚未公布工作日安排的年份',
};

const zhHant: DueTexts = {
  due: '法定時限',
  dueInternal: '內部時限',
  overdue: '已超時',
  uncertain: '尚不確定：推算涉及尚未公布工作日安排的年份',
};

/** What stands beside a date. */
export const DUE_TEXTS: Readonly<Record<Locale, DueTexts>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
