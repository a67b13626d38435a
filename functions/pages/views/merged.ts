import { html } from 'hono/html';
import { dueText, instantText } from '../../messages/due-text.ts';
import { PAGES } from '../../messages/pages.ts';
import type { Merged } from '../merged.ts';
import { type Proving, withCode } from './code.ts';
import { factList, said } from './facts.ts';
import { type Filled, faultList, isOf, returning, textArea } from './fields.ts';
import type { Html } from './layout.ts';

/** What else the complainant wrote on the same matter; `filled`: with the form that takes it apart again. */
export function mergedCards(all: readonly Merged[], proving: Proving, filled?: Filled): readonly Html[] {
  const { locale, zone } = proving;
  const { merged, common } = PAGES[locale];
  return all.map(
    ({ id, receivedAt, dueAt, narrative }) =>
      html`<section class="card"><h2>${merged.title}</h2>${factList([
        [common.ticket, html`<code>${id}</code>`],
        [merged.received, instantText(receivedAt, locale, zone)],
        [merged.due, dueAt && dueText(dueAt, locale, zone)],
      ])}${said(narrative)}${filled && apartForm(id, filled, proving)}</section>`,
  );
}

/** Fields of forms that say their faults themselves. */
const OF_THEIR_OWN = /^(apart|extend|stop|resume|facts)\./;

/** What is wrong with the other forms of the page. */
export const ofOtherForms = (faults: Filled['faults']): Filled['faults'] =>
  Object.fromEntries(Object.entries(faults).filter(([name]) => !OF_THEIR_OWN.test(name)));

function apartForm(id: string, filled: Filled, proving: Proving): Html {
  const { merged } = filled.texts;
  const field = `apart.${id}`;
  const isTried = isOf(filled.typed, 'part') && filled.typed.other === id;
  const own = isTried ? filled : { ...filled, typed: {}, faults: {} };
  return html`<details${isTried ? html` open` : ''}><summary>${merged.part}</summary><form method="post" ${returning(field)}>${faultList(own, () => merged.reason)}
<input type="hidden" name="other" value="${id}">
${textArea(own, { name: field, label: merged.reason, max: 2000 })}
<p class="hint">${merged.hint}</p>
${withCode(proving, own, 'part', html`<button name="act" value="part">${merged.part}</button>`, field)}</form></details>`;
}
