import type { Locale } from '../domain/complaint-posted.ts';

const en = {
  // to the complainant
  refused: {
    'last-round': 'This was the last review by the bank.',
    'too-late': 'The time to ask for a review is over.',
  },
  underWay: 'You asked for a review. Other people are looking at your case anew; you will hear from us.',
  writeTitle: 'Write to us about this answer',
  about: {
    question: 'I have a question',
    evidence: 'I have more to tell or to show',
    objection: 'I do not agree and ask for a review',
  },
  objectionHint: (day: string) => `A review can be asked for until ${day}. Other people than before will decide.`,
  text: 'Your message',
  send: 'Send',
  sent: 'What you wrote to us',
  // to people of the bank
  earlier: (round: number) => `Round ${round}, before this one`,
  openedBecause: 'Opened because of',
  because: {
    appeal: 'an objection of the complainant',
    reputation: 'a risk to the bank’s reputation',
    principle: 'a matter of principle',
  },
  approvedBy: 'Approved by',
  answer: 'The answer that was given',
  rating: 'Rating',
  grounds: 'Grounds of the objection',
  followUps: 'What the complainant added',
  kinds: {
    question: 'Question',
    evidence: 'Evidence',
    'new-facts': 'New facts',
    withdrawal: 'Withdrawal',
    objection: 'Objection',
  },
  attachments: (count: number) => `${count} attached`,
  open: {
    title: 'Have other people look at it anew',
    because: 'Why',
    reason: 'Your reasons',
    hint: 'The round ends here: other people investigate and decide at a higher level. What was found so far stays readable.',
    button: 'Open a new round',
  },
};
type RoundTexts = typeof en;

const zhHans: RoundTexts = {
  refused: { 'last-round': '本行内部的复核已全部完成。', 'too-late': '申请复核的期限已过。' },
  underWay: '您已申请复核，由其他人员重新处理，结果会通知您。',
  writeTitle: '就本答复联系我们',
  about: { question: '我有疑问', evidence: '我要补充情况或证据', objection: '我不同意，申请核查' },
  objectionHint: (day) => `可在${day}前申请核查，由其他人员重新处理。`,
  text: '内容',
  send: '提交',
  sent: '您已提交的内容',
  earlier: (round) => `此前的第 ${round} 轮处理`,
  openedBecause: '启动原因',
  because: { appeal: '投诉人提出异议', reputation: '声誉风险', principle: '原则性问题' },
  approvedBy: '审批人',
  answer: '当时的答复',
  rating: '评分',
  grounds: '异议理由',
  followUps: '投诉人的补充',
  kinds: { question: '疑问', evidence: '证据', 'new-facts': '新事实', withdrawal: '撤回', objection: '异议' },
  attachments: (count) => `附件 ${count} 份`,
  open: {
    title: '交由其他人员重新处理',
    because: '原因',
    reason: '理由',
    hint: '本轮到此结束，由其他人员重新调查，并由更高层级决定。此前的调查结果仍可查阅。',
    button: '开启新一轮',
  },
};

const zhHant: RoundTexts = {
  refused: { 'last-round': '本行內部的覆核已全部完成。', 'too-late': '申請覆核的期限已過。' },
  underWay: '您已申請覆核，由其他人員重新處理，結果會通知您。',
  writeTitle: '就本答覆聯絡我們',
  about: { question: '我有疑問', evidence: '我要補充情況或證據', objection: '我不同意，申請核查' },
  objectionHint: (day) => `可在${day}前申請核查，由其他人員重新處理。`,
  text: '內容',
  send: '提交',
  sent: '您已提交的內容',
  earlier: (round) => `此前的第 ${round} 輪處理`,
  openedBecause: '啟動原因',
  because: { appeal: '投訴人提出異議', reputation: '聲譽風險', principle: '原則性問題' },
  approvedBy: '審批人',
  answer: '當時的答覆',
  rating: '評分',
  grounds: '異議理由',
  followUps: '投訴人的補充',
  kinds: { question: '疑問', evidence: '證據', 'new-facts': '新事實', withdrawal: '撤回', objection: '異議' },
  attachments: (count) => `附件 ${count} 份`,
  open: {
    title: '交由其他人員重新處理',
    because: '原因',
    reason: '理由',
    hint: '本輪到此結束，由其他人員重新調查，並由更高層級決定。此前的調查結果仍可查閱。',
    button: '開啟新一輪',
  },
};

/** What pages say of rounds, and of what comes beside them. */
export const ROUND_TEXTS: Readonly<Record<Locale, RoundTexts>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
