import { html } from 'hono/html';
import type { Locale } from '../../domain/complaint-posted.ts';
import type { ProofSheet, ProvenClock, ProvenExtension } from '../../domain/proof/proof-sheet.ts';
import type { ProvenAct } from '../../domain/proof/proven-acts.ts';
import type { ProvenNotice } from '../../domain/proof/proven-notices.ts';
import { instantText } from '../../messages/due-text.ts';
import { CLOCK_WORDS } from '../../messages/pages/due-dates.ts';
import { LEVEL_WORDS } from '../../messages/pages/people.ts';
import { PROOF, type ProofTexts } from '../../messages/proof.ts';
import { factList } from './facts.ts';
import { type Html, layout } from './layout.ts';

export type Proof = Readonly<{ locale: Locale; sheet: ProofSheet }>;
type Shown = Readonly<{ texts: ProofTexts; locale: Locale; when: (at: string) => string }>;

/** Every date, every decision and every notice of a ticket, on one page that prints. */
export function proofPage({ locale, sheet }: Proof): Html {
  const texts = PROOF[locale];
  const shown: Shown = { texts, locale, when: (at) => instantText(at, locale, sheet.zone) };
  const [ofLaw, ofBank] = [sheet.clocks.filter(({ task }) => !task), sheet.clocks.filter(({ task }) => task)];
  const body = html`<section class="card">${factList([
    [texts.receivedAt, shown.when(sheet.receivedAt)],
    [texts.pack, sheet.pack],
    [texts.madeAt, shown.when(sheet.madeAt)],
    [
      texts.onHold,
      sheet.holds
        .map(({ reason, at, by }) => `${texts.holds[reason] ?? reason} · ${shown.when(at)} · ${by}`)
        .join('; '),
    ],
    [texts.erased, sheet.erasedAt && shown.when(sheet.erasedAt)],
  ])}<p class="screen"><a href="?form=json">${texts.asData}</a></p></section>
<h2>${texts.clocksOfLaw}</h2>${ofLaw.map((clock) => clockCard(clock, shown))}
${sheet.extensions.length > 0 && html`<h2>${texts.extensions}</h2>${sheet.extensions.map((one) => extensionCard(one, shown))}`}
${sheet.acts.length > 0 && actsCard(sheet.acts, shown)}
<h2>${texts.notices}</h2>${sheet.notices.length > 0 ? sheet.notices.map((one) => noticeCard(one, shown)) : html`<p>${texts.noNotices}</p>`}
${ofBank.length > 0 && html`<h2>${texts.clocksOfBank}</h2>${ofBank.map((clock) => clockCard(clock, shown))}`}`;
  return layout({ locale, title: texts.title, ticket: sheet.ticket, body });
}

function clockCard(clock: ProvenClock, { texts, locale, when }: Shown): Html {
  const { id, round, dueAt, state, settledAt, inTime, rule, derivation, agrees, isCertain, breach } = clock;
  const isBad = inTime === false || state === 'missed';
  const verdict = inTime === undefined ? '' : ` · ${inTime ? texts.inTime : texts.late}`;
  return html`<section class="card ${isBad ? 'bad' : ''}"><h3>${CLOCK_WORDS[locale][id] ?? id} · ${texts.round(round)}</h3>
${factList([
  [texts.due, html`<strong>${when(dueAt)}</strong>`],
  [texts.state, texts.states[state] ?? state],
  [texts.settledAt, settledAt && `${when(settledAt)}${verdict}`],
  [
    texts.breach,
    breach && `${when(breach.recordedAt)}${breach.raisedAt ? ` · ${texts.raised} ${when(breach.raisedAt)}` : ''}`,
  ],
])}
${!isCertain && html`<p><strong>${texts.uncertain}</strong></p>`}${!agrees && html`<p><strong>${texts.differs}</strong></p>`}
<details open><summary>${texts.how}${rule ? ` (${rule})` : ''}</summary><ol lang="en">${derivation.map((fact) => html`<li>${fact}</li>`)}</ol></details></section>`;
}

function extensionCard(extension: ProvenExtension, { texts, when }: Shown): Html {
  const { rule, from, dueAt, proposedAt, proposedBy, level, state, decidedAt, decidedBy, toldAt } = extension;
  return html`<section class="card"><h3>${extension.extension} · ${rule}</h3>${factList([
    [texts.due, `${when(from)} → ${when(dueAt)}`],
    [texts.state, state],
    [texts.asked, `${when(proposedAt)} · ${proposedBy}`],
    [texts.level, level],
    [texts.decided, decidedAt && `${when(decidedAt)} · ${decidedBy}`],
    [texts.told, toldAt && when(toldAt)],
  ])}</section>`;
}

function actsCard(acts: readonly ProvenAct[], { texts, locale, when }: Shown): Html {
  const levels = LEVEL_WORDS[locale];
  const rows = acts.map(({ act, task, at, by, level, inPlaceOf, to, confirmed }) => {
    const what = [texts.actNames[act] ?? act, to && texts.givenTo(to)].filter(Boolean).join(' ');
    const who = [by, inPlaceOf.length > 0 && texts.inPlaceOf(inPlaceOf.join(', '))].filter(Boolean).join(', ');
    const how = confirmed ? texts.confirmed[confirmed] : texts.unconfirmed;
    return html`<tr><td>${when(at)}</td><td>${what}${task && html`<br><code>${task}</code>`}</td><td>${who}${level && html`<br>${levels[level] ?? level}`}<br>${how}</td></tr>`;
  });
  return html`<h2>${texts.acts}</h2><section class="card"><p class="soft">${texts.actsHint}</p>
<table><thead><tr><th scope="col">${texts.at}</th><th scope="col">${texts.what}</th><th scope="col">${texts.who}</th></tr></thead><tbody>${rows}</tbody></table></section>`;
}

function noticeCard({ message, purpose, to, heldUntil, outcome, attempts }: ProvenNotice, shown: Shown): Html {
  const { texts, when } = shown;
  const outcomes = { sent: texts.sent, failed: texts.failed, 'no-result': texts.noResult };
  const rows = attempts.map(
    ({ at, way, providerId, reason, by, writtenAt }) =>
      html`<tr><td>${when(at)}${writtenAt && html`<br><span class="soft">${texts.written} ${when(writtenAt)} · ${by}</span>`}</td><td>${way}</td><td>${providerId ? html`${texts.sent}<br><code>${providerId}</code>` : html`${texts.failed}: <code>${reason}</code>`}</td></tr>`,
  );
  return html`<section class="card"><h3>${purpose} → ${to}</h3><p class="soft"><code>${message}</code> · ${outcomes[outcome]}</p>
${heldUntil && html`<p>${texts.held} ${when(heldUntil)}</p>`}
${rows.length > 0 && html`<table><thead><tr><th scope="col">${texts.at}</th><th scope="col">${texts.way}</th><th scope="col">${texts.outcome}</th></tr></thead><tbody>${rows}</tbody></table>`}</section>`;
}
