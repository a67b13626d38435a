import type { Logged } from '../../functions/adapters/ticket-log.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { formsOf, open, type PageForm, post } from '../../local/demo/page-form.ts';
import { newestCode } from '../../local/demo/with-code.ts';
import { eventsOf, type PlayedDesk, type World } from '../paths/played-desk.ts';

/** The link of a kind that came last about a ticket, and the telephone on which it came. */
export function lastLink({ cloud }: PlayedDesk, id: string, kind: string): Readonly<{ link: string; phone: string }> {
  const found = cloud.sms.flatMap(({ phone, text }) => {
    const [link] = text.includes(id) ? (new RegExp(`http:\\S+/${kind}/\\S+`).exec(text) ?? []) : [];
    return link ? [{ link, phone }] : [];
  });
  return found.at(-1) ?? { link: '', phone: '' };
}

const isWaiting = ({ tasks }: Logged) => Object.values(tasks).some(({ work, closed }) => work === 'approve' && !closed);

/** A ticket whose proposal waits for a manager who has the link and has not opened it. */
export async function waitingApproval(desk: PlayedDesk, world: World = {}) {
  const id = await desk.post({}, { remedies: [['fee-waiver', '600.00']], ignores: 'a', ...world });
  const ticket = await desk.until(id, (one) => isWaiting(one) && lastLink(desk, id, 'a').link);
  const task = Object.values(ticket.tasks).findLast(({ work }) => work === 'approve');
  if (!task) throw new Error(`nobody is asked to approve ${id}`);
  return { id, task, ...lastLink(desk, id, 'a') };
}

/** The form of a page that decides this. */
export async function formFor(link: string, act: string): Promise<PageForm> {
  const form = formsOf(await open(link)).find(({ fields }) => fields.for === act);
  if (!form) throw new Error(`the page has no form to ${act}`);
  return form;
}

/** Asks for a code, and reads it from the telephone on which the link came. */
export async function askedCode({ cloud }: PlayedDesk, link: string): Promise<string> {
  const { fields } = await formFor(link, 'approve');
  const { status } = await post(link, { ...fields, act: 'code' });
  if (status !== 303) throw new Error(`no code was sent: ${status}`);
  return newestCode(cloud.sms, link);
}

/** Approves with this code, as whoever has the page would; the status of the answer. */
export async function approveWith(link: string, code: string, more: Record<string, string> = {}): Promise<number> {
  const { fields } = await formFor(link, 'approve');
  return (await post(link, { ...fields, act: 'approve', code, ...more })).status;
}

const DECIDED: readonly TicketEvent['type'][] = ['Approved', 'Returned', 'TaskReassigned'];

/** What was decided about proposals so far. */
export const decided = (ticket: Logged): string[] =>
  eventsOf(ticket).flatMap(({ type }) => (DECIDED.includes(type) ? [type] : []));
