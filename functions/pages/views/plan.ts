import { html } from 'hono/html';
import { COMPLAINT_TEXTS } from '../../messages/pages/complaint.ts';
import { FIELD_TEXTS } from '../../messages/pages/fields.ts';
import { PLAN_TEXTS } from '../../messages/pages/plan.ts';
import { MAJOR } from '../../rules/major.ts';
import type { Typed } from '../form.ts';
import { closedTask } from './closed-task.ts';
import { type OnTask, type Proving, withCode } from './code.ts';
import { complaintFacts, dueDates, factList, said } from './facts.ts';
import { type Filled, faultList, returning, textArea } from './fields.ts';
import { type Html, layout } from './layout.ts';

/** What the incident officer needs to see of the ticket that raised the incident. */
export type Plan = OnTask &
  Readonly<{
    /** What was filed, once the task is closed. */
    filed?: string | undefined;
  }>;

export function planPage(opened: Plan, typed: Typed = {}, faults: Filled['faults'] = {}): Html {
  const { locale, id, ticket, task, post, filed } = opened;
  const body = html`${closedTask(opened, filed === undefined ? undefined : said(filed))}
${!task.closed && dueDates(ticket, task.dueAt, opened)}
${raised(opened)}
${complaintFacts(post, ticket, opened)}
${!task.closed && planForm({ typed, faults, locale }, opened)}`;
  return layout({ locale, title: PLAN_TEXTS[locale].title, ticket: id, body });
}

/** Which row of the table raised it, and how many people had complained by then. */
function raised({ ticket, task, locale }: Plan): Html | undefined {
  const texts = PLAN_TEXTS[locale];
  const found = ticket.raised.find(({ incident }) => task.id === `plan-${incident}`);
  if (!found) return undefined;
  return html`<section class="card bad"><h2>${COMPLAINT_TEXTS[locale].partOfIncident}</h2>${factList([
    [texts.incident, html`<code>${found.incident}</code>`],
    [texts.rule, `${MAJOR.id} ${MAJOR.version} · ${found.rule}`],
    [texts.tickets, String(found.tickets)],
  ])}</section>`;
}

function planForm(filled: Filled, proving: Proving): Html {
  const texts = PLAN_TEXTS[filled.locale];
  return html`<form method="post" class="card" ${returning('plan')}>${faultList(filled, () => texts.label)}
${textArea(filled, { name: 'plan', label: texts.label, hint: texts.hint, max: 4000 })}
<p class="hint">${FIELD_TEXTS[filled.locale].masked}</p>
${withCode(proving, filled, 'plan', html`<button name="act" value="plan">${texts.file}</button>`)}</form>`;
}
