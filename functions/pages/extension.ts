import * as z from 'zod/mini';
import { env } from '../adapters/env.ts';
import type { Link } from '../adapters/links.ts';
import { page } from '../adapters/page.ts';
import { LinkGone, NotAForm } from '../adapters/page-refusals.ts';
import { pageStores } from '../adapters/page-stores.ts';
import type { Logged } from '../adapters/ticket-log.ts';
import { Text } from '../domain/case-file.ts';
import type { Locale } from '../domain/complaint-posted.ts';
import { approveExtension, extensionOf, refuseExtension } from '../domain/extension/decide.ts';
import { maskCards } from '../domain/mask-cards.ts';
import { TaskClosed } from '../domain/refusals.ts';
import { parsed, type Typed, written } from './form.ts';
import { namesOf } from './names.ts';
import { localeOfLink, refuseErased, taskBehind } from './task-behind.ts';
import { type Deciding, extensionPage } from './views/extension.ts';
import { type ExtensionNotice, extensionNoticePage } from './views/extension-notice.ts';
import type { Html } from './views/layout.ts';

const { BANK_ZONE: zone, HOTLINE: hotline } = env('BANK_ZONE', 'HOTLINE');
const { log, links, files, roster, may } = pageStores();
const RefuseForm = z.object({ reason: written(2_000) });

/** The person who decides on more time, or the cardholder who reads why it is needed. */
type Opened = Readonly<{ locale: Locale; deciding?: Deciding & Asked; notice?: ExtensionNotice }>;
type Asked = Readonly<{ salt: string; person: string }>;

export const handler = page<Opened>({ path: '/x/{token}', find: links.find, open, show, act, may });

async function open(link: Link): Promise<Opened> {
  const ticket = await log.read(link.ticket);
  refuseErased(ticket);
  return link.person === 'complainant' ? toRead(ticket, link) : toDecide(ticket, link);
}

async function toRead(ticket: Logged, { task = '' }: Link): Promise<Opened> {
  const { id } = ticket;
  const extension = extensionOf(ticket, { id: task });
  const { post } = await files.complaint(id);
  const reason = await textOf(id, extension.reason);
  const reader = { locale: post.locale, zone: ticket.received?.zone ?? zone, hotline };
  return { locale: post.locale, notice: { ...reader, id, ticket, extension, reason } };
}

async function toDecide(ticket: Logged, link: Link): Promise<Opened> {
  const { id } = ticket;
  const task = taskBehind(ticket, link, ['extend']);
  const extension = extensionOf(ticket, task);
  const { salt, post } = await files.complaint(id);
  const locale = localeOfLink(ticket, link);
  const [reason, refusal] = [await textOf(id, extension.reason), await textOf(id, extension.decided?.reason)];
  const names = await namesOf(roster, [extension.by, task.closed?.by]);
  const deciding = { locale, zone, id, ticket, task, extension, post, reason, refusal, names };
  return { locale, deciding: { ...deciding, salt, person: link.person } };
}

/** The language may have been switched since it was opened. */
function show({ locale, deciding, notice }: Opened): Html {
  if (deciding) return extensionPage({ ...deciding, locale });
  if (notice) return extensionNoticePage({ ...notice, locale });
  throw new LinkGone();
}

async function act({ locale, deciding }: Opened, form: Typed, now: Date): Promise<Html | undefined> {
  if (!deciding) throw new NotAForm();
  const { id, salt, person: by, task } = deciding;
  if (task.closed) throw new TaskClosed(task.id);
  const at = now.toISOString();
  const decision = { task: task.id, by, at };
  if (form.act === 'approve') {
    await log.decide(id, { at, by }, (ticket) => approveExtension(ticket, decision));
    return undefined;
  }
  if (form.act !== 'refuse') throw new NotAForm();
  const { data, faults } = parsed(RefuseForm, form);
  if (!data) return extensionPage({ ...deciding, locale }, form, faults);
  const reason = await files.write(id, salt, { text: maskCards(data.reason) });
  await log.decide(id, { at, by }, (ticket) => refuseExtension(ticket, { ...decision, reason }));
}

const textOf = async (id: string, name: string | undefined) =>
  name ? (await files.read(id, name, Text))?.text : undefined;
