import * as z from 'zod/mini';
import { digest } from '../adapters/digest.ts';
import { env } from '../adapters/env.ts';
import type { Link } from '../adapters/links.ts';
import { page } from '../adapters/page.ts';
import { NotAForm } from '../adapters/page-refusals.ts';
import { stores } from '../adapters/stores.ts';
import type { Logged } from '../adapters/ticket-log.ts';
import { approve, sendBack } from '../domain/approve.ts';
import { Proposal, Text } from '../domain/case-file.ts';
import { delegate } from '../domain/delegate.ts';
import { maskCards } from '../domain/mask-cards.ts';
import { ProposalChanged, TaskClosed } from '../domain/refusals.ts';
import type { Task } from '../domain/ticket.ts';
import { parsed, type Typed, written } from './form.ts';
import { GiveForm, type Giving, givingOn } from './give-on.ts';
import { historyOf } from './history.ts';
import { namesOf } from './names.ts';
import { localeOfLink, taskBehind } from './task-behind.ts';
import { type Approval, approvalPage } from './views/approval.ts';
import { peopleOf } from './views/holder.ts';
import type { Html } from './views/layout.ts';

const { BANK_ZONE: zone } = env('BANK_ZONE');
const { log, links, files, roster } = stores();
const ReturnForm = z.object({ reason: written(2_000) });

type Opened = Approval & Giving & Readonly<{ salt: string }>;

/** One level's decision: yes to the proposal on the page, or back with reasons. */
export const handler = page<Opened>({
  path: '/a/{token}',
  find: links.find,
  open,
  show: (opened) => approvalPage(opened),
  act,
});

async function open(link: Link, now: Date): Promise<Opened> {
  const ticket = await log.read(link.ticket);
  const task = taskBehind(ticket, link, ['approve']);
  const { salt, post } = await files.complaint(ticket.id);
  const proposal = await proposalBefore(ticket, task, salt);
  const approvedBefore = Object.values(ticket.tasks).filter(
    (other) => other.proposal === task.proposal && other.id !== task.id && other.closed?.outcome === 'approved',
  );
  const filings = proposal.findings.flatMap((part) => ticket.tasks[part.task] ?? []);
  const named = [task, ...approvedBefore, ...filings].flatMap(peopleOf);
  return {
    ...{ locale: localeOfLink(ticket, link), zone, id: ticket.id, ticket, task, post, salt, proposal, approvedBefore },
    person: link.person,
    names: await namesOf(roster, named),
    ...(await givingOn(roster, ticket, task, { by: link.person, zone, now })),
    reason: task.reason ? (await files.read(ticket.id, task.reason, Text))?.text : undefined,
    history: await historyOf({ files, roster }, ticket),
  };
}

/** The proposal of this task, and no other: its digest is the one that the log put before the manager. */
async function proposalBefore(ticket: Logged, task: Task, salt: string): Promise<Proposal> {
  const proposal = await files.read(ticket.id, task.proposal ?? '', Proposal);
  if (!proposal || digest(salt, proposal) !== task.proposal) throw new ProposalChanged(task.id);
  return proposal;
}

async function act(opened: Opened, form: Typed, now: Date): Promise<Html | undefined> {
  const { id, salt, person, task } = opened;
  if (task.closed) throw new TaskClosed(task.id);
  const decision = { task: task.id, by: person, seen: form.seen ?? '' };
  const who = { at: now.toISOString(), by: person };
  if (form.act === 'approve') {
    await log.decide(id, who, (ticket) => approve(ticket, decision));
    return undefined;
  }
  if (form.act === 'give') return give(opened, form, now);
  if (form.act !== 'return') throw new NotAForm();
  const { data, faults } = parsed(ReturnForm, form);
  if (!data) return approvalPage(opened, form, faults);
  const text = { text: maskCards(data.reason) };
  const reason = await files.write(id, salt, text);
  const returning = { ...decision, reason };
  await log.decide(id, who, (ticket) => sendBack(ticket, returning));
}

async function give(opened: Opened, form: Typed, now: Date): Promise<Html | undefined> {
  const { data, faults } = parsed(GiveForm, form);
  if (!data) return approvalPage(opened, form, faults);
  const giving = { task: opened.task.id, by: opened.person, to: data.colleague };
  const who = { at: now.toISOString(), by: opened.person };
  await log.decide(opened.id, who, (ticket) => delegate(ticket, giving, opened.choice));
}
