import { html } from 'hono/html';
import type { Findings } from '../../domain/case-file.ts';
import type { Person } from '../../domain/roster.ts';
import { FINDINGS_TEXTS } from '../../messages/pages/findings.ts';
import { WORK_TEXTS } from '../../messages/pages/work.ts';
import type { ClockOffers } from '../clock-offers.ts';
import type { Typed } from '../form.ts';
import type { Merged } from '../merged.ts';
import { clockForms } from './clock-forms.ts';
import { clockNotes } from './clock-notes.ts';
import { closedTask } from './closed-task.ts';
import type { OnTask } from './code.ts';
import { complaintFacts, dueDates, said } from './facts.ts';
import { type Filled, isOf } from './fields.ts';
import { findingsView } from './findings.ts';
import { answerForm, findingsForm, transferForm } from './findings-form.ts';
import { type History, historyView } from './history.ts';
import { giveForm, holderNote, isToDo } from './holder.ts';
import { departmentName } from './labels.ts';
import { type Html, layout } from './layout.ts';
import { mergedCards, ofOtherForms } from './merged.ts';
import { openRoundForm } from './open-round.ts';

export type Filed = Readonly<{ department: string; findings: Findings }>;

/** What a handler needs to see of a ticket to do one task. */
export type Work = OnTask &
  Readonly<{
    currency: string;
    merged: readonly Merged[];
    /** Why an approver returned the proposal, and why another department passed the work on. */
    returned?: string | undefined;
    transferred?: string | undefined;
    /** What departments found before this task was opened. */
    earlier: readonly Filed[];
    /** What was filed with this task, once it is closed. */
    filed?: Findings | undefined;
    answered?: string | undefined;
    history: History;
    /** Who looks at it, and who may take it from them. */
    person: string;
    colleagues: readonly Person[];
    /** What may be done to the dates. */
    offers: ClockOffers;
  }>;

export function workPage(work: Work, typed: Typed, faults: Filled['faults'] = {}): Html {
  const { locale, id, ticket, task, post } = work;
  const texts = WORK_TEXTS[locale];
  const body = html`${task.closed && closedTask(work, filedWith(work))}
${holderNote(work)}
${!task.closed && dueDates(ticket, task.dueAt, work)}${clockNotes(ticket, work)}
${whySaid(texts.returned, work.returned)}${whySaid(texts.transferredIn, work.transferred)}
${complaintFacts(post, ticket, work)}
${mergedCards(work.merged, work, isToDo(work) ? { typed, faults, locale } : undefined)}
${earlierFindings(work)}
${historyView(work)}
${isToDo(work) && forms(work, { typed, faults: isOf(typed, 'open-round') ? {} : ofOtherForms(faults), locale })}${clockForms(work.offers, { typed, faults, locale }, work)}
${isToDo(work) && work.history.mayOpenRound && openRoundForm(work, typed, faults)}`;
  return layout({
    locale,
    title: task.work === 'answer' ? texts.answerTitle : texts.title,
    ticket: id,
    body,
  });
}

const whySaid = (title: string, text: string | undefined): Html | undefined =>
  text === undefined ? undefined : html`<section class="card note"><h2>${title}</h2>${said(text)}</section>`;

function forms(work: Work, filled: Filled): Html {
  const { task, colleagues } = work;
  if (task.work === 'answer') return html`${answerForm(filled, work)}${giveForm(filled, colleagues, work)}`;
  return html`${findingsForm(filled, { ...work, isAgain: ownFiling(work) !== undefined })}${transferForm(filled, task.department, work)}${giveForm(filled, colleagues, work)}`;
}

/** What the department filed before: a handler whose proposal came back goes on from it. */
export const ownFiling = ({ earlier, task }: Pick<Work, 'earlier' | 'task'>): Filed | undefined =>
  earlier.findLast(({ department }) => department === task.department);

function earlierFindings(work: Work): readonly Html[] {
  const texts = FINDINGS_TEXTS[work.locale];
  return work.earlier.map(
    ({ department, findings: found }) =>
      html`<section class="card"><details><summary>${texts.byDepartment(departmentName(department, work.locale))}</summary>${findingsView(found, work.post.demands, work)}</details></section>`,
  );
}

function filedWith({ filed, answered, post, currency, locale }: Work): Html | undefined {
  if (answered !== undefined) return said(answered);
  return filed && findingsView(filed, post.demands, { currency, locale });
}
