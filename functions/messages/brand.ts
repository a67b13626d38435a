import type { Locale } from '../domain/complaint-posted.ts';

/** The bank's name as it signs messages and letters. Carriers in China require it in brackets before the text. */
export const BRAND: Readonly<Record<Locale, string>> = {
  'zh-Hans': '样例银行',
  'zh-Hant': '樣例銀行',
  en: 'Sample Bank',
};
