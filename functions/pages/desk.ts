import { deskTables } from '../adapters/desk-tables.ts';
import { env } from '../adapters/env.ts';
import type { Followed } from '../adapters/links.ts';
import { page } from '../adapters/page.ts';
import { pageStores } from '../adapters/page-stores.ts';
import { personProof } from '../adapters/person-proof.ts';
import type { Logged } from '../adapters/ticket-log.ts';
import { Text } from '../domain/case-file.ts';
import { resume, route } from '../domain/desk.ts';
import type { Task } from '../domain/ticket.ts';
import { clockActs } from './clock-acts.ts';
import { clockOffers } from './clock-offers.ts';
import { type Confirming, confirming, type Deciding, onTask } from './confirming.ts';
import { ResumeForm, RouteForm, supportingOf } from './desk-forms.ts';
import { parsed, type Typed } from './form.ts';
import { historyOf } from './history.ts';
import { kept } from './kept.ts';
import { mergedInto, takeApart } from './merged.ts';
import { namesOf } from './names.ts';
import { openRound } from './open-round.ts';
import { localeOfLink, refuseErased, refuseWhole, taskBehind } from './task-behind.ts';
import { type Desk, deskPage } from './views/desk.ts';
import { type Whole, wholeTicket } from './views/whole-ticket.ts';

const { BANK_ZONE: zone } = env('BANK_ZONE');
const all = pageStores();
const { log, find, files, roster, may } = all;
const proof = personProof(all);
const tables = deskTables(zone);

type OfTask = Desk & Deciding & Readonly<{ salt: string; person: string; ticket: Logged }>;
type Opened = Whole & Omit<OfTask, 'task'> & Readonly<{ task?: Task }>;

/** A link to a task leads to it; one without a task, to the whole ticket. */
const isOfTask = (desk: Opened): desk is Opened & OfTask => desk.task !== undefined;

const onTicket = confirming<Opened>({ proof, log }, wholeTicket, openRound(all, zone));
const onItsTask = confirming<OfTask>({ proof, log }, deskPage, {
  ...onTask<OfTask>(['route'], { route: sendOn }),
  ...onTask<OfTask>(['parked'], { 'go-on': goOn }),
  ...onTask<OfTask>(['route', 'parked'], takeApart(all)),
  ...clockActs(all, zone),
  ...openRound(all, zone),
});

/** The triage desk: routes what no rule could route, lets go on what stands still, and has others look at a complaint anew. */
export const handler = page<Opened>({
  page: 'desk',
  find,
  open,
  show: (desk) => (isOfTask(desk) ? deskPage(desk) : wholeTicket(desk)),
  act,
  may,
});

async function open(link: Followed, now: Date): Promise<Opened> {
  const ticket = await log.read(link.ticket);
  refuseErased(ticket);
  const task = link.task === undefined ? undefined : taskBehind(ticket, link, ['route', 'parked'], now);
  if (!task) refuseWhole(ticket, link, now);
  const { salt, post } = await files.complaint(ticket.id);
  const isResumed = task?.work === 'parked' && task.closed;
  return {
    merged: await mergedInto({ log, files }, ticket),
    ...{ locale: localeOfLink(ticket, link), zone, id: ticket.id, ticket, post, salt },
    ...{ link, person: link.person },
    code: await proof.state(link, ticket, now),
    ...(task && { task }),
    names: await namesOf(roster, [task?.closed?.by]),
    note: isResumed && task?.reason ? (await files.read(ticket.id, task.reason, Text))?.text : undefined,
    history: await historyOf({ files, roster }, ticket),
    offers: clockOffers({ ticket, task, person: link.person }, tables(ticket), now),
  };
}

async function act(desk: Opened, form: Typed, now: Date) {
  return isOfTask(desk) ? onItsTask(desk, form, now) : onTicket(desk, form, now);
}

function sendOn({ task, person: by }: OfTask, form: Typed): Confirming {
  const { data, faults } = parsed(RouteForm, form);
  if (!data) return { faults };
  const way = { task: task.id, by, ...data, supporting: supportingOf(form) };
  return { act: (decide) => decide((ticket) => route(ticket, way)) };
}

function goOn(desk: OfTask, form: Typed): Confirming {
  const { data, faults } = parsed(ResumeForm, form);
  if (!data) return { faults };
  return {
    act: async (decide) => {
      const reason = await kept(files, desk, data.note);
      await decide((ticket) => resume(ticket, { task: desk.task.id, by: desk.person, reason }));
    },
  };
}
