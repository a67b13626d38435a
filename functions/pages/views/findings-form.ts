import { html } from 'hono/html';
import type { ComplaintPosted } from '../../domain/complaint-posted.ts';
import type { PageTexts } from '../../messages/pages.ts';
import { ROWS } from '../findings-form.ts';
import { filledRows } from '../form.ts';
import { type Proving, returningToCode, withCode, withCodeInSight } from './code.ts';
import { said } from './facts.ts';
import {
  checkbox,
  type Filled,
  faultList,
  isOf,
  optionsOf,
  radios,
  returning,
  select,
  textArea,
  textInput,
} from './fields.ts';
import { workingDepartments } from './labels.ts';
import type { Html } from './layout.ts';

/** `isAgain`: the department has filed before, and its findings stand in the form already. */
export type Filing = Proving & Readonly<{ post: Pick<ComplaintPosted, 'demands'>; currency: string; isAgain: boolean }>;

/**
 * Everything a department has to say about a complaint. Rows are fixed in number: the page works without scripts. Whether
 * its remedies need a code is known only once they are filled in, and asked for then.
 */
export function findingsForm(filled: Filled, { post: { demands }, currency, isAgain, ...proving }: Filing): Html {
  const { texts } = filled;
  const { work, findings } = texts;
  const isSent = isOf(filled.typed, 'file');
  const button = html`<button name="act" value="file">${work.file}</button>`;
  return html`<form method="post" class="card" ${returningToCode(proving, filled, 'file')}><h2>${work.fileTitle}</h2>
${isSent && faultList(filled, (name) => labelOf(texts, name))}
${textArea(filled, { name: 'facts', label: findings.facts, hint: work.factsHint, max: 3000 })}
${table(filled, 'evidence', findings.evidence, (row, label, optional) => [
  select(filled, {
    name: `${row}.kind`,
    label: `${label} · ${work.kind}`,
    options: optionsOf(texts.evidenceKind),
    optional,
  }),
  textInput(filled, { name: `${row}.reference`, label: `${label} · ${work.evidenceReference}`, max: 200, optional }),
])}
${select(filled, { name: 'liability', label: findings.liability, options: optionsOf(texts.liability) })}
${table(filled, 'basis', findings.basis, (row, label, optional) => [
  select(filled, {
    name: `${row}.kind`,
    label: `${label} · ${work.kind}`,
    options: optionsOf(texts.basisKind),
    optional,
  }),
  textInput(filled, { name: `${row}.citation`, label: `${label} · ${work.citation}`, max: 300, optional }),
])}
${demands.map((demand, i) => answerTo(filled, demand, i))}
${table(filled, 'remedies', findings.remedies, (row, label) => [
  select(filled, { name: `${row}.kind`, label, options: optionsOf(texts.remedyKind), optional: true }),
  textInput(filled, { name: `${row}.amount`, label: work.amount(currency), optional: true, inputMode: 'decimal' }),
])}
<p class="hint">${work.amountHint}</p>
${select(filled, { name: 'rootCause', label: findings.rootCause, options: optionsOf(texts.rootCause) })}
${isAgain && checkbox(filled, { name: 'reviewed', label: work.reviewed, required: true })}
<p class="hint">${work.fileHint} ${texts.common.masked}</p>
${isSent && (proving.code || proving.problem) ? withCodeInSight(proving, filled, 'file', button) : button}</form>`;
}

/** Passing the work on needs a department and a reason. */
export function transferForm(filled: Filled, from: string | undefined, proving: Proving): Html {
  const { work } = filled.texts;
  const isShown = isOf(filled.typed, 'transfer');
  const options = workingDepartments(proving.locale, from);
  return html`<form method="post" class="card" ${returning('transfer')}><details${isShown ? html` open` : ''}><summary>${work.transferTitle}</summary>
<div>${isShown && faultList(filled, (name) => (name === 'to' ? work.transferTo : work.transferReason))}
${select(filled, { name: 'to', label: work.transferTo, options })}
${textArea(filled, { name: 'reason', label: work.transferReason, max: 2000 })}
${withCode(proving, filled, 'transfer', html`<button name="act" value="transfer">${work.transfer}</button>`)}</div></details></form>`;
}

/** The light path: one text, which goes to the customer. */
export function answerForm(filled: Filled, proving: Proving): Html {
  const { work, common } = filled.texts;
  const isSent = isOf(filled.typed, 'answer');
  return html`<form method="post" class="card" ${returning('answer')}>${isSent && faultList(filled, () => work.answerLabel)}
${textArea(filled, { name: 'answer', label: work.answerLabel, hint: work.answerHint, max: 4000 })}
<p class="hint">${common.masked}</p>
${withCode(proving, filled, 'answer', html`<button name="act" value="answer">${work.answer}</button>`)}</form>`;
}

/** `basis.1.citation` as the page calls it. */
function labelOf({ work, findings }: PageTexts, name: string): string {
  if (name === 'reviewed') return work.reviewed;
  const [table = '', row] = name.split('.');
  if (table === 'answers') return work.demand(Number(row) + 1);
  const title = (findings as Readonly<Record<string, unknown>>)[table];
  const label = typeof title === 'string' ? title : name;
  return row === undefined ? label : work.row(label, Number(row) + 1);
}

function answerTo(filled: Filled, demand: string, index: number): Html {
  const { work, verdict } = filled.texts;
  return html`<fieldset class="group"><legend>${work.demand(index + 1)}</legend>${said(demand)}<br>
${radios(filled, { name: `answers.${index}.verdict`, label: work.verdict, options: optionsOf(verdict) })}
${textArea(filled, { name: `answers.${index}.reason`, label: work.reason, max: 1000 })}</fieldset>`;
}

type Row = (name: string, label: string, isOptional: boolean) => readonly [Html, Html];

/** The rows of a table of fields: the first must be filled in unless the table may stay empty; the rest is folded away. */
function table({ typed, texts }: Filled, name: keyof typeof ROWS, title: string, row: Row): Html {
  const key = { evidence: 'reference', basis: 'citation', remedies: 'kind' }[name];
  const filled = filledRows(typed, name, key);
  const count = Math.max(ROWS[name], (filled.at(-1) ?? -1) + 2);
  const rows = Array.from(
    { length: count },
    (_, i) => html`<div class="row">${row(`${name}.${i}`, texts.work.row(title, i + 1), i > 0)}</div>`,
  );
  const open = Math.max(1, filled.length);
  return html`<fieldset class="group"><legend>${title}</legend>${rows.slice(0, open)}
<details><summary>${texts.work.moreRows}</summary><div>${rows.slice(open)}</div></details></fieldset>`;
}
