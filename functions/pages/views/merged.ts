import { html } from 'hono/html';
import { dueText, instantText } from '../../messages/due-text.ts';
import { FRAME_TEXTS } from '../../messages/pages/frame.ts';
import { MERGED_TEXTS } from '../../messages/pages/merged.ts';
import type { Merged } from '../merged.ts';
import { type Proving, withCode } from './code.ts';
import { factList, said } from './facts.ts';
import { type Filled, faultList, isOf, returning, textArea } from './fields.ts';
import type { Html } from './layout.ts';

/** What else the complainant wrote on the same matter; `filled`: with the form that takes it apart again. */
export function mergedCards(all: readonly Merged[], proving: Proving, filled?: Filled): readonly Html[] {
  const { locale, zone } = proving;
  const texts = MERGED_TEXTS[locale];
  return all.map(
    ({ id, receivedAt, dueAt, narrative }) =>
      html`<section class="card"><h2>${texts.title}</h2>${factList([
        [FRAME_TEXTS[locale].ticket, html`<code>${id}</code>`],
        [texts.received, instantText(receivedAt, locale, zone)],
        [texts.due, dueAt && dueText(dueAt, locale, zone)],
      ])}${said(narrative)}${filled && apartForm(id, filled, proving)}</section>`,
  );
}

/** Fields of forms that say their faults themselves. */
const OF_THEIR_OWN = /^(apart|extend|stop|resume|facts)\./;

/** What is wrong with the other forms of the page. */
export const ofOtherForms = (faults: Filled['faults']): Filled['faults'] =>
  Object.fromEntries(Object.entries(faults).filter(([name]) => !OF_THEIR_OWN.test(name)));

function apartForm(id: string, filled: Filled, proving: Proving): Html {
  const texts = MERGED_TEXTS[filled.locale];
  const field = `apart.${id}`;
  const isTried = isOf(filled.typed, 'part') && filled.typed.other === id;
  const own = isTried ? filled : { ...filled, typed: {}, faults: {} };
  return html`<details${isTried ? html` open` : ''}><summary>${texts.part}</summary><form method="post" ${returning(field)}>${faultList(own, () => texts.reason)}
<input type="hidden" name="other" value="${id}">
${textArea(own, { name: field, label: texts.reason, max: 2000 })}
<p class="hint">${texts.hint}</p>
${withCode(proving, own, 'part', html`<button name="act" value="part">${texts.part}</button>`, field)}</form></details>`;
}
