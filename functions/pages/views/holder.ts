import { html } from 'hono/html';
import type { Locale } from '../../domain/complaint-posted.ts';
import { principal } from '../../domain/four-eyes.ts';
import type { Person } from '../../domain/roster.ts';
import { mayDo } from '../../domain/tasks.ts';
import type { Task } from '../../domain/ticket.ts';
import { LEVEL_WORDS, PEOPLE_TEXTS } from '../../messages/pages/people.ts';
import { type Proving, withCode } from './code.ts';
import { type Filled, faultList, isOf, type Option, returning, select } from './fields.ts';
import { placeName } from './labels.ts';
import type { Html } from './layout.ts';

export type Names = Readonly<Record<string, string>>;
/** Who looks at a task by a link of theirs. */
export type Holder = Readonly<{ locale: Locale; names: Names; task: Task; person: string }>;

/** Everybody whom the pages name about a task. */
export const peopleOf = ({ person, actingFor, closed }: Task) => [person, actingFor, closed?.by];

/** Whether the person may still act on it: whoever gave it away looks, and no more. */
export const isToDo = ({ task, person }: Holder): boolean => !task.closed && mayDo(task, person);

/** Who closed a task, and in whose place; or who had decided already, where nobody was asked. */
export function doneBy(task: Task, names: Names, locale: Locale): string {
  const texts = PEOPLE_TEXTS[locale];
  const nameOf = (id: string) => names[id] ?? id;
  if (task.coveredBy) return texts.covered(nameOf(task.person));
  const by = task.closed?.by ?? '';
  const whom = principal(task, by);
  return whom ? texts.actingFor(nameOf(by), nameOf(whom)) : nameOf(by);
}

/** In whose place the person acts, or who has the task now. */
export function holderNote({ task, person, names, locale }: Holder): Html | undefined {
  const texts = PEOPLE_TEXTS[locale];
  if (task.closed) return undefined;
  const whom = principal(task, person);
  if (whom) return html`<section class="card note"><p>${texts.youActFor(names[whom] ?? whom)}</p></section>`;
  if (mayDo(task, person)) return undefined;
  return html`<section class="card note" role="status"><h2>${texts.givenTo(names[task.person] ?? task.person, placeName(task, locale))}</h2>
<p>${texts.givenText}</p></section>`;
}

/** The colleagues who may take it; no form where there is none. */
export function giveForm(filled: Filled, colleagues: readonly Person[], proving: Proving): Html | undefined {
  const texts = PEOPLE_TEXTS[filled.locale];
  const isShown = isOf(filled.typed, 'give');
  if (colleagues.length === 0) return undefined;
  const options = colleagues.map(({ id, name, roles }): Option => {
    const levels = roles.flatMap((role) => LEVEL_WORDS[filled.locale][role] ?? []);
    return [id, [name, ...levels].join(' · ')];
  });
  const button = html`<button name="act" value="give">${texts.give}</button>`;
  return html`<form method="post" class="card" ${returning('give')}><details${isShown ? html` open` : ''}><summary>${texts.giveTitle}</summary>
<div>${isShown && faultList(filled, () => texts.giveTo)}
${select(filled, { name: 'colleague', label: texts.giveTo, hint: texts.giveHint, options })}
${withCode(proving, filled, 'give', button)}</div></details></form>`;
}
