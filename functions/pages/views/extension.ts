import { html } from 'hono/html';
import type { ComplaintPosted } from '../../domain/complaint-posted.ts';
import { whereItStands } from '../../domain/extension/where-it-stands.ts';
import type { Extension, Task, Ticket } from '../../domain/ticket.ts';
import { dueText, instantText } from '../../messages/due-text.ts';
import { VOID_WORDS } from '../../messages/pages/clock-notes.ts';
import { CLOCK_WORDS } from '../../messages/pages/due-dates.ts';
import { EXTENSION_TEXTS } from '../../messages/pages/extension.ts';
import { LEVEL_WORDS } from '../../messages/pages/people.ts';
import type { Typed } from '../form.ts';
import { clockNotes } from './clock-notes.ts';
import { closedTask } from './closed-task.ts';
import { type Proving, withCode } from './code.ts';
import { complaintFacts, dueDates, factList, said } from './facts.ts';
import { type Filled, faultList, isOf, textArea } from './fields.ts';
import { departmentName } from './labels.ts';
import { type Html, layout } from './layout.ts';

/** What somebody needs to see to give a complaint more time, or not. */
export type AskedFor = Proving &
  Readonly<{
    id: string;
    names: Readonly<Record<string, string>>;
    ticket: Ticket;
    task: Task;
    extension: Extension;
    post: ComplaintPosted;
    /** What the proposer wrote, and what was written against it. */
    reason?: string | undefined;
    refusal?: string | undefined;
  }>;

export function extensionPage(deciding: AskedFor, typed: Typed = {}, faults: Filled['faults'] = {}): Html {
  const { locale, id, ticket, task, post, extension, refusal } = deciding;
  const over = extension.void && html`<p>${VOID_WORDS[locale][extension.void.because]}</p>`;
  const body = html`${closedTask(deciding, refusal === undefined ? over : said(refusal))}
${dueDates(ticket, task.closed ? undefined : task.dueAt, deciding)}${clockNotes(ticket, deciding)}
${asked(deciding)}${standing(deciding)}
${!task.closed && forms(deciding, { typed, faults, locale })}
${complaintFacts(post, ticket, deciding)}`;
  return layout({ locale, title: EXTENSION_TEXTS[locale].title, ticket: id, body });
}

function asked({ locale, zone, extension, names, reason }: AskedFor): Html {
  const texts = EXTENSION_TEXTS[locale];
  const { clock, from, dueAt, rule, level, by, at } = extension;
  return html`<section class="card"><h2>${texts.asked}</h2>${factList([
    [texts.clock, CLOCK_WORDS[locale][clock] ?? clock],
    [texts.from, `${dueText(from, locale, zone)} (${zone})`],
    [texts.to, html`<strong>${dueText(dueAt, locale, zone)}</strong> (${zone})`],
    [texts.rule, rule],
    [texts.level, LEVEL_WORDS[locale][level] ?? level],
    [texts.by, by === 'watch' ? texts.watch : (names[by] ?? by)],
    [texts.at, instantText(at, locale, zone)],
  ])}<h3>${texts.reason}</h3>${reason === undefined ? html`<p>${texts.noReason}</p>` : said(reason)}</section>`;
}

function standing({ ticket, locale, zone }: AskedFor): Html {
  const texts = EXTENSION_TEXTS[locale];
  const { owed, returns, approvals } = whereItStands(ticket);
  const works = owed.map(({ work, department, openedAt }) => {
    const what = [texts.works[work], department && departmentName(department, locale)].filter(Boolean).join(' · ');
    return html`<li>${texts.owed(what, instantText(openedAt, locale, zone))}</li>`;
  });
  return html`<section class="card"><h2>${texts.stands}</h2><ul>${works}</ul>${factList([
    [texts.approvals, String(approvals)],
    [texts.returns, String(returns)],
  ])}</section>`;
}

function forms(deciding: AskedFor, filled: Filled): Html {
  const texts = EXTENSION_TEXTS[filled.locale];
  const isRefusing = isOf(filled.typed, 'refuse');
  return html`<form method="post" class="card"><p class="hint">${texts.approveHint}</p>
${withCode(deciding, filled, 'approve', html`<button name="act" value="approve">${texts.approve}</button>`)}</form>
<form method="post" class="card"><details${isRefusing ? html` open` : ''}><summary>${texts.refuseTitle}</summary>
<div>${isRefusing && faultList(filled, () => texts.refuseReason)}${textArea(filled, { name: 'reason', label: texts.refuseReason, hint: texts.refuseHint, max: 2000 })}
${withCode(deciding, filled, 'refuse', html`<button class="grave" name="act" value="refuse">${texts.refuse}</button>`)}</div></details></form>`;
}
