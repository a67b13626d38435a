import { html } from 'hono/html';
import type { Proposal } from '../../domain/case-file.ts';
import type { Locale } from '../../domain/complaint-posted.ts';
import type { Person } from '../../domain/roster.ts';
import type { Task } from '../../domain/ticket.ts';
import { instantText } from '../../messages/due-text.ts';
import { moneyText } from '../../messages/money-text.ts';
import { PAGES } from '../../messages/pages.ts';
import type { Typed } from '../form.ts';
import { clockNotes } from './clock-notes.ts';
import { closedTask } from './closed-task.ts';
import { type OnTask, withCode } from './code.ts';
import { complaintFacts, dueDates, factList, said } from './facts.ts';
import { type Filled, faultList, isOf, returning, textArea } from './fields.ts';
import { findingsView } from './findings.ts';
import { type History, historyView } from './history.ts';
import { doneBy, giveForm, holderNote, isToDo } from './holder.ts';
import { departmentName } from './labels.ts';
import { type Html, layout } from './layout.ts';

/** What a manager needs to see to say yes or no. */
export type Approval = OnTask &
  Readonly<{
    proposal: Proposal;
    /** Levels of this proposal that have agreed already. */
    approvedBefore: readonly Task[];
    /** Who looks at it, and who may take it from them. */
    person: string;
    colleagues: readonly Person[];
    /** What the manager wrote, if the proposal was returned here. */
    reason?: string | undefined;
    history: History;
  }>;

export function approvalPage(approval: Approval, typed: Typed = {}, faults: Filled['faults'] = {}): Html {
  const { locale, id, ticket, task, post, reason } = approval;
  const texts = PAGES[locale];
  const body = html`${closedTask(approval, reason === undefined ? undefined : said(reason))}
${holderNote(approval)}
${!task.closed && dueDates(ticket, task.dueAt, approval)}${clockNotes(ticket, approval)}
${summary(approval)}
${approval.proposal.findings.map((part) => departmentCard(approval, part))}
${complaintFacts(post, ticket, approval)}
${historyView({ ...approval, currency: approval.proposal.currency })}
${isToDo(approval) && html`<nav class="jump"><a href="#form-approve">${texts.approval.jump}</a></nav>${decisionForms(approval, { typed, faults, texts })}`}`;
  return layout({ locale, title: texts.approval.title, ticket: id, body });
}

function summary({ locale, zone, proposal, task, ticket, approvedBefore, names }: Approval): Html {
  const { approval, findings } = PAGES[locale];
  const before = approvedBefore.map(
    (done) =>
      html`<li>${levelName(done.level, locale)} · ${doneBy(done, names, locale)} · ${done.closed && instantText(done.closed.at, locale, zone)}</li>`,
  );
  return html`<section class="card"><h2>${approval.proposal}</h2>${factList([
    [findings.total, html`<strong>${moneyText(proposal.totalMinor, proposal.currency, locale)}</strong>`],
    [approval.level, levelName(task.level, locale)],
    [approval.versionLabel, approval.version(proposal.version)],
    [approval.rule, ticket.proposals.at(-1)?.because.rule],
    [approval.earlier, before.length > 0 ? html`<ul>${before}</ul>` : approval.noneBefore],
  ])}</section>`;
}

function departmentCard({ locale, post, proposal, names, ticket }: Approval, part: Proposal['findings'][number]): Html {
  const { findings, approval } = PAGES[locale];
  const { currency } = proposal;
  const filed = ticket.tasks[part.task];
  return html`<section class="card"><h2>${findings.byDepartment(departmentName(part.department, locale))}</h2>
<p class="soft">${approval.investigatedBy}: ${filed ? doneBy(filed, names, locale) : part.by}</p>
${findingsView(part.findings, post.demands, { currency, locale })}</section>`;
}

/** `seen`: the digest of the proposal on this page, so that no other is approved by it. */
function decisionForms(shown: Approval, filled: Filled): Html {
  const { task, colleagues } = shown;
  const { approval } = filled.texts;
  const isReturning = isOf(filled.typed, 'return');
  const hidden = html`<input type="hidden" name="seen" value="${task.proposal ?? ''}">`;
  return html`<form method="post" class="card" ${returning('approve')}>${hidden}<p class="hint">${approval.approveHint}</p>
${withCode(shown, filled, 'approve', html`<button name="act" value="approve">${approval.approve}</button>`)}</form>
<form method="post" class="card" ${returning('return')}>${hidden}<details${isReturning ? html` open` : ''}><summary>${approval.returnTitle}</summary>
<div>${isReturning && faultList(filled, () => approval.returnReason)}${textArea(filled, { name: 'reason', label: approval.returnReason, hint: approval.returnHint, max: 2000 })}
${withCode(shown, filled, 'return', html`<button class="grave" name="act" value="return">${approval.return}</button>`)}</div></details></form>
${giveForm(filled, colleagues, shown)}`;
}

const levelName = (level: string | undefined, locale: Locale): string =>
  PAGES[locale].approval.levels[level ?? ''] ?? level ?? '';
