import type { Locale } from '../../domain/complaint-posted.ts';

export type Refusal = Readonly<Record<Locale, Readonly<{ title: string; text: string }>>>;

/** Why a link or a form came to nothing, whatever was meant by it. */
export const REFUSALS = {
  LinkGone: {
    en: {
      title: 'This link is not valid, or has expired',
      text: 'Please use the link in the latest message. If it does not work either, get in touch with us.',
    },
    'zh-Hans': { title: '链接无效或已过期', text: '请使用最近一条短信中的链接；仍有疑问请联系我们。' },
    'zh-Hant': { title: '連結無效或已過期', text: '請使用最近一條短訊中的連結；仍有疑問請聯絡我們。' },
  },
  Erased: {
    en: {
      title: 'This record has been erased',
      text: 'The time for which it had to be kept is over. Nothing personal of this complaint is left.',
    },
    'zh-Hans': { title: '记录已清除', text: '本件的保存期限已届满，其中的个人信息已全部清除。' },
    'zh-Hant': { title: '記錄已清除', text: '本件的保存期限已屆滿，其中的個人資料已全部清除。' },
  },
  LogMovedOn: {
    en: {
      title: 'Too many people at once',
      text: 'Several people are working on this case at this moment. What you sent was not used; please try again shortly.',
    },
    'zh-Hans': { title: '系统繁忙', text: '同一时间有多人办理本件，本次提交未被采用，请稍后重试。' },
    'zh-Hant': { title: '系統繁忙', text: '同一時間有多人辦理本件，本次提交未被採用，請稍後重試。' },
  },
  TooLarge: {
    en: {
      title: 'This is too long',
      text: 'What you sent is over the limit. Please shorten it and send it again.',
    },
    'zh-Hans': { title: '内容过长', text: '提交的内容超过上限，请精简后重新提交。' },
    'zh-Hant': { title: '內容過長', text: '提交的內容超過上限，請精簡後重新提交。' },
  },
  NotAForm: {
    en: { title: 'This cannot be read', text: 'Please use the buttons on the page.' },
    'zh-Hans': { title: '无法识别的提交', text: '请用本页面上的按钮提交。' },
    'zh-Hant': { title: '無法識別的提交', text: '請用本頁面上的按鈕提交。' },
  },
  ForeignForm: {
    en: {
      title: 'This did not come from the page',
      text: 'What you sent was not used. Please open the link in your message, and use the buttons on that page.',
    },
    'zh-Hans': { title: '提交并非来自本页面', text: '本次提交未被采用。请打开短信中的链接，使用页面上的按钮提交。' },
    'zh-Hant': { title: '提交並非來自本頁面', text: '本次提交未被採用。請打開短訊中的連結，使用頁面上的按鈕提交。' },
  },
  TooManyForms: {
    en: {
      title: 'Too many forms in a short time',
      text: 'What you sent was not used. Please wait a minute, go back to the page, and send it again.',
    },
    'zh-Hans': { title: '提交过于频繁', text: '本次提交未被采用。请稍候一分钟，返回页面后重新提交。' },
    'zh-Hant': { title: '提交過於頻繁', text: '本次提交未被採用。請稍候一分鐘，返回頁面後重新提交。' },
  },
  TooManyCodes: {
    en: {
      title: 'No more codes by this link today',
      text: 'As many codes were sent as a day allows. The newest one is still good for its ten minutes. If you did not ask for them, somebody else may have your link: tell the complaint desk, which also finds a colleague if it cannot wait.',
    },
    'zh-Hans': {
      title: '本链接今日的验证码已达上限',
      text: '今日可发送的验证码已用完。最近收到的验证码在十分钟内仍然有效。如非您本人申请，您的链接可能已为他人所知，请告知投诉处理台；如事情紧急，处理台会另请同事办理。',
    },
    'zh-Hant': {
      title: '本連結今日的驗證碼已達上限',
      text: '今日可發送的驗證碼已用完。最近收到的驗證碼在十分鐘內仍然有效。如非您本人申請，您的連結可能已為他人所知，請告知投訴處理台；如事情緊急，處理台會另請同事辦理。',
    },
  },
  NoPhone: {
    en: {
      title: 'We have no telephone for you',
      text: 'A code can only go to the number that the roster has for you, and you are not on it. Please tell the complaint desk.',
    },
    'zh-Hans': { title: '没有您的手机号码', text: '验证码只发往值班名册登记的号码，名册中没有您。请联系投诉处理台。' },
    'zh-Hant': { title: '沒有您的手機號碼', text: '驗證碼只發往值班名冊登記的號碼，名冊中沒有您。請聯絡投訴處理台。' },
  },
  NoSuchPage: {
    en: { title: 'There is no such page', text: 'Please check that the link is complete.' },
    'zh-Hans': { title: '页面不存在', text: '请检查链接是否完整。' },
    'zh-Hant': { title: '頁面不存在', text: '請檢查連結是否完整。' },
  },
  Fault: {
    en: {
      title: 'Something went wrong on our side',
      text: 'What you sent may not have been used. Please try again shortly.',
    },
    'zh-Hans': { title: '系统出现故障', text: '您的提交可能未被采用，请稍后重试。' },
    'zh-Hant': { title: '系統出現故障', text: '您的提交可能未被採用，請稍後重試。' },
  },
} satisfies Record<string, Refusal>;

const en = {
  backToPage: 'Back to the page',
  wrote: 'What you wrote, to copy',
  againInHours: (hours: number) => `You can ask again in ${hours} ${hours === 1 ? 'hour' : 'hours'}.`,
  nowWith: (what: string) => `It is now with: ${what}.`,
};
type RefusalTexts = typeof en;

const zhHans: RefusalTexts = {
  backToPage: '返回页面',
  wrote: '您已填写的内容，可复制',
  againInHours: (hours) => `${hours} 小时后可重新获取。`,
  nowWith: (what) => `目前由${what}办理。`,
};

const zhHant: RefusalTexts = {
  backToPage: '返回頁面',
  wrote: '您已填寫的內容，可複製',
  againInHours: (hours) => `${hours} 小時後可重新取得。`,
  nowWith: (what) => `目前由${what}辦理。`,
};

/** What stands below a refusal. */
export const REFUSAL_TEXTS: Readonly<Record<Locale, RefusalTexts>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
