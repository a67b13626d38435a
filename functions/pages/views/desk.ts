import { html } from 'hono/html';
import { instantText } from '../../messages/due-text.ts';
import { PAGES } from '../../messages/pages.ts';
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
  const texts = PAGES[locale];
  const filled = { typed, faults: isOf(typed, 'open-round') ? {} : ofOtherForms(faults), texts };
  const isParked = task.work === 'parked';
  const body = html`${closedTask(desk, closing(desk))}
${!task.closed && dueDates(ticket, task.dueAt, desk)}${clockNotes(ticket, desk)}
${isParked ? happened(desk) : whyNotRouted(desk)}
${complaintFacts(post, ticket, desk)}
${mergedCards(desk.merged, desk, task.closed ? undefined : { typed, faults, texts })}
${historyView(desk)}
${!task.closed && (isParked ? goOnForm(filled, desk) : routeForm(filled, desk))}${clockForms(desk.offers, filled, desk)}
${!task.closed && desk.history.mayOpenRound && openRoundForm(desk, typed, faults)}`;
  return layout({ locale, title: isParked ? texts.desk.parkedTitle : texts.desk.routeTitle, ticket: id, body });
}

function closing({ ticket, task, note, locale }: Desk): Html | undefined {
  if (task.work === 'parked') return note === undefined ? undefined : said(note);
  const { routed } = ticket;
  const { desk, severity } = PAGES[locale];
  if (!routed) return undefined;
  return factList([
    [desk.category, categoryName(routed.category, locale)],
    [desk.severity, severity[routed.severity]],
    [desk.lead, departmentName(routed.lead, locale)],
    [desk.supporting, routed.supporting.map((id) => departmentName(id, locale)).join(' · ')],
  ]);
}

/** Each question that triage asked of its tables, with the row that answered and those that did not fit. */
function whyNotRouted({ ticket, locale }: Desk): Html | undefined {
  const { desk } = PAGES[locale];
  if (!ticket.triage) return undefined;
  const asked = ticket.triage.because.map(
    ({ question, table, version, rule, passedOver }) =>
      html`<li><strong>${desk.question[question] ?? question}</strong><br>${desk.table}: ${table} ${version} · ${desk.rule}: ${rule}
${passedOver.length > 0 && html`<br><span class="soft">${desk.passedOver}: ${passedOver.join(', ')}</span>`}</li>`,
  );
  return html`<section class="card"><h2>${desk.why}</h2><ul>${asked}</ul></section>`;
}

function happened({ ticket, task, post, locale, zone }: Desk): Html {
  const { desk } = PAGES[locale];
  return html`<section class="card bad"><h2>${desk.happened}</h2>${factList([
    [desk.state, task.level],
    [desk.error, html`<code>${task.error}</code>`],
    [desk.parkedAt, instantText(task.openedAt, locale, zone)],
    [desk.attempts, String(ticket.attempt)],
    // Whoever could not be reached by a message is called from here.
    [desk.contact, [post.complainant?.phone, post.complainant?.email].filter(Boolean).join(' · ')],
  ])}</section>`;
}

function routeForm(filled: Filled, proving: Proving): Html {
  const { locale } = proving;
  const { desk, severity } = filled.texts;
  const departments = workingDepartments(locale);
  const labels: Record<string, string> = { category: desk.category, severity: desk.severity, lead: desk.lead };
  return html`<form method="post" class="card" ${returningToCode(proving, filled, 'route')}><h2>${desk.routeTitle}</h2>${faultList(filled, (name) => labels[name] ?? name)}
${select(filled, { name: 'category', label: desk.category, options: categories(locale) })}
${select(filled, { name: 'severity', label: desk.severity, options: optionsOf(severity) })}
${select(filled, { name: 'lead', label: desk.lead, options: departments })}
<fieldset class="field"><legend>${desk.supporting} <span class="optional">(${filled.texts.common.optional})</span></legend>
${departments.map(([id, label]) => checkbox(filled, { name: `supporting.${id}`, label }))}</fieldset>
${withCodeInSight(proving, filled, 'route', html`<button name="act" value="route">${desk.route}</button>`)}</form>`;
}

function goOnForm(filled: Filled, proving: Proving): Html {
  const { desk, common } = filled.texts;
  return html`<form method="post" class="card" ${returning('go-on')}>${faultList(filled, () => desk.note)}
${textArea(filled, { name: 'note', label: desk.note, hint: desk.noteHint, max: 2000 })}
<p class="hint">${desk.resumeHint} ${common.masked}</p>
${withCode(proving, filled, 'go-on', html`<button name="act" value="go-on">${desk.resume}</button>`)}</form>`;
}
