import { html } from 'hono/html';
import type { AppealWindow } from '../../domain/appeal.ts';
import type { Locale } from '../../domain/complaint-posted.ts';
import type { Round, Task } from '../../domain/ticket.ts';
import { LETTER_TEXTS } from '../../messages/letter.ts';
import { FIELD_TEXTS } from '../../messages/pages/fields.ts';
import { SCORE_WORDS, SURVEY_TEXTS } from '../../messages/pages/survey.ts';
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
  const texts = SURVEY_TEXTS[locale];
  if (task.closed?.outcome === 'expired') return notice(survey, texts.expired, texts.expiredText);
  if (task.closed) return thanks(survey);
  return layout({ locale, title: texts.title, ticket: id, body: form(survey, { typed, faults, locale }) });
}

/** The appeal is on the page at once: without scripts nothing can appear later, and nobody should have to look for it. */
function form(shown: Survey, filled: Filled): Html {
  const texts = SURVEY_TEXTS[filled.locale];
  const scores = SCORE_WORDS[filled.locale].map((label, i) => [String(i + 1), `${i + 1} · ${label}`] as const);
  return html`<form method="post">${faultList(filled, (name) => labelOf(texts, name))}
<section class="card"><p class="soft">${texts.intro}</p>
${radios(filled, { name: 'score', label: texts.score, options: scores.toReversed() })}
${select(filled, { name: 'reason', label: texts.reason, options: optionsOf(texts.reasons), optional: true })}
${textArea(filled, { name: 'comment', label: texts.comment, max: 2000, optional: true })}</section>
${shown.appeal === 'open' ? appealForm(filled) : outside(shown)}
<p class="hint">${FIELD_TEXTS[filled.locale].masked}</p>
<button>${texts.submit}</button></form>`;
}

const appealForm = (filled: Filled): Html => {
  const texts = SURVEY_TEXTS[filled.locale];
  return html`<section class="card appeal"><h2>${texts.appealTitle}</h2>
${checkbox(filled, { name: 'appeal', label: texts.appeal })}
<p class="hint">${texts.appealHint}</p>
${textArea(filled, { name: 'grounds', label: texts.grounds, max: 2000, optional: true })}</section>`;
};

/** Where no review by the bank is left, the ways to others than the bank. */
export function outside({ locale, appeal, ways }: Pick<Survey, 'locale' | 'appeal' | 'ways'>): Html | undefined {
  if (appeal !== 'last-round' && appeal !== 'too-late') return undefined;
  const letter = LETTER_TEXTS[locale];
  return html`<section class="card"><h2>${letter.furtherWays}</h2><p>${ROUND_TEXTS[locale].refused[appeal]}</p>
<ul>${ways.map((way) => html`<li>${letter.ways[way] ?? way}</li>`)}</ul></section>`;
}

const labelOf = (texts: (typeof SURVEY_TEXTS)[Locale], name: string): string =>
  ({ reason: texts.reason, comment: texts.comment, grounds: texts.grounds })[name] ?? texts.score;

function thanks(shown: Survey): Html {
  const texts = SURVEY_TEXTS[shown.locale];
  const { survey, appeal, appealRefused } = shown.round ?? {};
  const score = survey && `${texts.yourScore}: ${survey.score} · ${SCORE_WORDS[shown.locale][survey.score - 1]}`;
  const more = html`${score && html`<p>${score}</p>`}${appeal && html`<p><strong>${texts.appealReceived}</strong></p>`}${appealRefused && outside({ ...shown, appeal: appealRefused.because })}`;
  return notice(shown, texts.thanks, texts.thanksText, more);
}

function notice({ locale, id, hotline }: Survey, title: string, text: string, more?: Html): Html {
  const body = html`<section class="card" role="status"><p>${text}</p>${more}<p class="soft">${SURVEY_TEXTS[locale].hotline}: ${hotline}</p></section>`;
  return layout({ locale, title, ticket: id, body });
}
