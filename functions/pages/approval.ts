import { digest } from '../adapters/digest.ts';
import { env } from '../adapters/env.ts';
import type { Followed } from '../adapters/links.ts';
import { page } from '../adapters/page.ts';
import { pageStores } from '../adapters/page-stores.ts';
import { personProof } from '../adapters/person-proof.ts';
import type { Logged } from '../adapters/ticket-log.ts';
import { Proposal, Text } from '../domain/case-file.ts';
import { ProposalChanged } from '../domain/refusals.ts';
import type { Task } from '../domain/ticket.ts';
import { approvalForms } from './approval-forms.ts';
import { confirming } from './confirming.ts';
import { type Giving, givingOn } from './give-on.ts';
import { historyOf } from './history.ts';
import { namesOf } from './names.ts';
import { localeOfLink, taskBehind } from './task-behind.ts';
import { type Approval, approvalPage } from './views/approval.ts';
import { peopleOf } from './views/holder.ts';

const { BANK_ZONE: zone } = env('BANK_ZONE');
const all = pageStores();
const { log, find, files, roster, may } = all;
const proof = personProof(all);

type Opened = Approval & Giving & Readonly<{ salt: string; link: Followed; ticket: Logged }>;

/** One level's decision: yes to the proposal on the page, or back with reasons; by the person, who types a code for it. */
export const handler = page<Opened>({
  page: 'approval',
  find,
  open,
  show: (opened) => approvalPage(opened),
  act: confirming<Opened>({ proof, log }, approvalPage, approvalForms(files)),
  may,
});

async function open(link: Followed, now: Date): Promise<Opened> {
  const ticket = await log.read(link.ticket);
  const task = taskBehind(ticket, link, ['approve'], now);
  const { salt, post } = await files.complaint(ticket.id);
  const proposal = await proposalBefore(ticket, task, salt);
  const approvedBefore = Object.values(ticket.tasks).filter(
    (other) => other.proposal === task.proposal && other.id !== task.id && other.closed?.outcome === 'approved',
  );
  const filings = proposal.findings.flatMap((part) => ticket.tasks[part.task] ?? []);
  const named = [task, ...approvedBefore, ...filings].flatMap(peopleOf);
  return {
    ...{ locale: localeOfLink(ticket, link), zone, id: ticket.id, ticket, task, post, salt, proposal, approvedBefore },
    ...{ link, person: link.person },
    names: await namesOf(roster, named),
    ...(await givingOn(roster, ticket, task, { by: link.person, zone, now })),
    code: task.closed ? undefined : await proof.state(link, ticket, now),
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
