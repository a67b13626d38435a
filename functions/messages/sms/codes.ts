import type { Locale } from '../../domain/complaint-posted.ts';
import type { Template } from '../sms-text.ts';

/** The message with a one-time code: apart, because pages send no other. */
export const SMS_CODE: Readonly<Record<Locale, Template>> = {
  'zh-Hans': {
    id: 'code.zh-Hans.2',
    text: [
      ['what-to-do', '【{brand}】验证码{code}，用于处理客诉{ticket}，{minutes}分钟内有效。'],
      ['reason', '请勿告知任何人。'],
    ],
  },
  'zh-Hant': {
    id: 'code.zh-Hant.2',
    text: [
      ['what-to-do', '【{brand}】驗證碼{code}，用於處理客訴{ticket}，{minutes}分鐘內有效。'],
      ['reason', '請勿告知任何人。'],
    ],
  },
  en: {
    id: 'code.en.2',
    text: [
      ['what-to-do', '{brand}: code {code} for your work on complaint {ticket}, valid {minutes} minutes. '],
      ['reason', 'Nobody else needs it.'],
    ],
  },
};
