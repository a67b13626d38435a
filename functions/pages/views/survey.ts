import { html } from 'hono/html';
import type { AppealWindow } from '../../domain/appeal.ts';
import type { Locale } from '../../domain/complaint-posted.ts';
import type { Round, Task } from '../../domain/ticket.ts';
import { LETTER_TEXTS } from '../../messages/letter.ts';
import { PAGES, type PageTexts } from '../../messages/pages.ts';
import { ROUND_TEXTS } from '../../messages/rounds.ts';
import type { Typed } from '../form.ts';
import { checkbox, type Filled, faultList, optionsOf, radios, select, textArea } from './fields.ts';
import { type Html, layout } from './layout.ts';

/** `appeal`: whether a review can be asked for now. `round`: what the round came to. `ways`: to others than the bank. */
export type Survey = Readonly<{
  locale: Locale;
  id: string;
  hotline: string;
  task: Task;
  appeal: AppealWindow['state'];
  round: Round | undefined;
  ways: readonly string[];
}>;

export function surveyPage(survey: Survey, typed: Typed = {}, faults: Filled['faults'] = {}): Html {
  const { locale, id, task } = survey;
  const texts = PAGES[locale];
  if (task.closed?.outcome === 'expired') return notice(survey, texts.survey.expired, texts.survey.expiredText);
  if (task.closed) return thanks(survey);
  return layout({ locale, title: texts.survey.title, ticket: id, body: form(survey, { typed, faults, texts }) });
}

/** The appeal is on the page at once: without scripts nothing can appear later, and nobody should have to look for it. */
function form(shown: Survey, filled: Filled): Html {
  const { survey } = filled.texts;
  const scores = survey.scores.map((label, i) => [String(i + 1), `${i + 1} · ${label}`] as const);
  return html`<form method="post">${faultList(filled, (name) => labelOf(survey, name))}
<section class="card"><p class="soft">${survey.intro}</p>
${radios(filled, { name: 'score', label: survey.score, options: scores.toReversed() })}
${select(filled, { name: 'reason', label: survey.reason, options: optionsOf(survey.reasons), optional: true })}
${textArea(filled, { name: 'comment', label: survey.comment, max: 2000, optional: true })}</section>
${shown.appeal === 'open' ? appealForm(filled) : outside(shown)}
<p class="hint">${filled.texts.common.masked}</p>
<button>${survey.submit}</button></form>`;
}

const appealForm = (filled: Filled): Html => {
  const { survey } = filled.texts;
  return html`<section class="card appeal"><h2>${survey.appealTitle}</h2>
${checkbox(filled, { name: 'appeal', label: survey.appeal })}
<p class="hint">${survey.appealHint}</p>
${textArea(filled, { name: 'grounds', label: survey.grounds, max: 2000, optional: true })}</section>`;
};

/** Where no review by the bank is left, the ways to others than the bank. */
export function outside({ locale, appeal, ways }: Pick<Survey, 'locale' | 'appeal' | 'ways'>): Html | undefined {
  if (appeal !== 'last-round' && appeal !== 'too-late') return undefined;
  const letter = LETTER_TEXTS[locale];
  return html`<section class="card"><h2>${letter.furtherWays}</h2><p>${ROUND_TEXTS[locale].refused[appeal]}</p>
<ul>${ways.map((way) => html`<li>${letter.ways[way] ?? way}</li>`)}</ul></section>`;
}

const labelOf = (survey: PageTexts['survey'], name: string): string =>
  ({ reason: survey.reason, comment: survey.comment, grounds: survey.grounds })[name] ?? survey.score;

function thanks(shown: Survey): Html {
  const { survey: texts } = PAGES[shown.locale];
  const { survey, appeal, appealRefused } = shown.round ?? {};
  const score = survey && `${texts.yourScore}: ${survey.score} · ${texts.scores[survey.score - 1]}`;
  const more = html`${score && html`<p>${score}</p>`}${appeal && html`<p><strong>${texts.appealReceived}</strong></p>`}${appealRefused && outside({ ...shown, appeal: appealRefused.because })}`;
  return notice(shown, texts.thanks, texts.thanksText, more);
}

function notice({ locale, id, hotline }: Survey, title: string, text: string, more?: Html): Html {
  const { common } = PAGES[locale];
  const body = html`<section class="card" role="status"><p>${text}</p>${more}<p class="soft">${common.hotline}: ${hotline}</p></section>`;
  return layout({ locale, title, ticket: id, body });
}
