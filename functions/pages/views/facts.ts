import { html } from 'hono/html';
import type { ComplaintPosted, Locale } from '../../domain/complaint-posted.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { dayText, dueText, instantText } from '../../messages/due-text.ts';
import { moneyText } from '../../messages/money-text.ts';
import { COMPLAINT_TEXTS } from '../../messages/pages/complaint.ts';
import {
  CHANNEL_WORDS,
  KIND_WORDS,
  SEVERITY_WORDS,
  STANDING_WORDS,
  TIER_WORDS,
} from '../../messages/pages/complaint-words.ts';
import { CLOCK_WORDS, DUE_TEXTS } from '../../messages/pages/due-dates.ts';
import { categoryName } from './labels.ts';
import type { Html } from './layout.ts';

/** Whose eyes, and whose clock: dates are told in this zone, and the zone is named. */
export type Reader = Readonly<{ locale: Locale; zone: string }>;

/** What somebody wrote: as it is, in a box of its own, so that its line breaks stay and its direction ends with it. */
export const said = (text: string): Html => html`<p class="said" dir="auto">${text}</p>`;

/** Names and values; a value that is missing takes its name with it. */
export function factList(rows: readonly (readonly [name: string, value: Html | string | undefined])[]): Html {
  const present = rows.filter(([, value]) => value !== undefined && value !== '');
  return html`<dl class="facts">${present.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

/** The statutory dates, each with the rule it comes from; a pause of ours never hides them. */
export function dueDates(
  { clocks }: Ticket,
  taskDueAt: string | undefined,
  { locale, zone }: Reader,
): Html | undefined {
  const texts = DUE_TEXTS[locale];
  // Once it is told, the time to tell of the receipt is nobody's concern.
  const shown = Object.values(clocks).filter(({ clock, overdue }) => clock !== 'acknowledge' || overdue);
  const lawful = shown.map(({ clock, dueAt, rule, overdue, uncertain }) => {
    const late = overdue && html` <span class="tag">${texts.overdue}</span>`;
    const unsure = uncertain && html`<br><span class="soft">${texts.uncertain}</span>`;
    return [
      texts.due,
      html`<strong>${dueText(dueAt, locale, zone)}</strong>${late}<br><span class="soft">${CLOCK_WORDS[locale][clock] ?? clock} · ${rule} · ${zone}</span>${unsure}`,
    ] as const;
  });
  const ours = [texts.dueInternal, taskDueAt && `${dueText(taskDueAt, locale, zone)} (${zone})`] as const;
  if (lawful.length === 0 && !taskDueAt) return undefined;
  return html`<section class="card due">${factList([...lawful, ours])}</section>`;
}

/** The complaint as a person who works on it needs to see it. */
export function complaintFacts(post: ComplaintPosted, ticket: Ticket, reader: Reader): Html {
  const { locale, zone } = reader;
  const facts = COMPLAINT_TEXTS[locale];
  const category = ticket.routed?.category ?? ticket.triage?.category;
  const severity = ticket.routed?.severity ?? ticket.triage?.severity;
  return html`<section class="card"><h2>${facts.title}</h2>
<h3>${facts.narrative}</h3>${said(post.narrative)}
${post.demands.length > 0 && html`<h3>${facts.demands}</h3><ol>${post.demands.map((demand) => html`<li>${said(demand)}</li>`)}</ol>`}
<h3>${facts.details}</h3>
${factList([
  [facts.card, cardText(post, locale)],
  [facts.amount, post.amount && moneyText(post.amount.minor, post.amount.currency, locale)],
  [facts.happenedAt, post.happenedAt && happenedText(post.happenedAt, reader)],
  [facts.place, post.place],
  [facts.product, post.product],
  [facts.merchant, post.merchant],
  [facts.complainant, complainantText(post, locale)],
  [facts.kind, KIND_WORDS[locale][post.kind]],
  [facts.category, category && categoryName(category, locale)],
  [facts.severity, severity && SEVERITY_WORDS[locale][severity]],
  [facts.channel, CHANNEL_WORDS[locale][post.channel]],
  [facts.receivedAt, ticket.receivedAt && instantText(ticket.receivedAt, locale, zone)],
  [
    facts.passedOnBy,
    post.passedOnBy && html`${post.passedOnBy.body.toUpperCase()} <bdi>${post.passedOnBy.reference}</bdi>`,
  ],
  [facts.publicPost, post.publicPost ? facts.yes : undefined],
  [facts.partOfIncident, ticket.incidents.length > 0 ? incidentTags(ticket) : undefined],
  [facts.attachments, attachmentList(post, locale)],
])}</section>`;
}

/** A matter of many, or one that must not wait: flagged wherever the ticket is looked at. */
const incidentTags = ({ incidents }: Ticket): Html =>
  html`${incidents.map((incident) => html`<span class="tag">${incident}</span> `)}`;

function cardText({ card }: ComplaintPosted, locale: Locale): Html | undefined {
  if (!card) return undefined;
  const { partner, lastFour } = card;
  return html`${TIER_WORDS[locale][card.tier]}${partner && html` · <bdi>${partner}</bdi>`}${lastFour && ` · ${COMPLAINT_TEXTS[locale].endingIn(lastFour)}`}`;
}

function complainantText({ complainant }: ComplaintPosted, locale: Locale): Html | undefined {
  if (!complainant) return undefined;
  const { name } = complainant;
  return html`${name && html`<bdi>${name}</bdi> · `}${STANDING_WORDS[locale][complainant.standing]}`;
}

const happenedText = (at: string, { locale, zone }: Reader): string =>
  at.includes('T') ? instantText(at, locale, zone) : dayText(at, locale, 'UTC');

function attachmentList({ attachments }: ComplaintPosted, locale: Locale): Html | undefined {
  if (attachments.length === 0) return undefined;
  return html`<ul>${attachments.map(({ title, mediaType, bytes, sha256 }) => html`<li><bdi>${title ?? mediaType}</bdi> · ${COMPLAINT_TEXTS[locale].bytes(bytes)} · <code>${sha256.slice(0, 12)}</code></li>`)}</ul>`;
}
