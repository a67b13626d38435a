import * as z from 'zod/mini';
import { env } from '../adapters/env.ts';
import type { Link } from '../adapters/links.ts';
import { page } from '../adapters/page.ts';
import { pageStores } from '../adapters/page-stores.ts';
import { Text } from '../domain/case-file.ts';
import { filePlan } from '../domain/file-plan.ts';
import { maskCards } from '../domain/mask-cards.ts';
import { TaskClosed } from '../domain/refusals.ts';
import { parsed, type Typed, written } from './form.ts';
import { namesOf } from './names.ts';
import { localeOfLink, taskBehind } from './task-behind.ts';
import { peopleOf } from './views/holder.ts';
import type { Html } from './views/layout.ts';
import { type Plan, planPage } from './views/plan.ts';

const { BANK_ZONE: zone } = env('BANK_ZONE');
const { log, links, files, roster, may } = pageStores();

const PlanForm = z.object({ plan: written(4_000) });

type Opened = Plan & Readonly<{ salt: string; person: string }>;

/** The incident officer says what is done about a matter of many, or about one that must not wait. */
export const handler = page<Opened>({
  path: '/i/{token}',
  find: links.find,
  open,
  show: (plan) => planPage(plan),
  act,
  may,
});

async function open(link: Link): Promise<Opened> {
  const ticket = await log.read(link.ticket);
  const task = taskBehind(ticket, link, ['plan']);
  const { salt, post } = await files.complaint(ticket.id);
  return {
    ...{ locale: localeOfLink(ticket, link), zone, id: ticket.id, ticket, task, post, salt, person: link.person },
    names: await namesOf(roster, peopleOf(task)),
    filed: task.findings ? (await files.read(ticket.id, task.findings, Text))?.text : undefined,
  };
}

async function act(opened: Opened, form: Typed, now: Date): Promise<Html | undefined> {
  const { id, task, salt, person: by } = opened;
  if (task.closed) throw new TaskClosed(task.id);
  // Masked first: a mask may be longer than the number, and the text must still be one that can be read back.
  const { data, faults } = parsed(PlanForm, { ...form, plan: maskCards(form.plan ?? '') });
  if (!data) return planPage(opened, form, faults);
  const plan = await files.write(id, salt, { text: data.plan });
  await log.decide(id, { at: now.toISOString(), by }, (ticket) => filePlan(ticket, { task: task.id, by, plan }));
}
