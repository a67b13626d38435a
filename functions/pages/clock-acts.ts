import * as z from 'zod/mini';
import { deskTables } from '../adapters/desk-tables.ts';
import type { Stores } from '../adapters/stores.ts';
import { proposeExtension } from '../domain/extension.ts';
import { mayMoveClocks } from '../domain/move-clocks.ts';
import { NotYours, TaskClosed } from '../domain/refusals.ts';
import { confirmNewFacts } from '../domain/restart-clock.ts';
import type { Bank } from '../domain/statutory-clocks.ts';
import { resumeClock, stopClock } from '../domain/stop-clock.ts';
import { mayDo } from '../domain/tasks.ts';
import type { Task, Ticket } from '../domain/ticket.ts';
import type { TicketEvent } from '../domain/ticket-event.ts';
import { isLeading } from './clock-offers.ts';
import type { Confirming, Forms } from './confirming.ts';
import { parsed, written } from './form.ts';
import { kept } from './kept.ts';

const Reason = written(2_000);
const Id = written(120);
const Extend = z.object({ 'extend.clock': Id, 'extend.reason': Reason });
const Stop = z.object({ 'stop.rule': Id });
const Resume = z.object({ 'resume.clock': Id, 'resume.over': z.literal('yes') });
const NewFacts = z.object({ 'facts.followUp': Id, 'facts.reason': Reason });

/** The page on which somebody does it: whose ticket, whose task, and who they are. */
type On = Readonly<{ id: string; ticket: Ticket; salt: string; person: string; task: Task }>;
/** `reason`: salted digest of what was written. */
type Move = (ticket: Ticket, bank: Bank, reason: string) => TicketEvent[];

/** Longer time, standing still, going on, new facts: by whoever holds the page's task. */
export function clockActs({ files }: Pick<Stores, 'files'>, zone: string): Forms<On> {
  const tables = deskTables(zone);
  const moving = (on: On, move: Move, text?: string): Confirming => ({
    act: async (decide) => {
      const reason = text === undefined ? '' : await kept(files, on, text);
      await decide((ticket) => {
        // As the log has it now: the task may have gone to others since the page was opened.
        refuseOther(on, ticket);
        return move(ticket, tables(ticket), reason);
      });
    },
  });

  return {
    extend(on, form, now) {
      refuseOther(on, on.ticket);
      const { data, faults } = parsed(Extend, form);
      if (!data) return { faults };
      const asking = { clock: data['extend.clock'], by: on.person, at: now.toISOString() };
      const move: Move = (ticket, bank, reason) => proposeExtension(ticket, bank, { ...asking, reason });
      return moving(on, move, data['extend.reason']);
    },
    'new-facts'(on, form, now) {
      refuseBeside(on);
      const { data, faults } = parsed(NewFacts, form);
      if (!data) return { faults };
      const found = { followUp: data['facts.followUp'], at: now.toISOString() };
      const move: Move = (ticket, bank, reason) => confirmNewFacts(ticket, bank, { ...found, reason });
      return moving(on, move, data['facts.reason']);
    },
    stop(on, form, now) {
      refuseBeside(on);
      const { data, faults } = parsed(Stop, form);
      if (!data) return { faults };
      return moving(on, (ticket, bank) => stopClock(ticket, bank, data['stop.rule'], now.toISOString()));
    },
    resume(on, form, now) {
      refuseBeside(on);
      const { data, faults } = parsed(Resume, form);
      if (!data) return { faults };
      return moving(on, (ticket, bank) => resumeClock(ticket, bank, data['resume.clock'], now.toISOString()));
    },
  };
}

function refuseOther({ task: shown, person }: On, ticket: Ticket): void {
  const task = ticket.tasks[shown.id] ?? shown;
  if (!mayDo(task, person)) throw new NotYours(task.id, task);
  if (!mayMoveClocks(ticket, task)) throw new TaskClosed(task.id);
}

/** Only the lead's handler, and the desk, find on stops and new facts. */
function refuseBeside(on: On): void {
  refuseOther(on, on.ticket);
  if (!isLeading(on.task)) throw new NotYours(on.task.id);
}
