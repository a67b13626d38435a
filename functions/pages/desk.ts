import { deskTables } from '../adapters/desk-tables.ts';
import { env } from '../adapters/env.ts';
import type { Link } from '../adapters/links.ts';
import { page } from '../adapters/page.ts';
import { LinkGone, NotAForm } from '../adapters/page-refusals.ts';
import { pageStores } from '../adapters/page-stores.ts';
import type { Logged } from '../adapters/ticket-log.ts';
import { Text } from '../domain/case-file.ts';
import { resume, route } from '../domain/desk.ts';
import { maskCards } from '../domain/mask-cards.ts';
import { TaskClosed } from '../domain/refusals.ts';
import type { Task } from '../domain/ticket.ts';
import { clockActs, isClockAct } from './clock-acts.ts';
import { clockOffers } from './clock-offers.ts';
import { ResumeForm, RouteForm, supportingOf } from './desk-forms.ts';
import { type Faults, parsed, type Typed } from './form.ts';
import { historyOf } from './history.ts';
import { mergedInto, takeApart } from './merged.ts';
import { namesOf } from './names.ts';
import { openRound } from './open-round.ts';
import { localeOfLink, refuseErased, taskBehind } from './task-behind.ts';
import { type Desk, deskPage } from './views/desk.ts';
import type { Html } from './views/layout.ts';
import { type Whole, wholeTicket } from './views/whole-ticket.ts';

const { BANK_ZONE: zone } = env('BANK_ZONE');
const { log, links, files, roster, may } = pageStores();
const tables = deskTables(zone);
const moveClock = clockActs({ log, files }, zone);

type OfTask = Desk & Readonly<{ salt: string; person: string; ticket: Logged }>;
type Opened = Whole & Omit<OfTask, 'task'> & Readonly<{ task?: Task }>;

/** A link to a task leads to it; one without a task, to the whole ticket. */
const isOfTask = (desk: Opened): desk is Opened & OfTask => desk.task !== undefined;
const shown = (desk: Opened, form: Typed = {}, faults: Faults = {}): Html =>
  isOfTask(desk) ? deskPage(desk, form, faults) : wholeTicket(desk, form, faults);

/** The triage desk: routes what no rule could route, lets go on what stands still, and has others look at a complaint anew. */
export const handler = page<Opened>({
  path: '/d/{token}',
  find: links.find,
  open,
  show: (desk) => shown(desk),
  act,
  may,
});

async function open(link: Link, now: Date): Promise<Opened> {
  const ticket = await log.read(link.ticket);
  refuseErased(ticket);
  // The link of a letter names no task either, and is the complainant's.
  if (link.person === 'complainant') throw new LinkGone();
  const task = link.task === undefined ? undefined : taskBehind(ticket, link, ['route', 'parked']);
  const { salt, post } = await files.complaint(ticket.id);
  const isResumed = task?.work === 'parked' && task.closed;
  return {
    merged: await mergedInto({ log, files }, ticket),
    ...{ locale: localeOfLink(ticket, link), zone, id: ticket.id, ticket, post, salt, person: link.person },
    ...(task && { task }),
    names: await namesOf(roster, [task?.closed?.by]),
    note: isResumed && task?.reason ? (await files.read(ticket.id, task.reason, Text))?.text : undefined,
    history: await historyOf({ files, roster }, ticket),
    offers: clockOffers({ ticket, task, person: link.person }, tables(ticket), now),
  };
}

async function act(desk: Opened, form: Typed, now: Date): Promise<Html | undefined> {
  if (form.act === 'open-round') {
    const faults = await openRound({ log, files }, { ...desk, zone }, form, now);
    return faults && shown(desk, form, faults);
  }
  if (!isOfTask(desk)) throw new NotAForm();
  if (isClockAct(form)) {
    const faults = await moveClock(desk, form, now);
    return faults && deskPage(desk, form, faults);
  }
  if (desk.task.closed) throw new TaskClosed(desk.task.id);
  if (form.act === 'part') return part(desk, form, now);
  return desk.task.work === 'parked' ? goOn(desk, form, now) : sendOn(desk, form, now);
}

async function part(desk: OfTask, form: Typed, now: Date): Promise<Html | undefined> {
  const faults = await takeApart({ log, files }, desk, form, now);
  return faults && deskPage(desk, form, faults);
}

async function sendOn(desk: OfTask, form: Typed, now: Date): Promise<Html | undefined> {
  const { id, task, person: by } = desk;
  const { data, faults } = parsed(RouteForm, form);
  if (!data) return deskPage(desk, form, faults);
  const way = { task: task.id, by, ...data, supporting: supportingOf(form) };
  await log.decide(id, { at: now.toISOString(), by }, (ticket) => route(ticket, way));
}

async function goOn(desk: OfTask, form: Typed, now: Date): Promise<Html | undefined> {
  const { id, task, salt, person: by } = desk;
  const { data, faults } = parsed(ResumeForm, form);
  if (!data) return deskPage(desk, form, faults);
  const text = { text: maskCards(data.note) };
  const reason = await files.write(id, salt, text);
  const going = { task: task.id, by, reason };
  await log.decide(id, { at: now.toISOString(), by }, (ticket) => resume(ticket, going));
}
