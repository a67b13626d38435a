import * as z from 'zod/mini';
import { env } from '../adapters/env.ts';
import type { Followed } from '../adapters/links.ts';
import { page } from '../adapters/page.ts';
import { LinkGone, NotAForm } from '../adapters/page-refusals.ts';
import { pageStores } from '../adapters/page-stores.ts';
import { personProof } from '../adapters/person-proof.ts';
import type { Logged } from '../adapters/ticket-log.ts';
import { Text } from '../domain/case-file.ts';
import type { Locale } from '../domain/complaint-posted.ts';
import { approveExtension, extensionOf, refuseExtension } from '../domain/extension/decide.ts';
import { type Confirming, confirming, type Deciding, onTask } from './confirming.ts';
import { parsed, type Typed, written } from './form.ts';
import { kept } from './kept.ts';
import { namesOf } from './names.ts';
import { localeOfLink, refuseErased, taskBehind } from './task-behind.ts';
import { type AskedFor, extensionPage } from './views/extension.ts';
import { type ExtensionNotice, extensionNoticePage } from './views/extension-notice.ts';
import type { Html } from './views/layout.ts';

const { BANK_ZONE: zone, HOTLINE: hotline } = env('BANK_ZONE', 'HOTLINE');
const all = pageStores();
const { log, find, files, roster, may } = all;
const proof = personProof(all);
const RefuseForm = z.object({ reason: written(2_000) });

/** The person who decides on more time, with a code; or the cardholder who reads why it is needed. */
type Opened = Readonly<{ locale: Locale; deciding?: ToDecide; notice?: ExtensionNotice }>;
type ToDecide = AskedFor & Deciding & Readonly<{ salt: string; ticket: Logged; person: string }>;
const decide = confirming({ proof, log }, extensionPage, onTask<ToDecide>(['extend'], { approve: agree, refuse }));

export const handler = page<Opened>({ page: 'extension', find, open, show, act, may });

async function open(link: Followed, now: Date): Promise<Opened> {
  const ticket = await log.read(link.ticket);
  refuseErased(ticket);
  return link.person === 'complainant' ? toRead(ticket, link) : toDecide(ticket, link, now);
}

async function toRead(ticket: Logged, { task = '' }: Followed): Promise<Opened> {
  const { id } = ticket;
  const extension = extensionOf(ticket, { id: task });
  const { post } = await files.complaint(id);
  const reason = await textOf(id, extension.reason);
  const reader = { locale: post.locale, zone: ticket.received?.zone ?? zone, hotline };
  return { locale: post.locale, notice: { ...reader, id, ticket, extension, reason } };
}

async function toDecide(ticket: Logged, link: Followed, now: Date): Promise<Opened> {
  const { id } = ticket;
  const task = taskBehind(ticket, link, ['extend'], now);
  const extension = extensionOf(ticket, task);
  const { salt, post } = await files.complaint(id);
  const locale = localeOfLink(ticket, link);
  const [reason, refusal] = [await textOf(id, extension.reason), await textOf(id, extension.decided?.reason)];
  const names = await namesOf(roster, [extension.by, task.closed?.by]);
  const code = task.closed ? undefined : await proof.state(link, ticket, now);
  const deciding = { locale, zone, id, ticket, task, extension, post, reason, refusal, names, code };
  return { locale, deciding: { ...deciding, salt, link, person: link.person } };
}

/** The language may have been switched since it was opened. */
function show({ locale, deciding, notice }: Opened): Html {
  if (deciding) return extensionPage({ ...deciding, locale });
  if (notice) return extensionNoticePage({ ...notice, locale });
  throw new LinkGone();
}

async function act({ locale, deciding }: Opened, form: Typed, now: Date) {
  if (!deciding) throw new NotAForm();
  return decide({ ...deciding, locale }, form, now);
}

const mine = ({ task, person: by }: ToDecide, now: Date) => ({ task: task.id, by, at: now.toISOString() });

function agree(asked: ToDecide, _: Typed, now: Date): Confirming {
  return { act: (decide) => decide((ticket) => approveExtension(ticket, mine(asked, now))) };
}

function refuse(asked: ToDecide, form: Typed, now: Date): Confirming {
  const { data, faults } = parsed(RefuseForm, form);
  if (!data) return { faults };
  return {
    act: async (decide) => {
      const reason = await kept(files, asked, data.reason);
      await decide((ticket) => refuseExtension(ticket, { ...mine(asked, now), reason }));
    },
  };
}

const textOf = async (id: string, name: string | undefined) =>
  name ? (await files.read(id, name, Text))?.text : undefined;
