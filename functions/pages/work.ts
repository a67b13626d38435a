import { deskTables } from '../adapters/desk-tables.ts';
import { env } from '../adapters/env.ts';
import type { Followed } from '../adapters/links.ts';
import { page } from '../adapters/page.ts';
import { pageStores } from '../adapters/page-stores.ts';
import { personProof } from '../adapters/person-proof.ts';
import type { Logged } from '../adapters/ticket-log.ts';
import { Findings, Text } from '../domain/case-file.ts';
import { fileFindings, giveAnswer } from '../domain/file-findings.ts';
import { maskCards } from '../domain/mask-cards.ts';
import { needsCode } from '../domain/needs-code.ts';
import { levelsNeeded } from '../domain/propose.ts';
import type { Task } from '../domain/ticket.ts';
import { transfer } from '../domain/transfer.ts';
import { APPROVAL_MATRIX } from '../rules/approval-matrix.ts';
import { CONFIRMATION } from '../rules/confirmation.ts';
import { earlierFilings, whyReturned, whyTransferred } from './before-this-task.ts';
import { clockActs } from './clock-acts.ts';
import { clockOffers } from './clock-offers.ts';
import { type Confirming, confirming, onTask } from './confirming.ts';
import { findingsOf, formOf } from './findings-form.ts';
import { type Faults, parsed, type Typed } from './form.ts';
import { type Giving, giveOn, givingOn } from './give-on.ts';
import { historyOf } from './history.ts';
import { kept } from './kept.ts';
import { mergedInto, takeApart } from './merged.ts';
import { namesOf } from './names.ts';
import { openRound } from './open-round.ts';
import { localeOfLink, taskBehind } from './task-behind.ts';
import { isOf } from './views/fields.ts';
import { peopleOf } from './views/holder.ts';
import type { Html } from './views/layout.ts';
import { ownFiling, type Work, workPage } from './views/work.ts';
import { AnswerForm, TransferForm } from './work-forms.ts';

const { BANK_ZONE: zone, BANK_CURRENCY: currency } = env('BANK_ZONE', 'BANK_CURRENCY');
const all = pageStores();
const { log, find, files, roster, may } = all;
const proof = personProof(all);
const tables = deskTables(zone);

type Opened = Work & Giving & Readonly<{ salt: string; ticket: Logged; link: Followed }>;

/** A department's work: what it found, or the department it belongs to; on the light path, the answer. */
export const handler = page<Opened>({
  page: 'work',
  find,
  open,
  show: (work) => shown(work),
  act: confirming<Opened>({ proof, log }, shown, {
    ...onTask<Opened>(['investigate'], { file, transfer: passOn }),
    ...onTask<Opened>(['answer'], { answer: reply }),
    ...onTask<Opened>(['investigate', 'answer'], { ...giveOn, ...takeApart(all) }),
    ...clockActs(all, zone),
    ...openRound(all, zone),
  }),
  may,
});

async function open(link: Followed, now: Date): Promise<Opened> {
  const ticket = await log.read(link.ticket);
  const task = taskBehind(ticket, link, ['investigate', 'answer'], now);
  const { salt, post } = await files.complaint(ticket.id);
  const [returned, transferred] = [whyReturned(ticket, task), whyTransferred(ticket, task)];
  return {
    merged: await mergedInto({ log, files }, ticket),
    ...{ locale: localeOfLink(ticket, link), zone, currency, id: ticket.id, ticket, task, post, salt },
    ...{ link, person: link.person },
    code: await proof.state(link, ticket, now),
    names: await namesOf(roster, peopleOf(task)),
    offers: clockOffers({ ticket, task, person: link.person }, tables(ticket), now),
    ...(await givingOn(roster, ticket, task, { by: link.person, zone, now })),
    returned: await textOf(ticket, returned?.reason),
    transferred: await textOf(ticket, transferred?.reason),
    earlier: await Promise.all(earlierFilings(ticket, task).map((filed) => filing(ticket, filed))),
    filed: task.work === 'investigate' && task.findings ? await findings(ticket, task) : undefined,
    answered: task.work === 'answer' ? await textOf(ticket, task.findings) : undefined,
    history: await historyOf({ files, roster }, ticket),
  };
}

/** A handler whose proposal came back goes on from what the department filed before, whatever other form they send. */
function shown(work: Opened, form: Typed = {}, faults: Faults = {}): Html {
  const own = isOf(form, 'file') ? undefined : ownFiling(work);
  return workPage(work, own ? { ...formOf(own.findings, currency), ...form } : form, faults);
}

function file({ id, salt, ticket, post, earlier, task, person: by }: Opened, form: Typed): Confirming {
  const { findings: found, faults } = findingsOf(form, post.demands.length, currency);
  if (!found) return { faults };
  // What stands in the form already is not filed again by a press of the button.
  if (ownFiling({ earlier, task }) && form.reviewed !== 'yes') return { faults: { reviewed: 'required' } };
  const totalMinor = found.remedies.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  // With what other departments propose it costs no less, and needs no fewer.
  const { levels } = levelsNeeded(ticket, totalMinor, APPROVAL_MATRIX);
  return {
    isFree: needsCode(CONFIRMATION, { levels, currency, totalMinor }) === undefined,
    act: async (decide) => {
      const findings = await files.write(id, salt, found);
      await decide((current) => fileFindings(current, { task: task.id, by, findings, totalMinor }));
    },
  };
}

function passOn(work: Opened, form: Typed): Confirming {
  const { data, faults } = parsed(TransferForm, form);
  if (!data) return { faults };
  const passing = { task: work.task.id, by: work.person, to: data.to };
  return {
    act: async (decide) => {
      const reason = await kept(files, work, data.reason);
      await decide((ticket) => transfer(ticket, { ...passing, reason }));
    },
  };
}

function reply({ id, salt, task, person: by }: Opened, form: Typed): Confirming {
  // Masked first: the mask of a number told in pieces is longer than the number, and the text must still be one that can be read back.
  const { data, faults } = parsed(AnswerForm, { ...form, answer: maskCards(form.answer ?? '') });
  if (!data) return { faults };
  return {
    act: async (decide) => {
      const answer = await files.write(id, salt, { text: data.answer });
      await decide((ticket) => giveAnswer(ticket, { task: task.id, by, answer }));
    },
  };
}

const textOf = async ({ id }: Logged, name: string | undefined) =>
  name ? (await files.read(id, name, Text))?.text : undefined;

async function findings({ id }: Logged, task: Task): Promise<Findings> {
  const found = await files.read(id, task.findings ?? '', Findings);
  if (!found) throw new Error(`the case file of ${id} lacks the findings of ${task.id}`);
  return found;
}

const filing = async (ticket: Logged, task: Task) => ({
  department: task.department ?? '',
  findings: await findings(ticket, task),
});
