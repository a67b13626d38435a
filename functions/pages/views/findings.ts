import { html } from 'hono/html';
import type { Findings } from '../../domain/case-file.ts';
import type { Locale } from '../../domain/complaint-posted.ts';
import { moneyText } from '../../messages/money-text.ts';
import { PAGES } from '../../messages/pages.ts';
import { said } from './facts.ts';
import type { Html } from './layout.ts';

export type Money = Readonly<{ currency: string; locale: Locale }>;

/** What a department found, to be read and not to be changed. */
export function findingsView(found: Findings, demands: readonly string[], { currency, locale }: Money): Html {
  const texts = PAGES[locale];
  const { findings } = texts;
  const answers = found.answers.map(
    ({ verdict, reason }, i) =>
      html`<li>${demands[i] && said(demands[i])}<p><span class="tag">${texts.verdict[verdict]}</span></p>${said(reason)}</li>`,
  );
  return html`<h3>${findings.facts}</h3>${said(found.facts)}
<h3>${findings.evidence}</h3><ul>${found.evidence.map(({ kind, reference }) => html`<li>${texts.evidenceKind[kind]}: <bdi>${reference}</bdi></li>`)}</ul>
<h3>${findings.liability}</h3><p>${texts.liability[found.liability]}</p>
<h3>${findings.basis}</h3><ul>${found.basis.map(({ kind, citation }) => html`<li>${texts.basisKind[kind]}: <bdi>${citation}</bdi></li>`)}</ul>
${answers.length > 0 && html`<h3>${findings.answers}</h3><ol class="answers">${answers}</ol>`}
<h3>${findings.remedies}</h3>${remedyTable(found.remedies, { currency, locale })}
<h3>${findings.rootCause}</h3><p>${texts.rootCause[found.rootCause]}</p>`;
}

/** Remedies with their amounts and the sum. */
export function remedyTable(remedies: Findings['remedies'], { currency, locale }: Money): Html {
  const { findings, remedyKind } = PAGES[locale];
  if (remedies.length === 0) return html`<p>${findings.noRemedies}</p>`;
  const amount = (minor: number) => (minor === 0 ? '–' : moneyText(minor, currency, locale));
  const total = remedies.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return html`<table><tbody>${remedies.map(({ kind, amountMinor }) => html`<tr><td>${remedyKind[kind]}</td><td class="sum">${amount(amountMinor)}</td></tr>`)}</tbody>
<tfoot><tr><th scope="row">${findings.total}</th><td class="sum">${moneyText(total, currency, locale)}</td></tr></tfoot></table>`;
}
