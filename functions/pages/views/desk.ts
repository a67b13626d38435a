import { html } from 'hono/html';
import { instantText } from '../../messages/due-text.ts';
import { SEVERITY_WORDS } from '../../messages/pages/complaint-words.ts';
import { DESK_TEXTS, QUESTION_WORDS } from '../../messages/pages/desk.ts';
import { adviceOn } from '../../messages/pages/desk-advice.ts';
import { FIELD_TEXTS } from '../../messages/pages/fields.ts';
import type { ClockOffers } from '../clock-offers.ts';
import type { Typed } from '../form.ts';
import type { Merged } from '../merged.ts';
import { clockForms } from './clock-forms.ts';
import { clockNotes } from './clock-notes.ts';
import { closedTask } from './closed-task.ts';
import { type OnTask, type Proving, returningToCode, withCode, withCodeInSight } from './code.ts';
import { complaintFacts, dueDates, factList, said } from './facts.ts';
import { checkbox, type Filled, faultList, isOf, optionsOf, returning, select, textArea } from './fields.ts';
import { type History, historyView } from './history.ts';
import { categories, categoryName, departmentName, workingDepartments } from './labels.ts';
import { type Html, layout } from './layout.ts';
import { mergedCards, ofOtherForms } from './merged.ts';
import { openRoundForm } from './open-round.ts';

/** What the triage desk needs to see of a ticket that no rule could take further. */
export type Desk = OnTask &
  Readonly<{
    merged: readonly Merged[];
    /** The note with which a parked ticket was resumed. */
    note?: string | undefined;
    /** What may be done to the dates. */
    offers: ClockOffers;
    history: History;
  }>;

export function deskPage(desk: Desk, typed: Typed = {}, faults: Filled['faults'] = {}): Html {
  const { locale, id, ticket, task, post } = desk;
  const texts = DESK_TEXTS[locale];
  const filled = { typed, faults: isOf(typed, 'open-round') ? {} : ofOtherForms(faults), locale };
  const isParked = task.work === 'parked';
  const body = html`${closedTask(desk, closing(desk))}
${!task.closed && dueDates(ticket, task.dueAt, desk)}${clockNotes(ticket, desk)}
${isParked ? happened(desk) : whyNotRouted(desk)}
${complaintFacts(post, ticket, desk)}
${mergedCards(desk.merged, desk, task.closed ? undefined : { typed, faults, locale })}
${historyView(desk)}
${!task.closed && (isParked ? goOnForm(filled, desk) : routeForm(filled, desk))}${clockForms(desk.offers, filled, desk)}
${!task.closed && desk.history.mayOpenRound && openRoundForm(desk, typed, faults)}`;
  return layout({ locale, title: isParked ? texts.parkedTitle : texts.routeTitle, ticket: id, body });
}

function closing({ ticket, task, note, locale }: Desk): Html | undefined {
  if (task.work === 'parked') return note === undefined ? undefined : said(note);
  const { routed } = ticket;
  const texts = DESK_TEXTS[locale];
  if (!routed) return undefined;
  return factList([
    [texts.category, categoryName(routed.category, locale)],
    [texts.severity, SEVERITY_WORDS[locale][routed.severity]],
    [texts.lead, departmentName(routed.lead, locale)],
    [texts.supporting, routed.supporting.map((id) => departmentName(id, locale)).join(' · ')],
  ]);
}

/** Each question that triage asked of its tables, with the row that answered and those that did not fit. */
function whyNotRouted({ ticket, locale }: Desk): Html | undefined {
  const texts = DESK_TEXTS[locale];
  if (!ticket.triage) return undefined;
  const asked = ticket.triage.because.map(
    ({ question, table, version, rule, passedOver }) =>
      html`<li><strong>${QUESTION_WORDS[locale][question] ?? question}</strong><br>${texts.table}: ${table} ${version} · ${texts.rule}: ${rule}
${passedOver.length > 0 && html`<br><span class="soft">${texts.passedOver}: ${passedOver.join(', ')}</span>`}</li>`,
  );
  return html`<section class="card"><h2>${texts.why}</h2><ul>${asked}</ul></section>`;
}

function happened({ ticket, task, post, locale, zone }: Desk): Html {
  const texts = DESK_TEXTS[locale];
  return html`<section class="card bad"><h2>${texts.happened}</h2>${factList([
    [texts.state, task.level],
    [texts.error, html`<code>${task.error}</code>`],
    [texts.parkedAt, instantText(task.openedAt, locale, zone)],
    [texts.attempts, String(ticket.attempt)],
    // Whoever could not be reached by a message is called from here.
    [texts.contact, [post.complainant?.phone, post.complainant?.email].filter(Boolean).join(' · ')],
  ])}${!task.closed && html`<p>${adviceOn(task.error, locale)}</p>`}</section>`;
}

function routeForm(filled: Filled, proving: Proving): Html {
  const { locale } = proving;
  const texts = DESK_TEXTS[locale];
  const departments = workingDepartments(locale);
  const labels: Record<string, string> = { category: texts.category, severity: texts.severity, lead: texts.lead };
  return html`<form method="post" class="card" ${returningToCode(proving, filled, 'route')}><h2>${texts.routeTitle}</h2>${faultList(filled, (name) => labels[name] ?? name)}
${select(filled, { name: 'category', label: texts.category, options: categories(locale) })}
${select(filled, { name: 'severity', label: texts.severity, options: optionsOf(SEVERITY_WORDS[locale]) })}
${select(filled, { name: 'lead', label: texts.lead, options: departments })}
<fieldset class="field"><legend>${texts.supporting} <span class="optional">(${FIELD_TEXTS[locale].optional})</span></legend>
${departments.map(([id, label]) => checkbox(filled, { name: `supporting.${id}`, label }))}</fieldset>
${withCodeInSight(proving, filled, 'route', html`<button name="act" value="route">${texts.route}</button>`)}</form>`;
}

function goOnForm(filled: Filled, proving: Proving): Html {
  const texts = DESK_TEXTS[filled.locale];
  return html`<form method="post" class="card" ${returning('go-on')}>${faultList(filled, () => texts.note)}
${textArea(filled, { name: 'note', label: texts.note, hint: texts.noteHint, max: 2000 })}
<p class="hint">${texts.resumeHint} ${FIELD_TEXTS[filled.locale].masked}</p>
${withCode(proving, filled, 'go-on', html`<button name="act" value="go-on">${texts.resume}</button>`)}</form>`;
}
