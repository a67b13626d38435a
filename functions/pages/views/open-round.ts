import { html } from 'hono/html';
import { ROUND_TEXTS } from '../../messages/rounds.ts';
import type { Typed } from '../form.ts';
import { type Proving, withCode } from './code.ts';
import { type Filled, faultList, isOf, returning, select, textArea } from './fields.ts';
import type { Html } from './layout.ts';

/** People of the bank have others look at a complaint anew. It is the last form of a page, and closed until it is wanted. */
export function openRoundForm(proving: Proving, typed: Typed, faults: Filled['faults']): Html {
  const { locale } = proving;
  const isTried = isOf(typed, 'open-round');
  const filled: Filled = { typed: isTried ? typed : {}, faults: isTried ? faults : {}, locale };
  const { open, because } = ROUND_TEXTS[locale];
  const labels: Record<string, string> = { because: open.because, why: open.reason };
  const options = (['reputation', 'principle'] as const).map((one) => [one, because[one]] as const);
  return html`<form method="post" class="card" ${returning('open-round')}><details${isTried ? html` open` : ''}><summary>${open.title}</summary>
<div>${faultList(filled, (name) => labels[name] ?? name)}${select(filled, { name: 'because', label: open.because, options })}
${textArea(filled, { name: 'why', label: open.reason, hint: open.hint, max: 2000 })}
${withCode(proving, filled, 'open-round', html`<button class="grave" name="act" value="open-round">${open.button}</button>`)}</div></details></form>`;
}
