import type { Locale } from '../domain/complaint-posted.ts';
import type { TicketEvent } from '../domain/ticket-event.ts';

type Outcome = Extract<TicketEvent, { type: 'Called' }>['outcome'];

export type CallTexts = Readonly<{
  title: string;
  number: string;
  name: string;
  theirTime: string;
  hours: (from: string, to: string) => string;
  wait: string;
  say: string;
  report: string;
  dialledAt: string;
  dialledHint: (zone: string) => string;
  outcome: string;
  outcomes: Readonly<Record<Outcome, string>>;
  submit: string;
  hint: string;
  /** Of a call that is written down when it is owed no more: what it counts for, or why it does not. */
  late: Readonly<Record<'report' | 'hint' | 'counts' | 'over' | 'not-reached', string>>;
}>;

/** What the page says to whoever calls a complainant. */
export const CALL: Readonly<Record<Locale, CallTexts>> = {
  'zh-Hans': {
    title: '致电客户',
    number: '电话号码',
    name: '客户',
    theirTime: '客户当地时间',
    hours: (from, to) => `可联系时段 ${from}–${to}`,
    wait: '现在不是客户的可联系时段，除非时限将至，请稍后致电。',
    say: '请告知客户的内容',
    report: '通话记录',
    dialledAt: '拨打时间',
    dialledHint: (zone) => `${zone} 时间。时限内拨出即为时限内答复，无论是否接通。`,
    outcome: '结果',
    outcomes: {
      reached: '已接通并告知',
      'no-answer': '无人接听',
      'wrong-number': '号码有误',
      'declined-to-talk': '客户不愿通话',
    },
    submit: '提交记录',
    hint: '提交后，答复函链接将通过其他方式发送给客户。',
    late: {
      report: '之前已拨打？请补记',
      hint: '您的通话会留在案件记录中。只有在该通话仍需进行时已接通客户，才算作答复。',
      counts: '该通话在仍需进行时接通了客户：期限按拨打时间判定。',
      over: '拨打时已不再需要该通话：仅作为一次联系尝试记录，不算答复。',
      'not-reached': '未接通客户：仅作为一次联系尝试记录，期限不变。',
    },
  },
  'zh-Hant': {
    title: '致電客戶',
    number: '電話號碼',
    name: '客戶',
    theirTime: '客戶當地時間',
    hours: (from, to) => `可聯絡時段 ${from}–${to}`,
    wait: '現在不是客戶的可聯絡時段，除非時限將至，請稍後致電。',
    say: '請告知客戶的內容',
    report: '通話記錄',
    dialledAt: '撥打時間',
    dialledHint: (zone) => `${zone} 時間。時限內撥出即為時限內答覆，無論是否接通。`,
    outcome: '結果',
    outcomes: {
      reached: '已接通並告知',
      'no-answer': '無人接聽',
      'wrong-number': '號碼有誤',
      'declined-to-talk': '客戶不願通話',
    },
    submit: '提交記錄',
    hint: '提交後，答覆函連結將透過其他方式發送給客戶。',
    late: {
      report: '之前已撥打？請補記',
      hint: '您的通話會留在案件記錄中。只有在該通話仍需進行時已接通客戶，才算作答覆。',
      counts: '該通話在仍需進行時接通了客戶：期限按撥打時間判定。',
      over: '撥打時已不再需要該通話：僅作為一次聯絡嘗試記錄，不算答覆。',
      'not-reached': '未接通客戶：僅作為一次聯絡嘗試記錄，期限不變。',
    },
  },
  en: {
    title: 'Call the complainant',
    number: 'Number',
    name: 'Name',
    theirTime: 'Their time now',
    hours: (from, to) => `may be called from ${from} to ${to}`,
    wait: 'They may not be disturbed now. Please wait, unless the date by law would pass.',
    say: 'What to tell them',
    report: 'Your call',
    dialledAt: 'When you dialled',
    dialledHint: (zone) =>
      `By the clock of ${zone}. Dialled in time is answered in time, whether or not anybody picks up.`,
    outcome: 'What came of it',
    outcomes: {
      reached: 'Reached, and told',
      'no-answer': 'Nobody answered',
      'wrong-number': 'Wrong number',
      'declined-to-talk': 'Did not want to talk',
    },
    submit: 'File the call',
    hint: 'The link to the letter then goes to them by the other ways there are.',
    late: {
      report: 'Dialled before that? Write it down',
      hint: 'Your call stays on the case. It counts as the answer only where it reached the customer while it was owed.',
      counts: 'It reached the customer while it was owed: the dates are judged by when you dialled.',
      over: 'It was dialled when it was owed no more: it is on the case as an attempt, and is no answer.',
      'not-reached': 'It did not reach the customer: it is on the case as an attempt, and the date stands.',
    },
  },
};
