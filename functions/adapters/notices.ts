import type { Way } from '../domain/complaint-posted.ts';
import type { Purpose } from '../domain/event-words.ts';
import { executionName } from '../domain/lost-execution.ts';
import { shownBy } from '../domain/shown-by.ts';
import type { Message, Task } from '../domain/ticket.ts';
import type { TicketEvent } from '../domain/ticket-event.ts';
import { nextWay, type Reachable, writtenWays } from '../domain/ways.ts';
import { dueText } from '../messages/due-text.ts';
import type { Slots } from '../messages/sms-text.ts';
import { env } from './env.ts';
import { LINK_PAGES, type LinkPage } from './link-pages.ts';
import type { Sender } from './outgoing.ts';
import type { Stores } from './stores.ts';
import type { Logged } from './ticket-log.ts';

export type Notice = Readonly<{
  /** The same notice has the same id, however often its step runs. */
  message: string;
  purpose: Purpose;
  by: string;
  at: Date;
  to: Reachable;
  /** The ways it may go, where not all that there are means for. */
  only?: readonly Way[];
  /** `asked`: what the task will show, where it is opened with the message. */
  link?: Readonly<{
    page: LinkPage;
    task?: string;
    expiresAt: string;
    asked?: Pick<Task, 'level' | 'proposal'>;
  }>;
  /** A date the text tells. */
  dueAt?: string | undefined;
  /** A one-time code, and for how many minutes: in the message, and nowhere else. */
  code?: Readonly<{ code: string; minutes: number }>;
  /** The other ticket that the text names. */
  other?: string | undefined;
  /** The how manieth time, where every way failed before: all of them are tried again. */
  time?: number | undefined;
  /** What is decided together with the intent: nothing, where it is in the log already; `undefined`: it is not to go out any more. */
  with?: (ticket: Logged) => readonly TicketEvent[] | undefined;
  /** The workflow's token, kept beside the task that is opened with it. */
  token?: string;
  /** What follows from the last result, decided together with it: `at` is when that was known. */
  afterwards?: (isSent: boolean, way: Way, current: Logged, at: string) => readonly TicketEvent[];
}>;

/**
 * Sends one message about a ticket, by the preferred way and where that fails at once by the next. The intent of each way
 * is in the log before, its result after, with the time at which the provider had answered: that is what counts in time. A
 * message that got through is never sent again. One that was intended and has no result may have gone out: it is sent once
 * more, and says so in the log.
 */
export const notices = ({ log, links }: Pick<Stores, 'log' | 'links'>, sender: Sender) => {
  const { BASE_URL, HOTLINE, BANK_ZONE } = env('BASE_URL', 'HOTLINE', 'BANK_ZONE');
  const { send, templateOf, writesMails } = sender;

  return async (ticket: Logged, notice: Notice): Promise<Logged> => {
    const { message, purpose, to, token, afterwards, time = 1 } = notice;
    const open = openWays(notice);
    const before = ticket.messages[message];
    const first = before && time > before.time ? open[0] : nextWay(before, open);
    if (!first) return ticket;

    const who = { at: notice.at.toISOString(), by: notice.by };
    const link = await minted(ticket, notice);
    const slots = slotsOf(ticket, notice, link?.token);
    const intent = (way: Way, isAgain = false): TicketEvent => ({
      ...({ type: 'MessageIntended', message, purpose, way } as const),
      ...{ template: templateOf({ purpose, way, to, slots }), to: to.person, locale: to.locale },
      ...(link && { link: link.hash }),
      ...(notice.link?.task && { task: notice.link.task }),
      ...(isAgain && { possibleDuplicate: true as const }),
      ...(time > 1 && { time }),
    });

    let way: Way | undefined = first;
    let isOurs = false;
    const intended = (current: Logged): TicketEvent[] => {
      const beside = notice.with ? notice.with(current) : [];
      // Another run of the same step may have meant it meanwhile: then it is that run's to send.
      isOurs = beside !== undefined && isSame(current.messages[message], before);
      return isOurs && beside ? [...beside, intent(first, before?.state === 'intended')] : [];
    };
    let told = await log.decide(ticket, who, intended, { token });
    while (isOurs && way) {
      const tried: Way = way;
      const mine = told.messages[message];
      const { result, at: answeredAt } = await send({ message, purpose, way: tried, to, slots, at: notice.at, ticket });
      const at = answeredAt > notice.at ? answeredAt.toISOString() : who.at;
      const isSent = result.type === 'MessageSent';
      const next: Way | undefined = isSent ? undefined : open[open.indexOf(tried) + 1];
      // What was sent is on record, even if the ticket went another way at that instant; nothing follows from it then.
      told = await log.decide({ ...told, execution: undefined }, { ...who, at }, (current) => {
        isOurs = isSame(current.messages[message], mine) && carries(ticket, current);
        if (next) return isOurs ? [result, intent(next)] : [result];
        return [result, ...(carries(ticket, current) ? (afterwards?.(isSent, tried, current, at) ?? []) : [])];
      });
      way = next;
    }
    return { ...told, execution: ticket.execution };
  };

  /** Where there are no means at all, the ticket shows that it was tried. */
  function openWays({ to, only }: Notice): Way[] {
    const open = only ?? writtenWays(to).filter((way) => way !== 'e-mail' || writesMails);
    return open.length > 0 ? [...open] : ['sms'];
  }

  async function minted(ticket: Logged, { to, link, at }: Notice) {
    if (!link) return undefined;
    const { page, task, expiresAt, asked = ticket.tasks[task ?? ''] } = link;
    const shown = asked && shownBy(ticket, asked);
    const leads = { page, ticket: ticket.id, round: ticket.round, task, person: to.person };
    return links.mint({ ...leads, ...shown, sentAt: at.toISOString(), expiresAt });
  }

  function slotsOf({ id }: Logged, { link, dueAt, other, code, to }: Notice, token: string | undefined): Slots {
    return {
      ticket: id,
      hotline: HOTLINE,
      ...(other && { other }),
      ...(code && { code: code.code, minutes: String(code.minutes) }),
      ...(link && token && { link: `${BASE_URL}/${LINK_PAGES[link.page]}/${token}` }),
      ...(dueAt && { by: dueText(dueAt, to.locale, to.zone ?? BANK_ZONE) }),
    };
  }
};
export type Send = ReturnType<typeof notices>;

const carries = ({ execution }: Logged, current: Logged): boolean =>
  execution === undefined || execution === executionName(current.id, current);

const isSame = (one: Message | undefined, other: Message | undefined): boolean =>
  one?.intents === other?.intents &&
  one?.time === other?.time &&
  one?.way === other?.way &&
  one?.state === other?.state;
