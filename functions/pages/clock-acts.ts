import * as z from 'zod/mini';
import { deskTables } from '../adapters/desk-tables.ts';
import type { Stores } from '../adapters/stores.ts';
import { proposeExtension } from '../domain/extension.ts';
import { maskCards } from '../domain/mask-cards.ts';
import { NotYours, TaskClosed } from '../domain/refusals.ts';
import { confirmNewFacts } from '../domain/restart-clock.ts';
import { resumeClock, stopClock } from '../domain/stop-clock.ts';
import { mayDo } from '../domain/tasks.ts';
import type { Task, Ticket } from '../domain/ticket.ts';
import type { TicketEvent } from '../domain/ticket-event.ts';
import { isLeading, mayMoveClocks } from './clock-offers.ts';
import { type Faults, parsed, type Typed, written } from './form.ts';

const Reason = written(2_000);
const Id = written(120);
const FORMS = {
  extend: z.object({ 'extend.clock': Id, 'extend.reason': Reason }),
  stop: z.object({ 'stop.rule': Id }),
  resume: z.object({ 'resume.clock': Id, 'resume.over': z.literal('yes') }),
  'new-facts': z.object({ 'facts.followUp': Id, 'facts.reason': Reason }),
} as const;

/** The page on which somebody does it: whose ticket, whose task, and who they are. */
type On = Readonly<{ id: string; salt: string; person: string; task: Task }>;

export const isClockAct = ({ act = '' }: Typed): boolean => Object.hasOwn(FORMS, act);

/** Longer time, standing still, going on, new facts: by whoever holds the page's task; or what is wrong with the form. */
export function clockActs({ log, files }: Pick<Stores, 'log' | 'files'>, zone: string) {
  const tables = deskTables(zone);
  const kept = ({ id, salt }: On, text: string) => files.write(id, salt, { text: maskCards(text) });

  return async (on: On, form: Typed, now: Date): Promise<Faults | undefined> => {
    const { id, person: by, task } = on;
    if (!mayDo(task, by) || (form.act !== 'extend' && !isLeading(task))) throw new NotYours(task.id);
    const at = now.toISOString();
    const { faults, decision } = await decided(on, form, at);
    if (!decision) return faults;
    await log.decide(id, { at, by }, (ticket) => {
      // As the log has it now: the task may have gone to others since the page was opened.
      if (!mayMoveClocks(ticket, ticket.tasks[task.id] ?? task)) throw new TaskClosed(task.id);
      return decision(ticket);
    });
    return faults;
  };

  async function decided(on: On, form: Typed, at: string): Promise<Decided> {
    if (form.act === 'extend') {
      const { data, faults } = parsed(FORMS.extend, form);
      if (!data) return { faults };
      const reason = await kept(on, data['extend.reason']);
      const proposing = { clock: data['extend.clock'], by: on.person, reason, at };
      return { decision: (ticket) => proposeExtension(ticket, tables(ticket), proposing) };
    }
    if (form.act === 'new-facts') {
      const { data, faults } = parsed(FORMS['new-facts'], form);
      if (!data) return { faults };
      const confirming = { followUp: data['facts.followUp'], reason: await kept(on, data['facts.reason']), at };
      return { decision: (ticket) => confirmNewFacts(ticket, tables(ticket), confirming) };
    }
    if (form.act === 'stop') {
      const { data, faults } = parsed(FORMS.stop, form);
      return data ? { decision: (ticket) => stopClock(ticket, tables(ticket), data['stop.rule'], at) } : { faults };
    }
    const { data, faults } = parsed(FORMS.resume, form);
    return data ? { decision: (ticket) => resumeClock(ticket, tables(ticket), data['resume.clock'], at) } : { faults };
  }
}

type Decided = Readonly<{ faults?: Faults; decision?: (ticket: Ticket) => TicketEvent[] }>;
