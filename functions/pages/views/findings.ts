import { html } from 'hono/html';
import type { Findings } from '../../domain/case-file.ts';
import type { Locale } from '../../domain/complaint-posted.ts';
import { moneyText } from '../../messages/money-text.ts';
import { FINDINGS_TEXTS } from '../../messages/pages/findings.ts';
import {
  BASIS_WORDS,
  EVIDENCE_WORDS,
  LIABILITY_WORDS,
  REMEDY_WORDS,
  ROOT_CAUSE_WORDS,
  VERDICT_WORDS,
} from '../../messages/pages/findings-words.ts';
import { said } from './facts.ts';
import type { Html } from './layout.ts';

export type Money = Readonly<{ currency: string; locale: Locale }>;

/** What a department found, to be read and not to be changed. */
export function findingsView(found: Findings, demands: readonly string[], { currency, locale }: Money): Html {
  const texts = FINDINGS_TEXTS[locale];
  const answers = found.answers.map(
    ({ verdict, reason }, i) =>
      html`<li>${demands[i] && said(demands[i])}<p><span class="tag">${VERDICT_WORDS[locale][verdict]}</span></p>${said(reason)}</li>`,
  );
  return html`<h3>${texts.facts}</h3>${said(found.facts)}
<h3>${texts.evidence}</h3><ul>${found.evidence.map(({ kind, reference }) => html`<li>${EVIDENCE_WORDS[locale][kind]}: <bdi>${reference}</bdi></li>`)}</ul>
<h3>${texts.liability}</h3><p>${LIABILITY_WORDS[locale][found.liability]}</p>
<h3>${texts.basis}</h3><ul>${found.basis.map(({ kind, citation }) => html`<li>${BASIS_WORDS[locale][kind]}: <bdi>${citation}</bdi></li>`)}</ul>
${answers.length > 0 && html`<h3>${texts.answers}</h3><ol class="answers">${answers}</ol>`}
<h3>${texts.remedies}</h3>${remedyTable(found.remedies, { currency, locale })}
<h3>${texts.rootCause}</h3><p>${ROOT_CAUSE_WORDS[locale][found.rootCause]}</p>`;
}

/** Remedies with their amounts and the sum. */
export function remedyTable(remedies: Findings['remedies'], { currency, locale }: Money): Html {
  const texts = FINDINGS_TEXTS[locale];
  if (remedies.length === 0) return html`<p>${texts.noRemedies}</p>`;
  const amount = (minor: number) => (minor === 0 ? '–' : moneyText(minor, currency, locale));
  const total = remedies.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return html`<table><tbody>${remedies.map(({ kind, amountMinor }) => html`<tr><td>${REMEDY_WORDS[locale][kind]}</td><td class="sum">${amount(amountMinor)}</td></tr>`)}</tbody>
<tfoot><tr><th scope="row">${texts.total}</th><td class="sum">${moneyText(total, currency, locale)}</td></tr></tfoot></table>`;
}
