import * as z from 'zod/mini';
import type { Roster } from '../adapters/roster.ts';
import { type Choice, colleagues, delegate } from '../domain/delegate.ts';
import { localDate } from '../domain/local-time.ts';
import type { Person } from '../domain/roster.ts';
import type { Task, Ticket } from '../domain/ticket.ts';
import { LEVELS } from '../rules/approval-matrix.ts';
import type { Forms } from './confirming.ts';
import { parsed } from './form.ts';

const GiveForm = z.object({ colleague: z.string().check(z.minLength(1), z.maxLength(60)) });

/** `colleagues`: who may take it today, as `choice` says; nobody where it is not this person's to give. */
export type Giving = Readonly<{ choice: Choice; colleagues: readonly Person[] }>;

export async function givingOn(
  roster: Roster,
  ticket: Ticket,
  task: Task,
  { by, zone, now }: Readonly<{ by: string; zone: string; now: Date }>,
): Promise<Giving> {
  const isTheirs = !task.closed && task.person === by;
  const people = isTheirs ? await roster.of(task.department ?? '') : [];
  const choice = { people, day: localDate(now.toISOString(), zone), levels: LEVELS };
  return { choice, colleagues: colleagues(ticket, task, choice) };
}

/** Giving a task to a colleague: the same on every page that may. */
export const giveOn: Forms<Giving & Readonly<{ task: Task; person: string }>> = {
  give({ task, person: by, choice }, form) {
    const { data, faults } = parsed(GiveForm, form);
    if (!data) return { faults };
    const giving = { task: task.id, by, to: data.colleague };
    return { act: (decide) => decide((ticket) => delegate(ticket, giving, choice)) };
  },
};
