import * as z from 'zod/mini';
import { deskTables } from '../adapters/desk-tables.ts';
import { env } from '../adapters/env.ts';
import type { Followed } from '../adapters/links.ts';
import { page } from '../adapters/page.ts';
import { pageStores } from '../adapters/page-stores.ts';
import { personProof } from '../adapters/person-proof.ts';
import type { Logged } from '../adapters/ticket-log.ts';
import { Letter } from '../domain/case-file.ts';
import { sendAt } from '../domain/contact-hours.ts';
import { dialledAt, fileCall, isFiledBy } from '../domain/file-call.ts';
import { TaskClosed } from '../domain/refusals.ts';
import type { Task } from '../domain/ticket.ts';
import { POLICY } from '../rules/policy.ts';
import { type Confirming, confirming, type Deciding } from './confirming.ts';
import { parsed, type Typed } from './form.ts';
import { namesOf } from './names.ts';
import { localeOfLink, taskBehind } from './task-behind.ts';
import { type CallToMake, callPage } from './views/call.ts';

const { BANK_ZONE: zone } = env('BANK_ZONE');
const all = pageStores();
const { log, find, files, roster, may } = all;
const proof = personProof(all);
const tables = deskTables(zone);

const CallForm = z.object({
  dialledAt: z.string().check(z.minLength(1), z.maxLength(25)),
  outcome: z.enum(['reached', 'no-answer', 'wrong-number', 'declined-to-talk']),
});

type Opened = CallToMake & Deciding & Readonly<{ ticket: Logged; task: Task; person: string }>;

/** Somebody of the desk calls the complainant, and says when they dialled and what came of it; also when it is owed no more. */
export const handler = page<Opened>({
  page: 'call',
  find,
  open,
  show: (call) => callPage(call),
  act: confirming({ proof, log }, callPage, { call: report }),
  may,
});

async function open(link: Followed, now: Date): Promise<Opened> {
  const ticket = await log.read(link.ticket);
  const task = taskBehind(ticket, link, ['call'], now);
  const { post } = await files.complaint(ticket.id);
  const at = now.toISOString();
  const theirs = post.zone ?? zone;
  const hours = POLICY.contactHours;
  const { heldFor } = sendAt({ now: at, zone: theirs, marginMinutes: 0, urgent: false, hours });
  return {
    ...{ locale: localeOfLink(ticket, link), zone, id: ticket.id, ticket, task, post, now: at },
    ...{ link, person: link.person },
    code: isFiledBy(task, link.person) ? undefined : await proof.state(link, ticket, now),
    names: await namesOf(roster, [task.closed?.by, ...ticket.calls.map(({ by }) => by)]),
    letter: ticket.reply && (await files.read(ticket.id, ticket.reply.letter, Letter)),
    hours: { ...hours, zone: theirs, isNow: heldFor === undefined },
  };
}

function report({ task, person: by }: Opened, form: Typed, now: Date): Confirming {
  if (isFiledBy(task, by)) throw new TaskClosed(task.id);
  const { data, faults } = parsed(CallForm, form);
  if (!data) return { faults };
  const dialled = dialledAt(data.dialledAt, zone, task.openedAt, now);
  if (!dialled) return { faults: { dialledAt: 'wrong' } };
  const made = { task: task.id, by, dialledAt: dialled, outcome: data.outcome };
  return { act: (decide) => decide((ticket) => fileCall(ticket, tables(ticket), made)) };
}
