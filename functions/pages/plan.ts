import * as z from 'zod/mini';
import { env } from '../adapters/env.ts';
import type { Followed } from '../adapters/links.ts';
import { page } from '../adapters/page.ts';
import { pageStores } from '../adapters/page-stores.ts';
import { personProof } from '../adapters/person-proof.ts';
import type { Logged } from '../adapters/ticket-log.ts';
import { Text } from '../domain/case-file.ts';
import { filePlan } from '../domain/file-plan.ts';
import { maskCards } from '../domain/mask-cards.ts';
import { type Confirming, confirming, type Deciding, onTask } from './confirming.ts';
import { parsed, type Typed, written } from './form.ts';
import { namesOf } from './names.ts';
import { localeOfLink, taskBehind } from './task-behind.ts';
import { peopleOf } from './views/holder.ts';
import { type Plan, planPage } from './views/plan.ts';

const { BANK_ZONE: zone } = env('BANK_ZONE');
const all = pageStores();
const { log, find, files, roster, may } = all;
const proof = personProof(all);

const PlanForm = z.object({ plan: written(4_000) });

type Opened = Plan & Deciding & Readonly<{ salt: string; ticket: Logged; person: string }>;

/** The incident officer says what is done about a matter of many, or about one that must not wait. */
export const handler = page<Opened>({
  page: 'plan',
  find,
  open,
  show: (plan) => planPage(plan),
  act: confirming({ proof, log }, planPage, onTask<Opened>(['plan'], { plan: file })),
  may,
});

async function open(link: Followed, now: Date): Promise<Opened> {
  const ticket = await log.read(link.ticket);
  const task = taskBehind(ticket, link, ['plan'], now);
  const { salt, post } = await files.complaint(ticket.id);
  return {
    ...{ locale: localeOfLink(ticket, link), zone, id: ticket.id, ticket, task, post, salt },
    ...{ link, person: link.person },
    code: task.closed ? undefined : await proof.state(link, ticket, now),
    names: await namesOf(roster, peopleOf(task)),
    filed: task.findings ? (await files.read(ticket.id, task.findings, Text))?.text : undefined,
  };
}

function file({ id, task, salt, person: by }: Opened, form: Typed): Confirming {
  // Masked first: a mask may be longer than the number, and the text must still be one that can be read back.
  const { data, faults } = parsed(PlanForm, { ...form, plan: maskCards(form.plan ?? '') });
  if (!data) return { faults };
  return {
    act: async (decide) => {
      const plan = await files.write(id, salt, { text: data.plan });
      await decide((ticket) => filePlan(ticket, { task: task.id, by, plan }));
    },
  };
}
