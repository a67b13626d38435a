import type { Locale } from '../domain/complaint-posted.ts';

const en = {
  title: 'We need more time',
  promised: (day: string) => `We said that you would have our answer by ${day}.`,
  now: (day: string) => `We need longer: you will have it by ${day}.`,
  why: 'Why',
  usual:
    'What you told us takes more checking than usual, and the checks are not finished. We are still working on your case and want to give you an answer that holds.',
  rights: 'This does not touch any of your rights. If you have questions, please call',
  over: (day: string) => `This has changed since: you will have our answer by ${day}.`,
  answered: 'We have answered meanwhile. Please use the link in our latest message.',
};
type NoticeTexts = typeof en;

const zhHans: NoticeTexts = {
  title: '我们需要更多时间',
  promised: (day) => `我们原定最迟在 ${day} 答复您。`,
  now: (day) => `现需延长，最迟在 ${day} 答复您。`,
  why: '延长的原因',
  usual: '您反映的情况需要核实的内容较多，目前尚未核实完毕。我们仍在办理，为给您一个负责任的答复，需要更多时间。',
  rights: '延长时间不影响您的任何权利。如有疑问，请致电',
  over: (day) => `这一安排已有变化：我们最迟在 ${day} 答复您。`,
  answered: '我们已经答复您，请查看最近一条短信中的链接。',
};

const zhHant: NoticeTexts = {
  title: '我們需要更多時間',
  promised: (day) => `我們原定最遲在 ${day} 答覆您。`,
  now: (day) => `現需延長，最遲在 ${day} 答覆您。`,
  why: '延長的原因',
  usual: '您反映的情況需要核實的內容較多，目前尚未核實完畢。我們仍在辦理，為給您一個負責任的答覆，需要更多時間。',
  rights: '延長時間不影響您的任何權利。如有疑問，請致電',
  over: (day) => `這一安排已有變化：我們最遲在 ${day} 答覆您。`,
  answered: '我們已經答覆您，請查看最近一條短訊中的連結。',
};

/** What a complainant reads of longer time. */
export const NOTICE_TEXTS: Readonly<Record<Locale, NoticeTexts>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
