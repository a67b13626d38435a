import { html } from 'hono/html';
import type { Locale } from '../../domain/complaint-posted.ts';
import type { NowWith } from '../../domain/refusals.ts';
import { PAGES, type PageTexts } from '../../messages/pages.ts';
import { placeName } from './labels.ts';
import { type Html, layout } from './layout.ts';

export type RefusalName = keyof PageTexts['refusals'];

type Told = Readonly<{ back?: string | undefined; nowWith?: NowWith | undefined }>;

/** Why nothing was done, in a sentence a person understands. `back`: the page that was asked for, where it can be seen again. */
export function refusal(name: RefusalName, locale: Locale, { back, nowWith }: Told = {}): Html {
  const { refusals, common, people } = PAGES[locale];
  const { title, text } = refusals[name];
  return layout({
    locale,
    title,
    body: html`<section class="card bad" role="alert"><p>${text}</p>${nowWith && html`<p>${people.nowWith(placeName(nowWith, locale))}</p>`}${back && html`<p><a href="${back}">${common.backToPage}</a></p>`}</section>`,
    footer: html``,
  });
}
