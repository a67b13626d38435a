import { html } from 'hono/html';
import type { ComplaintPosted, Locale } from '../../domain/complaint-posted.ts';
import { FIELD_TEXTS } from '../../messages/pages/fields.ts';
import { FINDINGS_TEXTS } from '../../messages/pages/findings.ts';
import { FINDINGS_FORM_TEXTS } from '../../messages/pages/findings-form.ts';
import {
  BASIS_WORDS,
  EVIDENCE_WORDS,
  LIABILITY_WORDS,
  REMEDY_WORDS,
  ROOT_CAUSE_WORDS,
  VERDICT_WORDS,
} from '../../messages/pages/findings-words.ts';
import { WORK_TEXTS } from '../../messages/pages/work.ts';
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
  const { locale } = filled;
  const [texts, findings] = [FINDINGS_FORM_TEXTS[locale], FINDINGS_TEXTS[locale]];
  const isSent = isOf(filled.typed, 'file');
  const button = html`<button name="act" value="file">${texts.file}</button>`;
  return html`<form method="post" class="card" ${returningToCode(proving, filled, 'file')}><h2>${texts.fileTitle}</h2>
${isSent && faultList(filled, (name) => labelOf(name, locale))}
${textArea(filled, { name: 'facts', label: findings.facts, hint: texts.factsHint, max: 3000 })}
${table(filled, 'evidence', findings.evidence, (row, label, optional) => [
  select(filled, {
    name: `${row}.kind`,
    label: `${label} · ${texts.kind}`,
    options: optionsOf(EVIDENCE_WORDS[locale]),
    optional,
  }),
  textInput(filled, { name: `${row}.reference`, label: `${label} · ${texts.evidenceReference}`, max: 200, optional }),
])}
${select(filled, { name: 'liability', label: findings.liability, options: optionsOf(LIABILITY_WORDS[locale]) })}
${table(filled, 'basis', findings.basis, (row, label, optional) => [
  select(filled, {
    name: `${row}.kind`,
    label: `${label} · ${texts.kind}`,
    options: optionsOf(BASIS_WORDS[locale]),
    optional,
  }),
  textInput(filled, { name: `${row}.citation`, label: `${label} · ${texts.citation}`, max: 300, optional }),
])}
${demands.map((demand, i) => answerTo(filled, demand, i))}
${table(filled, 'remedies', findings.remedies, (row, label) => [
  select(filled, { name: `${row}.kind`, label, options: optionsOf(REMEDY_WORDS[locale]), optional: true }),
  textInput(filled, { name: `${row}.amount`, label: texts.amount(currency), optional: true, inputMode: 'decimal' }),
])}
<p class="hint">${texts.amountHint}</p>
${select(filled, { name: 'rootCause', label: findings.rootCause, options: optionsOf(ROOT_CAUSE_WORDS[locale]) })}
${isAgain && checkbox(filled, { name: 'reviewed', label: texts.reviewed, required: true })}
<p class="hint">${texts.fileHint} ${FIELD_TEXTS[locale].masked}</p>
${isSent && (proving.code || proving.problem) ? withCodeInSight(proving, filled, 'file', button) : button}</form>`;
}

/** Passing the work on needs a department and a reason. */
export function transferForm(filled: Filled, from: string | undefined, proving: Proving): Html {
  const texts = WORK_TEXTS[filled.locale];
  const isShown = isOf(filled.typed, 'transfer');
  const options = workingDepartments(proving.locale, from);
  return html`<form method="post" class="card" ${returning('transfer')}><details${isShown ? html` open` : ''}><summary>${texts.transferTitle}</summary>
<div>${isShown && faultList(filled, (name) => (name === 'to' ? texts.transferTo : texts.transferReason))}
${select(filled, { name: 'to', label: texts.transferTo, options })}
${textArea(filled, { name: 'reason', label: texts.transferReason, max: 2000 })}
${withCode(proving, filled, 'transfer', html`<button name="act" value="transfer">${texts.transfer}</button>`)}</div></details></form>`;
}

/** The light path: one text, which goes to the customer. */
export function answerForm(filled: Filled, proving: Proving): Html {
  const texts = WORK_TEXTS[filled.locale];
  const isSent = isOf(filled.typed, 'answer');
  return html`<form method="post" class="card" ${returning('answer')}>${isSent && faultList(filled, () => texts.answerLabel)}
${textArea(filled, { name: 'answer', label: texts.answerLabel, hint: texts.answerHint, max: 4000 })}
<p class="hint">${FIELD_TEXTS[filled.locale].masked}</p>
${withCode(proving, filled, 'answer', html`<button name="act" value="answer">${texts.answer}</button>`)}</form>`;
}

/** `basis.1.citation` as the page calls it. */
function labelOf(name: string, locale: Locale): string {
  const texts = FINDINGS_FORM_TEXTS[locale];
  if (name === 'reviewed') return texts.reviewed;
  const [table = '', row] = name.split('.');
  if (table === 'answers') return texts.demand(Number(row) + 1);
  const title = (FINDINGS_TEXTS[locale] as Readonly<Record<string, unknown>>)[table];
  const label = typeof title === 'string' ? title : name;
  return row === undefined ? label : texts.row(label, Number(row) + 1);
}

function answerTo(filled: Filled, demand: string, index: number): Html {
  const texts = FINDINGS_FORM_TEXTS[filled.locale];
  return html`<fieldset class="group"><legend>${texts.demand(index + 1)}</legend>${said(demand)}<br>
${radios(filled, { name: `answers.${index}.verdict`, label: texts.verdict, options: optionsOf(VERDICT_WORDS[filled.locale]) })}
${textArea(filled, { name: `answers.${index}.reason`, label: texts.reason, max: 1000 })}</fieldset>`;
}

type Row = (name: string, label: string, isOptional: boolean) => readonly [Html, Html];

/** The rows of a table of fields: the first must be filled in unless the table may stay empty; the rest is folded away. */
function table({ typed, locale }: Filled, name: keyof typeof ROWS, title: string, row: Row): Html {
  const texts = FINDINGS_FORM_TEXTS[locale];
  const key = { evidence: 'reference', basis: 'citation', remedies: 'kind' }[name];
  const filled = filledRows(typed, name, key);
  const count = Math.max(ROWS[name], (filled.at(-1) ?? -1) + 2);
  const rows = Array.from(
    { length: count },
    (_, i) => html`<div class="row">${row(`${name}.${i}`, texts.row(title, i + 1), i > 0)}</div>`,
  );
  const open = Math.max(1, filled.length);
  return html`<fieldset class="group"><legend>${title}</legend>${rows.slice(0, open)}
<details><summary>${texts.moreRows}</summary><div>${rows.slice(open)}</div></details></fieldset>`;
}
