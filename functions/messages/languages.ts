import { Locale } from '../domain/complaint-posted.ts';

/** Each language under its own name, for the switch. */
export const LANGUAGES: Readonly<Record<Locale, string>> = { 'zh-Hans': '简体', 'zh-Hant': '繁體', en: 'English' };

/** The locale that a query or a header names, if it is one of ours. */
export const localeOf = (name: string | undefined): Locale | undefined =>
  Locale.options.find((locale) => locale === name);
