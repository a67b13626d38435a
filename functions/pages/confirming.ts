import { GUARD } from '../adapters/form-guard.ts';
import type { Followed } from '../adapters/links.ts';
import type { Again } from '../adapters/page.ts';
import { NotAForm, toldAs } from '../adapters/page-refusals.ts';
import type { PersonProof } from '../adapters/person-proof.ts';
import type { Logged, TicketLog } from '../adapters/ticket-log.ts';
import { asConfirmed } from '../domain/as-confirmed.ts';
import type { Confirmed, Work } from '../domain/event-words.ts';
import { NotYours, TaskClosed } from '../domain/refusals.ts';
import { mayDo } from '../domain/tasks.ts';
import type { Task } from '../domain/ticket.ts';
import type { TicketEvent } from '../domain/ticket-event.ts';
import { isDone } from './done-already.ts';
import type { Faults, Typed } from './form.ts';
import type { Proving } from './views/code.ts';
import type { Html } from './views/layout.ts';

/** Writes a decision of the page's person; of another ticket than the page's, by its `id`. */
export type Decide = (decision: (ticket: Logged) => readonly TicketEvent[], id?: string) => Promise<unknown>;

/** What a form asks for: an act that waits for its code, one that needs none (`isFree`), or what is wrong with the form. */
export type Confirming =
  | Readonly<{ act: (decide: Decide) => Promise<unknown>; isFree?: boolean; faults?: undefined }>
  | Readonly<{ faults: Faults; act?: undefined; isFree?: undefined }>;

/** Reads a form, and writes nothing. Throws why its person may not do it now, whatever code they have. */
type Read<Opened> = (opened: Opened, form: Typed, now: Date) => Confirming;
/** The forms of a page, by what their buttons say was meant. */
export type Forms<Opened> = Readonly<Record<string, Read<Opened>>>;

/** A page on which somebody of the bank does something. */
export type Deciding = Proving & Readonly<{ link: Followed; ticket: Logged; person: string; task?: Task }>;
type Show<Opened> = (opened: Opened, form: Typed, faults?: Faults) => Html;
type By = Readonly<{ proof: PersonProof; log: Pick<TicketLog, 'decide' | 'read'> }>;

/**
 * The forms of a page on which nothing is done by its link alone: one more button sends a code, and a form with faults
 * costs no try. Only `decide` writes to the log, and texts are kept only once the code was right. Whoever presses twice is
 * shown what they did.
 */
export function confirming<Opened extends Deciding>({ proof, log }: By, show: Show<Opened>, forms: Forms<Opened>) {
  return async (opened: Opened, form: Typed, now: Date): Promise<Html | Again | undefined> => {
    try {
      return await confirm(opened, form, now);
    } catch (refused) {
      if (toldAs(refused).name === 'Fault' || !isDone(await log.read(opened.ticket.id), opened, form)) throw refused;
    }
  };

  async function confirm(opened: Opened, form: Typed, now: Date): Promise<Html | Again | undefined> {
    const { link, ticket } = opened;
    const isAsking = form.act === 'code';
    const { act, isFree, faults } = readBy(forms, isAsking ? form.for : form.act)(opened, form, now);
    if (isAsking) return sendCode(opened, form, now);
    if (!act) return show(opened, form, faults);
    const who = { at: now.toISOString(), by: link.person };
    const deciding =
      (confirmed?: Confirmed): Decide =>
      (decision, id = ticket.id) =>
        log.decide(id, who, (current) => asConfirmed(decision(current), confirmed));
    if (isFree) return void (await act(deciding()));
    const proven = await proof.check(link, form.code, now);
    const { confirmed, problem } = proven;
    if (!confirmed) return show({ ...opened, code: await proof.state(link, ticket, now), problem }, form);
    try {
      await act(deciding(confirmed));
    } catch (refused) {
      await proven.giveBack();
      throw refused;
    }
  }

  /** Back to the page; a form that has fields, with what was filled in by now. */
  async function sendCode(opened: Opened, form: Typed, now: Date): Promise<Again | undefined> {
    const { link } = opened;
    const ticket = await proof.ask(link, opened.ticket, now);
    if (Object.keys(form).every((name) => GIVEN.includes(name))) return undefined;
    return { again: show({ ...opened, ticket, code: await proof.state(link, ticket, now) }, form) };
  }
}

/** What the smallest form sends. */
const GIVEN = [GUARD, 'act', 'for', 'seen', 'code'];

function readBy<Opened>(forms: Forms<Opened>, act = ''): Read<Opened> {
  const read = Object.hasOwn(forms, act) && forms[act];
  if (!read) throw new NotAForm();
  return read;
}

type OnTask = Readonly<{ task: Task; person: string }>;

/** Forms on a task of these works, for as long as it is open and its person's to do. */
export const onTask = <Opened extends OnTask>(works: readonly Work[], forms: Forms<Opened>): Forms<Opened> =>
  Object.fromEntries(
    Object.entries(forms).map(([name, read]) => [
      name,
      (opened, form, now) => {
        const { task, person } = opened;
        if (!works.includes(task.work)) throw new NotAForm();
        if (task.closed) throw new TaskClosed(task.id);
        if (!mayDo(task, person)) throw new NotYours(task.id, task);
        return read(opened, form, now);
      },
    ]),
  );
