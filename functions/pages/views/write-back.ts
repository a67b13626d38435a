import { html } from 'hono/html';
import { dayText, dueText } from '../../messages/due-text.ts';
import { FIELD_TEXTS } from '../../messages/pages/fields.ts';
import { ROUND_TEXTS } from '../../messages/rounds.ts';
import { type Filled, faultList, type Option, radios, returning, textArea } from './fields.ts';
import type { Html } from './layout.ts';
import type { LetterToShow } from './letter.ts';
import { outside } from './survey.ts';

/** Below a letter: what was said to it, and the form to say more. A review is offered while it can be asked for. */
export function writeBack(shown: LetterToShow, filled: Filled): Html {
  const { locale, zone, appeal, isUnderReview, ways } = shown;
  const texts = ROUND_TEXTS[locale];
  const about: Option[] = [
    ['question', texts.about.question],
    ['evidence', texts.about.evidence],
    ...(appeal.state === 'open' ? [['objection', texts.about.objection] as const] : []),
  ];
  const labels: Record<string, string> = { about: texts.writeTitle, text: texts.text };
  return html`<div class="screen">${isUnderReview && html`<section class="card note" role="status"><p>${texts.underWay}</p></section>`}
${outside({ locale, appeal: appeal.state, ways })}${sentBefore(shown)}
<form method="post" class="card" ${returning('say')}>${faultList(filled, (name) => labels[name] ?? name)}
${radios(filled, { name: 'about', label: texts.writeTitle, options: about })}
${appeal.state === 'open' && html`<p class="hint">${texts.objectionHint(dueText(appeal.until, locale, zone))}</p>`}
${textArea(filled, { name: 'text', label: texts.text, max: 2000 })}
<p class="hint">${FIELD_TEXTS[locale].masked}</p>
<button>${texts.send}</button></form></div>`;
}

function sentBefore({ sent, locale, zone }: LetterToShow): Html | undefined {
  const texts = ROUND_TEXTS[locale];
  if (sent.length === 0) return undefined;
  const items = sent.map(({ about, at }) => html`<li>${dayText(at, locale, zone)} · ${texts.kinds[about]}</li>`);
  return html`<section class="card note" role="status"><h2>${texts.sent}</h2><ul>${items}</ul></section>`;
}
