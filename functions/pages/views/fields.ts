import { html, raw } from 'hono/html';
import type { Locale } from '../../domain/complaint-posted.ts';
import { FIELD_TEXTS } from '../../messages/pages/fields.ts';
import type { Faults, Typed } from '../form.ts';
import type { Html } from './layout.ts';

/** What a form shows again: what was typed, and what is wrong with it; and in which language. */
export type Filled = Readonly<{ typed: Typed; faults: Faults; locale: Locale }>;
export type Option = readonly [value: string, label: string];
export type Field = Readonly<{ name: string; label: string; hint?: string; optional?: boolean; max?: number }>;

/** Whether it was this form that somebody sent: to decide, or for a code to decide with. */
export const isOf = (typed: Typed, act: string): boolean => typed.act === act || typed.for === act;

const idOf = (name: string) => name.replaceAll('.', '-');
const flag = (attribute: string, isSet: boolean | undefined) => (isSet ? raw(` ${attribute}`) : '');

/** Options of an enumeration, in its order, with the labels of a catalogue. */
export const optionsOf = (labels: Readonly<Record<string, string>>): Option[] => Object.entries(labels);

export function textArea(filled: Filled, field: Field): Html {
  return labelled(
    filled,
    field,
    html`<textarea ${attributes(filled, field)} rows="5">${filled.typed[field.name] ?? ''}</textarea>`,
  );
}

export function textInput(filled: Filled, field: Field & { inputMode?: 'decimal'; type?: 'datetime-local' }): Html {
  const value = filled.typed[field.name] ?? '';
  const mode = field.inputMode ? raw(' inputmode="decimal"') : '';
  return labelled(
    filled,
    field,
    html`<input type="${field.type ?? 'text'}" ${attributes(filled, field)}${mode} value="${value}" autocomplete="off">`,
  );
}

export function select(filled: Filled, field: Field & { options: readonly Option[] }): Html {
  const chosen = filled.typed[field.name] ?? '';
  const options = field.options.map(
    ([value, label]) => html`<option value="${value}"${flag('selected', value === chosen)}>${label}</option>`,
  );
  return labelled(
    filled,
    field,
    html`<select ${attributes(filled, field)}><option value="">${FIELD_TEXTS[filled.locale].choose}</option>${options}</select>`,
  );
}

/** Leads back to the form after it was sent: a code to type, or what is wrong, is in sight at once. Once the form is done with, it is gone, and the page begins at its top. */
export const returning = (form: string): Html => html`id="form-${form}" action="#form-${form}"`;

/** One of a few, each large enough for a thumb. */
export function radios(filled: Filled, field: Field & { options: readonly Option[] }): Html {
  const { name, label } = field;
  const choices = field.options.map(
    ([value, text]) =>
      html`<label class="choice" for="${idOf(name)}-${value}"><input type="radio" id="${idOf(name)}-${value}" name="${name}" value="${value}"${flag('checked', filled.typed[name] === value)}${flag('required', !field.optional)}><span>${text}</span></label>`,
  );
  return html`<fieldset class="field" id="${idOf(name)}"><legend>${label}</legend>${notes(filled, field)}${choices}</fieldset>`;
}

/** `required`: nothing is done without the tick, which no machine that only presses buttons sets. */
export function checkbox(filled: Filled, field: Pick<Field, 'name' | 'label'> & { required?: boolean }): Html {
  const { name, label, required } = field;
  return html`<label class="choice" for="${idOf(name)}"><input type="checkbox" id="${idOf(name)}" name="${name}" value="yes"${flag('checked', Boolean(filled.typed[name]))}${flag('required', required)}><span>${label}</span></label>`;
}

/** All faults at the top, each naming its field and leading to it. */
export function faultList({ faults, locale }: Filled, labelOf: (name: string) => string): Html | undefined {
  const texts = FIELD_TEXTS[locale];
  const all = Object.entries(faults);
  if (all.length === 0) return undefined;
  const items = all.map(
    ([name, fault]) => html`<li><a href="#${idOf(name)}">${labelOf(name)}: ${texts.faults[fault]}</a></li>`,
  );
  return html`<section class="card bad" role="alert"><h2>${texts.faultsTitle}</h2><ul>${items}</ul></section>`;
}

function labelled(filled: Filled, field: Field, control: Html): Html {
  const optional = field.optional && html` <span class="optional">(${FIELD_TEXTS[filled.locale].optional})</span>`;
  return html`<div class="field"><label for="${idOf(field.name)}">${field.label}${optional}</label>${notes(filled, field)}${control}</div>`;
}

function notes({ faults, locale }: Filled, { name, hint }: Field): Html {
  const fault = faults[name];
  return html`${hint && html`<span class="hint" id="${idOf(name)}-hint">${hint}</span>`}${fault && html`<span class="fault" id="${idOf(name)}-fault">${FIELD_TEXTS[locale].faults[fault]}</span>`}`;
}

function attributes({ faults }: Filled, { name, hint, optional, max }: Field): Html {
  const isFaulty = Boolean(faults[name]);
  const described = [hint && `${idOf(name)}-hint`, isFaulty && `${idOf(name)}-fault`].filter(Boolean).join(' ');
  return html`id="${idOf(name)}" name="${name}"${max && html` maxlength="${max}"`}${flag('required', !optional)}${flag('aria-invalid="true"', isFaulty)}${described && html` aria-describedby="${described}"`}`;
}
