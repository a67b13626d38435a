import type { Locale } from '../domain/complaint-posted.ts';

const en = {
  ask: 'Send me a code',
  askHint: 'This needs a one-time code. It goes by SMS to the telephone that the bank has for you.',
  another: 'Send another code',
  label: 'Code from the SMS',
  sent: (at: string, until: string, zone: string) => `Sent at ${at}, valid until ${until} (${zone}).`,
  notSent: 'The SMS could not be sent. Please ask for another code, or tell the complaint desk.',
  triesLeft: (tries: number) => `${tries} ${tries === 1 ? 'try' : 'tries'} left.`,
  problems: {
    none: 'First ask for a code. What you wrote is still here.',
    missing: 'Please type the six digits of the code.',
    over: 'The time of this code is over. Please ask for another. What you wrote is still here.',
    wrong: 'Wrong code.',
    void: 'The code was wrong too often and is void. Please ask for another. What you wrote is still here.',
  },
  confirmed: 'Confirmed by a code sent to their telephone',
};
export type CodeTexts = typeof en;

const zhHans: CodeTexts = {
  ask: '获取验证码',
  askHint: '此操作需要一次性验证码，将以短信发送至您在本行登记的手机。',
  another: '重新获取验证码',
  label: '短信验证码',
  sent: (at, until, zone) => `已于 ${at} 发送，${until} 前有效（${zone}）。`,
  notSent: '短信未能发出，请重新获取，或联系投诉处理台。',
  triesLeft: (tries) => `还可尝试 ${tries} 次。`,
  problems: {
    none: '请先获取验证码，已填写的内容仍保留在页面上。',
    missing: '请输入六位数字验证码。',
    over: '验证码已过期，请重新获取，已填写的内容仍保留在页面上。',
    wrong: '验证码错误。',
    void: '错误次数过多，验证码已作废，请重新获取，已填写的内容仍保留在页面上。',
  },
  confirmed: '已通过手机验证码确认',
};

const zhHant: CodeTexts = {
  ask: '取得驗證碼',
  askHint: '此操作需要一次性驗證碼，將以短訊發送至您在本行登記的手機。',
  another: '重新取得驗證碼',
  label: '短訊驗證碼',
  sent: (at, until, zone) => `已於 ${at} 發送，${until} 前有效（${zone}）。`,
  notSent: '短訊未能發出，請重新取得，或聯絡投訴處理台。',
  triesLeft: (tries) => `還可嘗試 ${tries} 次。`,
  problems: {
    none: '請先取得驗證碼，已填寫的內容仍保留在頁面上。',
    missing: '請輸入六位數字驗證碼。',
    over: '驗證碼已過期，請重新取得，已填寫的內容仍保留在頁面上。',
    wrong: '驗證碼錯誤。',
    void: '錯誤次數過多，驗證碼已作廢，請重新取得，已填寫的內容仍保留在頁面上。',
  },
  confirmed: '已通過手機驗證碼確認',
};

/** What pages say of one-time codes. */
export const CODE_TEXTS: Readonly<Record<Locale, CodeTexts>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
