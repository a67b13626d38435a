import * as z from 'zod/mini';
import { env } from '../adapters/env.ts';
import type { Link } from '../adapters/links.ts';
import { page } from '../adapters/page.ts';
import { pageStores } from '../adapters/page-stores.ts';
import { Letter } from '../domain/case-file.ts';
import { sendAt } from '../domain/contact-hours.ts';
import { dialledAt, fileCall } from '../domain/file-call.ts';
import { TaskClosed } from '../domain/refusals.ts';
import { POLICY } from '../rules/policy.ts';
import { parsed, type Typed } from './form.ts';
import { namesOf } from './names.ts';
import { localeOfLink, taskBehind } from './task-behind.ts';
import { type CallToMake, callPage } from './views/call.ts';
import type { Html } from './views/layout.ts';

const { BANK_ZONE: zone } = env('BANK_ZONE');
const { log, links, files, roster, may } = pageStores();

const CallForm = z.object({
  dialledAt: z.string().check(z.minLength(1), z.maxLength(25)),
  outcome: z.enum(['reached', 'no-answer', 'wrong-number', 'declined-to-talk']),
});

type Opened = CallToMake & Readonly<{ person: string }>;

/** Somebody of the desk calls the complainant, and says when they dialled and what came of it. */
export const handler = page<Opened>({
  path: '/c/{token}',
  find: links.find,
  open,
  show: (call) => callPage(call),
  act,
  may,
});

async function open(link: Link, now: Date): Promise<Opened> {
  const ticket = await log.read(link.ticket);
  const task = taskBehind(ticket, link, ['call']);
  const { post } = await files.complaint(ticket.id);
  const at = now.toISOString();
  const theirs = post.zone ?? zone;
  const hours = POLICY.contactHours;
  const { heldFor } = sendAt({ now: at, zone: theirs, marginMinutes: 0, urgent: false, hours });
  return {
    ...{ locale: localeOfLink(ticket, link), zone, id: ticket.id, ticket, task, post, now: at, person: link.person },
    names: await namesOf(roster, [task.closed?.by]),
    letter: ticket.reply && (await files.read(ticket.id, ticket.reply.letter, Letter)),
    hours: { ...hours, zone: theirs, isNow: heldFor === undefined },
  };
}

async function act(call: Opened, form: Typed, now: Date): Promise<Html | undefined> {
  const { id, task, person: by } = call;
  if (task.closed) throw new TaskClosed(task.id);
  const { data, faults } = parsed(CallForm, form);
  if (!data) return callPage(call, form, faults);
  const dialled = dialledAt(data.dialledAt, zone, task.openedAt, now);
  if (!dialled) return callPage(call, form, { dialledAt: 'wrong' });
  const made = { task: task.id, by, dialledAt: dialled, outcome: data.outcome };
  await log.decide(id, { at: now.toISOString(), by }, (ticket) => fileCall(ticket, made));
}
