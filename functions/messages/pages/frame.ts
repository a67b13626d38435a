import type { Locale } from '../../domain/complaint-posted.ts';

const en = {
  ticket: 'Case',
  language: 'Language',
  confidential: 'This link is for you alone. Please do not pass it on.',
};
type FrameTexts = typeof en;

const zhHans: FrameTexts = {
  ticket: '编号',
  language: '语言',
  confidential: '本链接仅供您本人使用，请勿转发。',
};

const zhHant: FrameTexts = {
  ticket: '編號',
  language: '語言',
  confidential: '本連結僅供您本人使用，請勿轉發。',
};

/** What stands around every page. */
export const FRAME_TEXTS: Readonly<Record<Locale, FrameTexts>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
