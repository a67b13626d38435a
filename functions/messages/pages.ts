import { Locale } from '../domain/complaint-posted.ts';
import { en } from './pages/en.ts';
import { type PageTexts, zhHans } from './pages/zh-hans.ts';
import { zhHant } from './pages/zh-hant.ts';

export type { PageTexts };

/** What the pages say, by locale. */
export const PAGES: Readonly<Record<Locale, PageTexts>> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };

/** Each language under its own name, for the switch. */
export const LANGUAGES: Readonly<Record<Locale, string>> = { 'zh-Hans': '简体', 'zh-Hant': '繁體', en: 'English' };

/** The locale that a query or a header names, if it is one of ours. */
export const localeOf = (name: string | undefined): Locale | undefined =>
  Locale.options.find((locale) => locale === name);
