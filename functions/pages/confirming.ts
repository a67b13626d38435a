import { GUARD } from '../adapters/form-guard.ts';
import type { Followed } from '../adapters/links.ts';
import type { Again } from '../adapters/page.ts';
import type { PersonProof } from '../adapters/person-proof.ts';
import type { Logged } from '../adapters/ticket-log.ts';
import type { Confirmed } from '../domain/event-words.ts';
import { NotYours, TaskClosed } from '../domain/refusals.ts';
import { mayDo } from '../domain/tasks.ts';
import type { Task } from '../domain/ticket.ts';
import type { Faults, Typed } from './form.ts';
import type { Proving } from './views/code.ts';
import type { Html } from './views/layout.ts';

/** What a form asks for: a decision that waits for its code, one that needs none (`isFree`), or what is wrong with the form. */
export type Confirming =
  | Readonly<{ decide: (confirmed?: Confirmed) => Promise<unknown>; isFree?: boolean; faults?: undefined }>
  | Readonly<{ faults: Faults; decide?: undefined; isFree?: undefined }>;

/** A page on which somebody decides. */
export type Deciding = Proving & Readonly<{ link: Followed; ticket: Logged; task: Task; person: string }>;

type Show<Opened> = (opened: Opened, form: Typed, faults?: Faults) => Html;
type Read<Opened> = (opened: Opened, form: Typed, now: Date) => Confirming;

/**
 * The forms of a page on which nothing is decided without a code: one more button sends it, and a form with faults costs
 * no try. Texts are kept only once the code was right.
 */
export function confirming<Opened extends Deciding>(proof: PersonProof, show: Show<Opened>, read: Read<Opened>) {
  return async (opened: Opened, form: Typed, now: Date): Promise<Html | Again | undefined> => {
    const { task, person, link, ticket } = opened;
    if (task.closed) throw new TaskClosed(task.id);
    if (!mayDo(task, person)) throw new NotYours(task.id, task);
    if (form.act === 'code') return sendCode(opened, form, now);
    const { decide, isFree, faults } = read(opened, form, now);
    if (!decide) return show(opened, form, faults);
    if (isFree) return void (await decide());
    const proven = await proof.check(link, form.code, now);
    const { confirmed, problem } = proven;
    if (!confirmed) return show({ ...opened, code: await proof.state(link, ticket, now), problem }, form);
    try {
      await decide(confirmed);
    } catch (refused) {
      await proven.giveBack();
      throw refused;
    }
  };

  /** Back to the page; with what was filled in by now, where there is any. */
  async function sendCode(opened: Opened, form: Typed, now: Date): Promise<Again | undefined> {
    const { link } = opened;
    const ticket = await proof.ask(link, opened.ticket, now);
    if (!isFilledIn(form)) return undefined;
    return { again: show({ ...opened, ticket, code: await proof.state(link, ticket, now) }, form) };
  }
}

/** Fields that every form has, filled in or not. */
const GIVEN = [GUARD, 'act', 'for', 'seen', 'code'];

const isFilledIn = (form: Typed): boolean =>
  Object.entries(form).some(([name, value]) => !GIVEN.includes(name) && value !== '');
