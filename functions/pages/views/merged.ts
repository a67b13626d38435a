import { html } from 'hono/html';
import { dueText, instantText } from '../../messages/due-text.ts';
import { PAGES } from '../../messages/pages.ts';
import type { Merged } from '../merged.ts';
import { factList, type Reader, said } from './facts.ts';
import { type Filled, faultList, returning, textArea } from './fields.ts';
import type { Html } from './layout.ts';

/** What else the complainant wrote on the same matter; `filled`: with the form that takes it apart again. */
export function mergedCards(all: readonly Merged[], { locale, zone }: Reader, filled?: Filled): readonly Html[] {
  const { merged, common } = PAGES[locale];
  return all.map(
    ({ id, receivedAt, dueAt, narrative }) =>
      html`<section class="card"><h2>${merged.title}</h2>${factList([
        [common.ticket, html`<code>${id}</code>`],
        [merged.received, instantText(receivedAt, locale, zone)],
        [merged.due, dueAt && dueText(dueAt, locale, zone)],
      ])}${said(narrative)}${filled && apartForm(id, filled)}</section>`,
  );
}

/** Fields of forms that say their faults themselves. */
const OF_THEIR_OWN = /^(apart|extend|stop|resume|facts)\./;

/** What is wrong with the other forms of the page. */
export const ofOtherForms = (faults: Filled['faults']): Filled['faults'] =>
  Object.fromEntries(Object.entries(faults).filter(([name]) => !OF_THEIR_OWN.test(name)));

function apartForm(id: string, filled: Filled): Html {
  const { merged } = filled.texts;
  const field = `apart.${id}`;
  const own = {
    ...filled,
    faults: Object.fromEntries(Object.entries(filled.faults).filter(([name]) => name === field)),
  };
  return html`<details><summary>${merged.part}</summary><form method="post" ${returning(field)}>${faultList(own, () => merged.reason)}
<input type="hidden" name="other" value="${id}">
${textArea(own, { name: field, label: merged.reason, max: 2000 })}
<p class="hint">${merged.hint}</p>
<button name="act" value="part">${merged.part}</button></form></details>`;
}
