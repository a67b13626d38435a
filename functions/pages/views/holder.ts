import { html } from 'hono/html';
import type { Locale } from '../../domain/complaint-posted.ts';
import { principal } from '../../domain/four-eyes.ts';
import type { Person } from '../../domain/roster.ts';
import { mayDo } from '../../domain/tasks.ts';
import type { Task } from '../../domain/ticket.ts';
import { PAGES } from '../../messages/pages.ts';
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
  const { people } = PAGES[locale];
  const nameOf = (id: string) => names[id] ?? id;
  if (task.coveredBy) return people.covered(nameOf(task.person));
  const by = task.closed?.by ?? '';
  const whom = principal(task, by);
  return whom ? people.actingFor(nameOf(by), nameOf(whom)) : nameOf(by);
}

/** In whose place the person acts, or who has the task now. */
export function holderNote({ task, person, names, locale }: Holder): Html | undefined {
  const { people } = PAGES[locale];
  if (task.closed) return undefined;
  const whom = principal(task, person);
  if (whom) return html`<section class="card note"><p>${people.youActFor(names[whom] ?? whom)}</p></section>`;
  if (mayDo(task, person)) return undefined;
  return html`<section class="card note" role="status"><h2>${people.givenTo(names[task.person] ?? task.person, placeName(task, locale))}</h2>
<p>${people.givenText}</p></section>`;
}

/** The colleagues who may take it; no form where there is none. */
export function giveForm(filled: Filled, colleagues: readonly Person[], proving: Proving): Html | undefined {
  const { people, approval } = filled.texts;
  const isShown = isOf(filled.typed, 'give');
  if (colleagues.length === 0) return undefined;
  const options = colleagues.map(({ id, name, roles }): Option => {
    const levels = roles.flatMap((role) => approval.levels[role] ?? []);
    return [id, [name, ...levels].join(' · ')];
  });
  const button = html`<button name="act" value="give">${people.give}</button>`;
  return html`<form method="post" class="card" ${returning('give')}><details${isShown ? html` open` : ''}><summary>${people.giveTitle}</summary>
<div>${isShown && faultList(filled, () => people.giveTo)}
${select(filled, { name: 'colleague', label: people.giveTo, hint: people.giveHint, options })}
${withCode(proving, filled, 'give', button)}</div></details></form>`;
}
