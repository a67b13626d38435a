import { html } from 'hono/html';
import type { Findings, Letter } from '../../domain/case-file.ts';
import type { Attachment, ComplaintPosted } from '../../domain/complaint-posted.ts';
import type { About } from '../../domain/round-events.ts';
import { instantText } from '../../messages/due-text.ts';
import { COMPLAINT_TEXTS } from '../../messages/pages/complaint.ts';
import { FINDINGS_TEXTS } from '../../messages/pages/findings.ts';
import { SCORE_WORDS } from '../../messages/pages/survey.ts';
import { ROUND_TEXTS } from '../../messages/rounds.ts';
import { factList, type Reader, said } from './facts.ts';
import { findingsView } from './findings.ts';
import { departmentName } from './labels.ts';
import type { Html } from './layout.ts';

type Because = keyof (typeof ROUND_TEXTS)['en']['because'];

export type Said = Readonly<{
  about: About;
  at: string;
  text: string | undefined;
  attachments: readonly (typeof Attachment)['_zod']['output'][];
}>;
export type ShownRound = Readonly<{
  round: number;
  because: Because | undefined;
  findings: readonly Readonly<{ department: string; findings: Findings }>[];
  approvedBy: readonly string[];
  letter: Letter | undefined;
  score: number | undefined;
  grounds: string | undefined;
}>;
/** `openedBecause`: why this round was opened, and in whose words. */
export type History = Readonly<{
  said: readonly Said[];
  rounds: readonly ShownRound[];
  openedBecause: Readonly<{ because: Because; reason: string | undefined }> | undefined;
  mayOpenRound: boolean;
}>;

type Shown = Reader & Readonly<{ history: History; post: ComplaintPosted; currency?: string }>;

/** What the complainant added, open; the rounds before, to be opened. */
export function historyView(shown: Shown): Html {
  const { history, locale } = shown;
  const texts = ROUND_TEXTS[locale];
  const { openedBecause: opened } = history;
  return html`${opened && html`<section class="card note"><p>${texts.openedBecause}: ${texts.because[opened.because]}</p>${opened.reason && said(opened.reason)}</section>`}
${history.said.length > 0 && html`<section class="card"><h2>${texts.followUps}</h2>${history.said.map((one) => saidView(one, shown))}</section>`}
${history.rounds.map((round) => html`<section class="card"><details><summary>${texts.earlier(round.round)}</summary>${roundView(round, shown)}</details></section>`)}`;
}

function saidView({ about, at, text, attachments }: Said, { locale, zone }: Reader): Html {
  const texts = ROUND_TEXTS[locale];
  const list = attachments.map(
    ({ title, mediaType, bytes, sha256 }) =>
      html`<li><bdi>${title ?? mediaType}</bdi> · ${COMPLAINT_TEXTS[locale].bytes(bytes)} · <code>${sha256.slice(0, 12)}</code></li>`,
  );
  return html`<h3>${texts.kinds[about]}</h3><p class="soft">${instantText(at, locale, zone)}</p>${text && said(text)}
${list.length > 0 && html`<p>${texts.attachments(list.length)}</p><ul>${list}</ul>`}`;
}

function roundView(round: ShownRound, { locale, post, currency }: Shown): Html {
  const texts = ROUND_TEXTS[locale];
  const { because, approvedBy, letter, score, grounds } = round;
  const money = { currency: currency ?? post.amount?.currency ?? 'CNY', locale };
  return html`${factList([
    [texts.openedBecause, because && texts.because[because]],
    [texts.approvedBy, approvedBy.join(' · ')],
    [texts.rating, score === undefined ? undefined : `${score} · ${SCORE_WORDS[locale][score - 1]}`],
  ])}
${grounds && html`<h3>${texts.grounds}</h3>${said(grounds)}`}
${letter && html`<h3>${texts.answer}</h3>${letter.facts.map(said)}`}
${round.findings.map(
  (part) =>
    html`<h3>${FINDINGS_TEXTS[locale].byDepartment(departmentName(part.department, locale))}</h3>${findingsView(part.findings, post.demands, money)}`,
)}`;
}
