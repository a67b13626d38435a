import type { Locale } from '../../domain/complaint-posted.ts';

const en = {
  extendTitle: 'More time needed? Ask for it',
  extendClock: 'Clock and new date',
  extendReason: 'Why more time is needed',
  extendHint: 'The customer reads it word for word: please write it in their language.',
  extend: 'Ask for more time',
  stopTitle: 'Let the clock stand still',
  stopReason: 'For what',
  stopHint: 'Only for these. The customer is told; no other date is touched.',
  stop: 'Stop the clock',
  resumeTitle: 'Let the clock go on',
  resumeHint: 'The date moves by the days it stood.',
  resumeOver: 'The reason to stand still is over',
  resume: 'Go on',
  factsTitle: 'What the customer added',
  factsHint:
    'Confirmed as new facts, the time runs anew from the day they came, and the customer is told. Once for each addition.',
  factsWhich: 'Which',
  factsReason: 'Why it is new',
  facts: 'Confirm as new facts',
};
type ClockFormTexts = typeof en;

const zhHans: ClockFormTexts = {
  extendTitle: '需要更多时间？申请延期',
  extendClock: '时限与新期限',
  extendReason: '延期理由',
  extendHint: '客户会看到原文，请用客户的语言填写：为什么需要更多时间。',
  extend: '提交申请',
  stopTitle: '中止计时',
  stopReason: '事由',
  stopHint: '仅限所列事由。将告知客户；其他时限不受影响。',
  stop: '中止计时',
  resumeTitle: '恢复计时',
  resumeHint: '期限按中止的天数顺延。',
  resumeOver: '中止事由已消除',
  resume: '恢复计时',
  factsTitle: '客户补充的情况',
  factsHint: '确认属于新事实后，时限自收到之日重新计算，并告知客户。每次补充只能确认一次。',
  factsWhich: '补充内容',
  factsReason: '为什么属于新事实',
  facts: '确认为新事实',
};

const zhHant: ClockFormTexts = {
  extendTitle: '需要更多時間？申請延期',
  extendClock: '時限與新期限',
  extendReason: '延期理由',
  extendHint: '客戶會看到原文，請用客戶的語言填寫：為什麼需要更多時間。',
  extend: '提交申請',
  stopTitle: '中止計時',
  stopReason: '事由',
  stopHint: '僅限所列事由。將告知客戶；其他時限不受影響。',
  stop: '中止計時',
  resumeTitle: '恢復計時',
  resumeHint: '期限按中止的天數順延。',
  resumeOver: '中止事由已消除',
  resume: '恢復計時',
  factsTitle: '客戶補充的情況',
  factsHint: '確認屬於新事實後，時限自收到之日重新計算，並告知客戶。每次補充只能確認一次。',
  factsWhich: '補充內容',
  factsReason: '為什麼屬於新事實',
  facts: '確認為新事實',
};

/** The forms that move the dates of a case. */
export const CLOCK_FORM_TEXTS: Readonly<Record<Locale, ClockFormTexts>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
