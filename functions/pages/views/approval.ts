import { html } from 'hono/html';
import type { Proposal } from '../../domain/case-file.ts';
import type { Locale } from '../../domain/complaint-posted.ts';
import type { Person } from '../../domain/roster.ts';
import type { Task } from '../../domain/ticket.ts';
import { instantText } from '../../messages/due-text.ts';
import { moneyText } from '../../messages/money-text.ts';
import { APPROVAL_TEXTS } from '../../messages/pages/approval.ts';
import { FINDINGS_TEXTS } from '../../messages/pages/findings.ts';
import { LEVEL_WORDS } from '../../messages/pages/people.ts';
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
  const texts = APPROVAL_TEXTS[locale];
  const body = html`${closedTask(approval, reason === undefined ? undefined : said(reason))}
${holderNote(approval)}
${!task.closed && dueDates(ticket, task.dueAt, approval)}${clockNotes(ticket, approval)}
${summary(approval)}
${approval.proposal.findings.map((part) => departmentCard(approval, part))}
${complaintFacts(post, ticket, approval)}
${historyView({ ...approval, currency: approval.proposal.currency })}
${isToDo(approval) && html`<nav class="jump"><a href="#form-approve">${texts.jump}</a></nav>${decisionForms(approval, { typed, faults, locale })}`}`;
  return layout({ locale, title: texts.title, ticket: id, body });
}

function summary({ locale, zone, proposal, task, ticket, approvedBefore, names }: Approval): Html {
  const texts = APPROVAL_TEXTS[locale];
  const before = approvedBefore.map(
    (done) =>
      html`<li>${levelName(done.level, locale)} · ${doneBy(done, names, locale)} · ${done.closed && instantText(done.closed.at, locale, zone)}</li>`,
  );
  return html`<section class="card"><h2>${texts.proposal}</h2>${factList([
    [FINDINGS_TEXTS[locale].total, html`<strong>${moneyText(proposal.totalMinor, proposal.currency, locale)}</strong>`],
    [texts.level, levelName(task.level, locale)],
    [texts.versionLabel, texts.version(proposal.version)],
    [texts.rule, ticket.proposals.at(-1)?.because.rule],
    [texts.earlier, before.length > 0 ? html`<ul>${before}</ul>` : texts.noneBefore],
  ])}</section>`;
}

function departmentCard({ locale, post, proposal, names, ticket }: Approval, part: Proposal['findings'][number]): Html {
  const { currency } = proposal;
  const filed = ticket.tasks[part.task];
  return html`<section class="card"><h2>${FINDINGS_TEXTS[locale].byDepartment(departmentName(part.department, locale))}</h2>
<p class="soft">${APPROVAL_TEXTS[locale].investigatedBy}: ${filed ? doneBy(filed, names, locale) : part.by}</p>
${findingsView(part.findings, post.demands, { currency, locale })}</section>`;
}

/** `seen`: the digest of the proposal on this page, so that no other is approved by it. */
function decisionForms(shown: Approval, filled: Filled): Html {
  const { task, colleagues } = shown;
  const texts = APPROVAL_TEXTS[filled.locale];
  const isReturning = isOf(filled.typed, 'return');
  const hidden = html`<input type="hidden" name="seen" value="${task.proposal ?? ''}">`;
  return html`<form method="post" class="card" ${returning('approve')}>${hidden}<p class="hint">${texts.approveHint}</p>
${withCode(shown, filled, 'approve', html`<button name="act" value="approve">${texts.approve}</button>`)}</form>
<form method="post" class="card" ${returning('return')}>${hidden}<details${isReturning ? html` open` : ''}><summary>${texts.returnTitle}</summary>
<div>${isReturning && faultList(filled, () => texts.returnReason)}${textArea(filled, { name: 'reason', label: texts.returnReason, hint: texts.returnHint, max: 2000 })}
${withCode(shown, filled, 'return', html`<button class="grave" name="act" value="return">${texts.return}</button>`)}</div></details></form>
${giveForm(filled, colleagues, shown)}`;
}

const levelName = (level: string | undefined, locale: Locale): string =>
  LEVEL_WORDS[locale][level ?? ''] ?? level ?? '';
