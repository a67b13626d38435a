import { html } from 'hono/html';
import type { Locale } from '../../domain/complaint-posted.ts';
import type { NowWith } from '../../domain/refusals.ts';
import { REFUSAL_TEXTS, REFUSALS } from '../../messages/pages/refusals.ts';
import { TASK_REFUSALS } from '../../messages/pages/task-refusals.ts';
import { said } from './facts.ts';
import { placeName } from './labels.ts';
import { type Html, layout } from './layout.ts';

const ALL = { ...REFUSALS, ...TASK_REFUSALS };
export type RefusalName = keyof typeof ALL;

/** `wrote`: what its person had written, so that no word of theirs is lost with the form. */
type Told = Readonly<{
  back?: string | undefined;
  nowWith?: NowWith | undefined;
  againInHours?: number | undefined;
  wrote?: readonly string[];
}>;

/** Why nothing was done, in a sentence a person understands. `back`: the page that was asked for, where it can be seen again. */
export function refusal(
  name: RefusalName,
  locale: Locale,
  { back, nowWith, againInHours, wrote = [] }: Told = {},
): Html {
  const { title, text } = ALL[name][locale];
  const texts = REFUSAL_TEXTS[locale];
  return layout({
    locale,
    title,
    body: html`<section class="card bad" role="alert"><p>${text}</p>${againInHours && html`<p>${texts.againInHours(againInHours)}</p>`}${nowWith && html`<p>${texts.nowWith(placeName(nowWith, locale))}</p>`}${back && html`<p><a href="${back}">${texts.backToPage}</a></p>`}</section>
${wrote.length > 0 && html`<section class="card"><h2>${texts.wrote}</h2>${wrote.map(said)}</section>`}`,
    footer: html``,
  });
}
