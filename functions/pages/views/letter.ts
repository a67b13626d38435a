import { html } from 'hono/html';
import type { AppealWindow } from '../../domain/appeal.ts';
import type { Letter } from '../../domain/case-file.ts';
import type { Locale } from '../../domain/complaint-posted.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { BRAND } from '../../messages/brand.ts';
import { dayText } from '../../messages/due-text.ts';
import { LETTER_TEXTS } from '../../messages/letter.ts';
import { moneyText } from '../../messages/money-text.ts';
import { REMEDY_WORDS, VERDICT_WORDS } from '../../messages/pages/findings-words.ts';
import type { Typed } from '../form.ts';
import { said } from './facts.ts';
import type { Filled } from './fields.ts';
import { type Html, layout } from './layout.ts';
import { writeBack } from './write-back.ts';

export type LetterToShow = Readonly<{
  locale: Locale;
  zone: string;
  currency: string;
  hotline: string;
  id: string;
  receivedAt: string;
  name?: string | undefined;
  letter: Letter;
  /** Whether a review of it can be asked for, whether one is under way, and the ways to others than the bank. */
  appeal: AppealWindow;
  isUnderReview: boolean;
  ways: readonly string[];
  /** What the complainant wrote by a page like this. */
  sent: Ticket['followUps'];
}>;

/** The reply as a letter. What the letter does not hold has no heading either: an answer to praise is a short one. */
export function letterPage(shown: LetterToShow, typed: Typed = {}, faults: Filled['faults'] = {}): Html {
  const { locale, zone, hotline, id, receivedAt, name, letter } = shown;
  const texts = LETTER_TEXTS[locale];
  const body = html`<article class="card letter">
<p class="soft">${dayText(letter.writtenAt, locale, zone)} (${zone})</p>
<p class="re">${texts.re(id)}</p>
<p><bdi>${name ? texts.dear(name) : texts.dearCustomer}</bdi></p>
<p>${texts.opening(dayText(receivedAt, locale, zone))}</p>
${section(texts.facts, letter.facts.map(said))}
${section(texts.answers, letter.answers.length > 0 ? [html`<ol class="answers">${letter.answers.map((given) => answer(given, locale))}</ol>`] : [])}
${section(texts.basis, list(letter.basis))}
${section(texts.remedies, letter.remedies.length > 0 ? [remedies(shown)] : [])}
${section(texts.furtherWays, list(letter.furtherWays.map((way) => texts.ways[way] ?? way)))}
<p class="closing">${texts.closing} <strong>${hotline}</strong></p>
<p class="sign">${texts.signature(BRAND[locale])}</p>
</article><p class="soft screen">${texts.print}</p>
${writeBack(shown, { typed, faults, locale })}`;
  return layout({ locale, title: texts.title, body });
}

const section = (title: string, parts: readonly Html[]): Html | undefined =>
  parts.length === 0 ? undefined : html`<h2>${title}</h2>${parts}`;

const list = (items: readonly string[]): Html[] =>
  items.length === 0 ? [] : [html`<ul>${items.map((item) => html`<li><bdi>${item}</bdi></li>`)}</ul>`];

function answer({ demand, verdict, reason }: Letter['answers'][number], locale: Locale): Html {
  return html`<li>${said(demand)}<p><span class="tag">${VERDICT_WORDS[locale][verdict]}</span></p>${said(reason)}</li>`;
}

function remedies({ letter, currency, locale }: LetterToShow): Html {
  const texts = LETTER_TEXTS[locale];
  const rows = letter.remedies.map(
    ({ kind, amountMinor, state }) =>
      html`<tr><td>${REMEDY_WORDS[locale][kind]}</td><td class="sum">${amountMinor > 0 && moneyText(amountMinor, currency, locale)}</td><td class="sum"><span class="tag">${state === 'done' ? texts.done : texts.underWay}</span></td></tr>`,
  );
  return html`<table><tbody>${rows}</tbody></table>`;
}
