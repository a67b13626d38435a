import { deskTables } from '../adapters/desk-tables.ts';
import { env } from '../adapters/env.ts';
import type { Followed } from '../adapters/links.ts';
import { type Again, page } from '../adapters/page.ts';
import { NotAForm } from '../adapters/page-refusals.ts';
import { pageStores } from '../adapters/page-stores.ts';
import { personProof } from '../adapters/person-proof.ts';
import type { Logged } from '../adapters/ticket-log.ts';
import { Findings, Text } from '../domain/case-file.ts';
import { delegate } from '../domain/delegate.ts';
import { fileFindings, giveAnswer } from '../domain/file-findings.ts';
import { maskCards } from '../domain/mask-cards.ts';
import { needsCode } from '../domain/needs-code.ts';
import { TaskClosed } from '../domain/refusals.ts';
import type { Task } from '../domain/ticket.ts';
import type { TicketEvent } from '../domain/ticket-event.ts';
import { transfer } from '../domain/transfer.ts';
import { CONFIRMATION } from '../rules/confirmation.ts';
import { earlierFilings, whyReturned, whyTransferred } from './before-this-task.ts';
import { clockActs, isClockAct } from './clock-acts.ts';
import { clockOffers } from './clock-offers.ts';
import { type Confirming, confirming } from './confirming.ts';
import { findingsOf, formOf } from './findings-form.ts';
import { parsed, type Typed } from './form.ts';
import { GiveForm, type Giving, givingOn } from './give-on.ts';
import { historyOf } from './history.ts';
import { mergedInto, takeApart } from './merged.ts';
import { namesOf } from './names.ts';
import { openRound } from './open-round.ts';
import { localeOfLink, taskBehind } from './task-behind.ts';
import { peopleOf } from './views/holder.ts';
import type { Html } from './views/layout.ts';
import { ownFiling, type Work, workPage } from './views/work.ts';
import { AnswerForm, TransferForm } from './work-forms.ts';

const { BANK_ZONE: zone, BANK_CURRENCY: currency } = env('BANK_ZONE', 'BANK_CURRENCY');
const all = pageStores();
const { log, links, files, roster, may } = all;
const proof = personProof(all);
const tables = deskTables(zone);
const moveClock = clockActs({ log, files }, zone);

type Opened = Work & Giving & Readonly<{ salt: string; ticket: Logged; link: Followed }>;
const file = confirming<Opened>(proof, (work, form, faults) => workPage(work, form, faults), readFindings);

/** A department's work: what it found, or the department it belongs to; on the light path, the answer. */
export const handler = page<Opened>({ path: '/w/{token}', find: links.find, open, show, act, may });

async function open(link: Followed, now: Date): Promise<Opened> {
  const ticket = await log.read(link.ticket);
  const task = taskBehind(ticket, link, ['investigate', 'answer']);
  const { salt, post } = await files.complaint(ticket.id);
  const [returned, transferred] = [whyReturned(ticket, task), whyTransferred(ticket, task)];
  return {
    merged: await mergedInto({ log, files }, ticket),
    ...{ locale: localeOfLink(ticket, link), zone, currency, id: ticket.id, ticket, task, post, salt },
    ...{ link, person: link.person },
    code: task.work === 'investigate' && !task.closed ? await proof.state(link, ticket, now) : undefined,
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

/** A handler whose proposal came back goes on from what the department filed before. */
function show(work: Opened): Html {
  const own = ownFiling(work);
  return workPage(work, own ? formOf(own.findings, currency) : {});
}

async function act(work: Opened, form: Typed, now: Date): Promise<Html | Again | undefined> {
  if (form.act === 'open-round') {
    const faults = await openRound({ log, files }, { ...work, zone }, form, now);
    return faults && workPage(work, form, faults);
  }
  if (isClockAct(form)) {
    const faults = await moveClock(work, form, now);
    return faults && workPage(work, form, faults);
  }
  if (work.task.closed) throw new TaskClosed(work.task.id);
  if (form.act === 'give') return give(work, form, now);
  if (form.act === 'part') return part(work, form, now);
  if (work.task.work === 'answer') return answer(work, form, now);
  if (form.act === 'file' || form.act === 'code') return file(work, form, now);
  if (form.act === 'transfer') return passOn(work, form, now);
  throw new NotAForm();
}

async function part(work: Opened, form: Typed, now: Date): Promise<Html | undefined> {
  const faults = await takeApart({ log, files }, work, form, now);
  return faults && workPage(work, form, faults);
}

/** The text first, then the decision that names its digest: a decision never points at a text that is not there. */
function readFindings(work: Opened, form: Typed, now: Date): Confirming {
  const { findings: found, faults } = findingsOf(form, work.post.demands.length, currency);
  if (!found) return { faults };
  // What stands in the form already is not filed again by a press of the button.
  if (ownFiling(work) && form.reviewed !== 'yes') return { faults: { reviewed: 'required' } };
  const totalMinor = found.remedies.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return {
    isFree: needsCode(CONFIRMATION, currency, totalMinor) === undefined,
    decide: async (confirmed) => {
      const findings = await files.write(work.id, work.salt, found);
      return decide(work, now, (ticket, mine) => fileFindings(ticket, { ...mine, findings, totalMinor, confirmed }));
    },
  };
}

async function passOn(work: Opened, form: Typed, now: Date): Promise<Html | undefined> {
  const { data, faults } = parsed(TransferForm, form);
  if (!data) return workPage(work, form, faults);
  const reason = await files.write(work.id, work.salt, { text: maskCards(data.reason) });
  await decide(work, now, (ticket, mine) => transfer(ticket, { ...mine, to: data.to, reason }));
}

async function answer(work: Opened, form: Typed, now: Date): Promise<Html | undefined> {
  // Masked first: the mask of a number told in pieces is longer than the number, and the text must still be one that can be read back.
  const { data, faults } = parsed(AnswerForm, { ...form, answer: maskCards(form.answer ?? '') });
  if (!data) return workPage(work, form, faults);
  const given = await files.write(work.id, work.salt, { text: data.answer });
  await decide(work, now, (ticket, mine) => giveAnswer(ticket, { ...mine, answer: given }));
}

async function give(work: Opened, form: Typed, now: Date): Promise<Html | undefined> {
  const { data, faults } = parsed(GiveForm, form);
  if (!data) return workPage(work, form, faults);
  await decide(work, now, (ticket, mine) => delegate(ticket, { ...mine, to: data.colleague }, work.choice));
}

type Decision = (ticket: Logged, mine: Readonly<{ task: string; by: string }>) => TicketEvent[];

const decide = ({ id, person: by, task: { id: task } }: Opened, now: Date, decision: Decision) =>
  log.decide(id, { at: now.toISOString(), by }, (ticket) => decision(ticket, { task, by }));

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
