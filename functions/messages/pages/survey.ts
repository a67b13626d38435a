import type { Locale } from '../../domain/complaint-posted.ts';
import type { SurveyReason } from '../../pages/survey-reasons.ts';

/** From 1 to 5. */
export const SCORE_WORDS: Readonly<Record<Locale, readonly string[]>> = {
  en: ['Very dissatisfied', 'Dissatisfied', 'Neither', 'Satisfied', 'Very satisfied'],
  'zh-Hans': ['非常不满意', '不满意', '一般', '满意', '非常满意'],
  'zh-Hant': ['非常不滿意', '不滿意', '一般', '滿意', '非常滿意'],
};

const en = {
  title: 'How did we handle it?',
  intro: 'Your rating helps us to do better. It does not touch any of your rights.',
  score: 'How satisfied are you?',
  reason: 'What mattered most',
  reasons: {
    speed: 'How long it took',
    clarity: 'How clear the answer is',
    outcome: 'What was decided',
    attitude: 'How we treated you',
    other: 'Something else',
  } satisfies Record<SurveyReason, string>,
  comment: 'Your comment',
  appealTitle: 'You do not agree with the outcome?',
  appeal: 'I ask for a review',
  appealHint: 'Other people than before will look at it.',
  grounds: 'Why you ask for a review',
  submit: 'Send',
  thanks: 'Thank you',
  thanksText: 'We have received your rating.',
  appealReceived: 'Your request for a review is on record. We will be in touch.',
  yourScore: 'Your rating',
  expired: 'The survey is closed',
  expiredText: 'Its time has passed. If you do not agree with the outcome, please call us.',
  hotline: 'Questions',
};
type SurveyTexts = typeof en;

const zhHans: SurveyTexts = {
  title: '请评价本次处理',
  intro: '您的评价只用于改进服务，不影响您的其他权利。',
  score: '您对处理是否满意？',
  reason: '主要原因',
  reasons: {
    speed: '处理速度',
    clarity: '答复是否清楚',
    outcome: '处理结果',
    attitude: '服务态度',
    other: '其他',
  },
  comment: '您的意见',
  appealTitle: '不同意处理结果？',
  appeal: '我要申请复核',
  appealHint: '复核由未参与本件的人员办理。',
  grounds: '申请复核的理由',
  submit: '提交评价',
  thanks: '感谢您的评价',
  thanksText: '我们已收到您的评价。',
  appealReceived: '您的复核申请已登记，我们将另行与您联系。',
  yourScore: '您的评分',
  expired: '评价已截止',
  expiredText: '评价期限已过。如对处理结果有异议，请致电我们。',
  hotline: '咨询电话',
};

const zhHant: SurveyTexts = {
  title: '請評價本次處理',
  intro: '您的評價只用於改進服務，不影響您的其他權利。',
  score: '您對處理是否滿意？',
  reason: '主要原因',
  reasons: {
    speed: '處理速度',
    clarity: '答覆是否清楚',
    outcome: '處理結果',
    attitude: '服務態度',
    other: '其他',
  },
  comment: '您的意見',
  appealTitle: '不同意處理結果？',
  appeal: '我要申請覆核',
  appealHint: '覆核由未參與本件的人員辦理。',
  grounds: '申請覆核的理由',
  submit: '提交評價',
  thanks: '感謝您的評價',
  thanksText: '我們已收到您的評價。',
  appealReceived: '您的覆核申請已登記，我們將另行與您聯絡。',
  yourScore: '您的評分',
  expired: '評價已截止',
  expiredText: '評價期限已過。如對處理結果有異議，請致電我們。',
  hotline: '諮詢電話',
};

/** The page on which a complainant rates how they were treated, and asks for a review. */
export const SURVEY_TEXTS: Readonly<Record<Locale, SurveyTexts>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
