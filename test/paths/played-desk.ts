import { GetExecutionHistoryCommand, SFNClient } from '@aws-sdk/client-sfn';
import { GUARD, guardOf } from '../../functions/adapters/form-guard.ts';
import { LINK_PAGES, type LinkPage, pathOf } from '../../functions/adapters/link-pages.ts';
import { links } from '../../functions/adapters/links.ts';
import type { Logged } from '../../functions/adapters/ticket-log.ts';
import type { ComplaintPosted } from '../../functions/domain/complaint-posted.ts';
import type { Cloud } from '../../local/cloud.ts';
import { type Desk, openDesk } from '../../local/demo/desk.ts';
import { type Behaviour, people } from '../../local/demo/people.ts';

type Post = Partial<Omit<ComplaintPosted, 'channel' | 'complainant' | 'card'>> & Record<string, unknown>;

/** How the world around one ticket behaves. `banking`: what core banking answers to the nth command of an action. */
export type World = Behaviour &
  Readonly<{
    banking?: (action: string, nth: number) => 'CommandCarriedOut' | 'CommandFailed' | 'silence';
    /** Kinds of links nobody opens: w(ork), a(pproval), s(urvey), d(esk). */
    ignores?: string;
    minutes?: number;
    /** Finds nothing behind a link, and waits for the next one. */
    shrugs?: boolean;
  }>;

const MINUTE = 60_000;
const shrugging = (world: World) => (fault: Error) => {
  if (!world.shrugs || !fault.message.endsWith('answered 404')) throw fault;
};
const START = new Date('2026-03-02T02:00:00.000Z'); // a Monday, 10:00 in Shanghai

/** A plain complaint that takes the standard way without approval, unless it says otherwise. */
const usual = {
  version: 1,
  channel: 'app',
  narrative: 'The annual fee was charged although I was promised a waiver.',
  category: 'fees-and-interest',
  demands: ['Refund the annual fee'],
  complainant: { name: 'Sample Person', phone: '+8613123456789' },
  identity: { method: 'app-login', level: 'strong', checkedAt: '2026-03-02T01:59:00Z' },
  locale: 'en',
};

/**
 * An open desk on the embedded cloud, and the people and systems around it, each acting half an hour after its SMS.
 * `send`: how they send a form.
 */
export async function playedDesk(assembly?: string, send?: Parameters<typeof people>[1]) {
  const worlds = new Map<string, World>();
  const asked = new Map<string, number>();
  const act = people(() => desk?.cloud.sms ?? [], send);
  const faults: unknown[] = [];
  let desk: Desk | undefined;
  let [sms, mails, events, posts] = [0, 0, 0, 0];

  const later = (cloud: Cloud, ms: number, work: () => Promise<unknown>) =>
    cloud.at(new Date(cloud.now().getTime() + ms), () => work().catch((fault) => faults.push(fault)));

  function look(cloud: Cloud): void {
    for (; sms < cloud.sms.length; sms++) hear(cloud, cloud.sms[sms]?.text ?? '');
    for (; mails < cloud.mail.length; mails++) hear(cloud, cloud.mail[mails]?.text ?? '');
    for (; events < cloud.busEvents.length; events++) {
      const { event } = cloud.busEvents[events] as (typeof cloud.busEvents)[number];
      if (event['detail-type'] === 'CommandOrdered')
        answer(cloud, event.detail as { ticket: string; command: string; action: string });
    }
  }

  function hear(cloud: Cloud, text: string): void {
    const [link] = /http:\S+/.exec(text) ?? [];
    const [ticket = ''] = /[0-9A-HJKMNP-TV-Z]{12}/.exec(text) ?? [];
    const world = worlds.get(ticket) ?? {};
    const kind = link && new URL(link).pathname[1];
    if (link && kind && kind !== 'l' && !world.ignores?.includes(kind))
      later(cloud, (world.minutes ?? 30) * MINUTE, () => act(link, ticket, world).catch(shrugging(world)));
  }

  function answer(
    cloud: Cloud,
    { ticket, command, action }: { ticket: string; command: string; action: string },
  ): void {
    const nth = (asked.get(`${ticket} ${action}`) ?? 0) + 1;
    asked.set(`${ticket} ${action}`, nth);
    const type = worlds.get(ticket)?.banking?.(action, nth) ?? 'CommandCarriedOut';
    if (type === 'silence') return;
    const reason = type === 'CommandFailed' ? { reason: 'account-locked' } : {};
    later(cloud, 2_000, async () => desk?.putEvent('core-banking', type, { ticket, command, ...reason }));
  }

  desk = await openDesk({ startAt: START, ...(assembly && { assembly }), onSettled: (cloud) => desk && look(cloud) });
  const { cloud, channel, log } = desk;
  const sfn = new SFNClient({
    endpoint: cloud.url,
    region: 'local',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });

  /** Posts a complaint as the app would; gives its ticket number. */
  async function post(over: Post, world: World = {}): Promise<string> {
    posts += 1;
    // Everybody has an account of their own: the same words from one account would be one matter.
    const card = { lastFour: '4242', account: `ACCT-SAMPLE-${posts}` };
    const body = { ...usual, card, channelReference: `P-${posts}`, ...over };
    const { status, answer } = await channel.post(String(body.channel), JSON.stringify(body));
    if (status !== 202) throw new Error(`POST /complaints answered ${status}: ${JSON.stringify(answer)}`);
    worlds.set(String(answer.ticket), world);
    return String(answer.ticket);
  }

  /** Lets time pass until the ticket is as wanted, at most so many days. */
  async function until(id: string, wanted: (ticket: Logged) => unknown, days = 40): Promise<Logged> {
    for (let hours = 0; hours <= days * 24; hours += 1) {
      const ticket = await log.find(id);
      if (faults.length > 0) throw faults[0];
      if (wanted(ticket)) return ticket;
      await cloud.advanceBy(60 * MINUTE);
    }
    const ticket = await log.find(id);
    const seen = ticket.decisions.map(({ at, by, events }) => `${at} ${by} ${events.map(({ type }) => type)}`);
    throw new Error(`in ${days} days it never came to that:\n${seen.join('\n')}`);
  }

  /** The names of the states that the ticket's executions entered, in order. */
  async function states(id: string): Promise<string[]> {
    const entered: string[] = [];
    for (const { arn, name } of cloud.executions.filter(({ name }) => name.startsWith(id))) {
      const { events = [] } = await sfn.send(new GetExecutionHistoryCommand({ executionArn: arn, maxResults: 1000 }));
      if (name) entered.push(...events.flatMap(({ stateEnteredEventDetails: state }) => state?.name ?? []));
    }
    return entered;
  }

  /** The hidden field of a link's forms, where its page shows none any more. */
  async function guard(link: string): Promise<Record<string, string>> {
    const [, kind = '', token = ''] = new URL(link).pathname.split('/');
    const page = kindOf(kind);
    const found = await links(desk?.db as Desk['db'], desk?.tables.tickets ?? '').find(token, page, cloud.now());
    return { [GUARD]: found ? guardOf(pathOf(page), found) : '' };
  }

  const archived = (id: string, days?: number) => until(id, (ticket) => ticket.archived, days);
  return { ...desk, post, until, archived, states, guard, sfn, worlds };
}
/** Which page a link's path says that it leads to. */
function kindOf(short: string): LinkPage {
  const found = (Object.keys(LINK_PAGES) as LinkPage[]).find((page) => LINK_PAGES[page] === short);
  if (!found) throw new Error(`no page has the path /${short}`);
  return found;
}
export type PlayedDesk = Awaited<ReturnType<typeof playedDesk>>;

/** Every event of a ticket's log, in order. */
export const eventsOf = ({ decisions }: Logged) => decisions.flatMap(({ events }) => events);
export const typesOf = (ticket: Logged) => eventsOf(ticket).map(({ type }) => type);
