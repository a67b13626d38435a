import { readFileSync } from 'node:fs';
import { ticketId } from '../../functions/adapters/ticket-id.ts';
import { Roster } from '../../functions/domain/roster.ts';
import type { Cloud } from '../cloud.ts';
import { chance } from './chance.ts';
import { coreBanking, type Ordered } from './core-banking.ts';
import { type Desk, openDesk, SAMPLE_ROSTER, TICKET_KEY } from './desk.ts';
import { open } from './page-form.ts';
import { type Behaviour, people } from './people.ts';
import type { PlannedPost } from './planned-post.ts';
import { type Reader, visitTime } from './visits.ts';

export const BANK_ZONE = 'Asia/Shanghai';
const DAY = 86_400_000;
const LONGEST_DAYS = 90;

export type PlayOptions = Readonly<{
  startAt: Date;
  seed: number;
  /** The triage desk does its tasks. */
  deskWorks: boolean;
  onProgress?: (progress: Progress) => void;
  onLog?: (functionName: string, line: string) => void;
}>;

/** Where a run stands: tickets that began, that are archived, and that wait at the triage desk. */
export type Progress = Readonly<{ now: Date; begun: number; archived: number; parked: number }>;

/** A post as it was sent, and what the door answered; the bus answers nothing. */
export type Sent = Readonly<{ post: PlannedPost; status?: number; ticket: string }>;
export type Played = Readonly<{
  desk: Desk;
  sent: readonly Sent[];
  /** What somebody around the desk tried and could not do. */
  faults: readonly Error[];
  wallSeconds: number;
}>;

/** The number of the ticket that a post begins or belongs to; known beforehand, since the sample key is. */
export const ticketOfPost = ({ body }: PlannedPost): string =>
  ticketId(TICKET_KEY, String(body.channel), String(body.channelReference));

/**
 * Sends the posts and plays everybody around the desk, until every ticket is archived or only waits at the triage desk.
 * All of it goes through the doors a person or a system has: HTTP, links out of SMS, events on the bus.
 */
export async function play(posts: readonly PlannedPost[], options: PlayOptions): Promise<Played> {
  const began = performance.now();
  const roster = new Map(Roster.parse(JSON.parse(readFileSync(SAMPLE_ROSTER, 'utf8'))).map((one) => [one.phone, one]));
  const plans = new Map(posts.toReversed().map((post) => [ticketOfPost(post), post]));
  const drawn = chance(options.seed);
  const act = people(() => desk.cloud.sms);
  const bank = coreBanking((ticket) => plans.get(ticket)?.systems ?? {});
  const sent: Sent[] = [];
  const seen = { sms: 0, mail: 0, events: 0 };
  const [begun, archived, parked] = [new Set<string>(), new Set<string>(), new Map<string, number>()];
  /** Links that somebody will open, by person, ticket and page: a reminder of one of them is no second visit. */
  const visits = new Map<string, Date>();
  /** The departments beside the lead, by ticket. */
  const supporting = new Map<string, readonly string[]>();
  const faults: Error[] = [];
  let desk: Desk;
  let errands = posts.length;

  /** Something somebody does later; the run goes on while there is any. */
  const later = (cloud: Cloud, time: Date, work: () => Promise<unknown>) => {
    errands++;
    cloud.at(time, () => errand(work));
  };
  const errand = (work: () => Promise<unknown>) =>
    work()
      .catch((error: Error) => faults.push(error))
      .finally(() => errands--);

  const hear = (cloud: Cloud, address: string, text: string) => {
    const [link] = /https?:\S+/.exec(text) ?? [];
    const [ticket = ''] = /[0-9A-HJKMNP-TV-Z]{12}/.exec(text) ?? [];
    const plan = plans.get(ticket);
    if (!link || !plan) return;
    const page = new URL(link).pathname[1] ?? '';
    const member = roster.get(address);
    if (page === 'd' && !options.deskWorks) return;
    const who = `${address} ${ticket} ${page}`;
    const before = visits.get(who);
    if (before && before > cloud.now()) return;
    const behaviour = plan.behaviour ?? {};
    if (page === 'w' && behaviour.waitsForReminder && !before) {
      visits.set(who, cloud.now());
      return;
    }
    const reader: Reader = {
      isStaff: member !== undefined,
      isTriage: member?.roles.includes('triage') ?? false,
      zone: typeof plan.body.zone === 'string' ? plan.body.zone : BANK_ZONE,
    };
    const time = visitTime(page, reader, BANK_ZONE, drawn, `${who} ${before?.getTime() ?? 0}`, cloud.now());
    visits.set(who, time);
    later(cloud, time, () => {
      if (page === 'l') return open(link);
      const isSupporting = page === 'w' && supporting.get(ticket)?.includes(member?.department ?? '');
      return act(link, ticket, isSupporting ? { ...behaviour, ...beside(plan) } : behaviour);
    });
  };

  const hearEvent = (cloud: Cloud, type: string, detail: unknown) => {
    const { ticket } = detail as { ticket: string };
    if (type === 'ComplaintReceived') begun.add(ticket);
    if (type === 'Triaged') supporting.set(ticket, (detail as { supporting: string[] }).supporting);
    if (type === 'Archived') archived.add(ticket);
    if (type === 'Parked') parked.set(ticket, (parked.get(ticket) ?? 0) + 1);
    if (type === 'Resumed') parked.set(ticket, (parked.get(ticket) ?? 0) - 1);
    if (type !== 'CommandOrdered') return;
    const ordered = detail as Ordered;
    const takes = drawn.between(`${ticket} ${ordered.command}`, 2, 90) * 1000;
    later(cloud, new Date(cloud.now().getTime() + takes), () => bank(desk, ordered));
  };

  const onSettled = (cloud: Cloud) => {
    for (const { phone, text } of cloud.sms.slice(seen.sms)) hear(cloud, phone, text);
    for (const { to, text } of cloud.mail.slice(seen.mail)) hear(cloud, to[0] ?? '', text ?? '');
    for (const { event } of cloud.busEvents.slice(seen.events)) {
      if (event.source === EVENTS_OF_THE_DESK) hearEvent(cloud, event['detail-type'], event.detail);
    }
    seen.sms = cloud.sms.length;
    seen.mail = cloud.mail.length;
    seen.events = cloud.busEvents.length;
    options.onProgress?.(progress(cloud.now()));
  };

  const progress = (now: Date): Progress => {
    const waiting = [...parked].filter(([ticket, count]) => count > 0 && !archived.has(ticket));
    return { now, begun: begun.size, archived: archived.size, parked: waiting.length };
  };

  const send = async (post: PlannedPost) => {
    const ticket = ticketOfPost(post);
    if (post.via === 'bus') {
      await desk.putEvent(`channel.${post.body.channel}`, 'ComplaintPosted', post.body);
      sent.push({ post, ticket });
      return;
    }
    const { status } = await desk.channel.post(String(post.body.channel), JSON.stringify(post.body));
    sent.push({ post, ticket, status });
  };

  desk = await openDesk({ startAt: options.startAt, onLog: options.onLog, onSettled });
  for (const post of posts) {
    const copies = Array.from({ length: post.times ?? 1 }, () => post);
    desk.cloud.at(post.at, () => errand(() => Promise.all(copies.map(send))));
  }
  for (let day = 0; day < LONGEST_DAYS && (day === 0 || errands > 0 || begun.size > archived.size); day++) {
    await desk.cloud.advanceBy(DAY);
    if (
      errands === 0 &&
      (await onlyTheDeskIsAwaited(
        desk,
        [...begun].filter((ticket) => !archived.has(ticket)),
      ))
    )
      break;
  }
  return { desk, sent, faults, wallSeconds: (performance.now() - began) / 1000 };
}

/** How a department beside the lead behaves. */
const beside = ({ body }: PlannedPost): Behaviour => ({
  isSupporting: true,
  facts:
    body.locale === 'en'
      ? 'Our own records agree with what the lead department describes.'
      : '经核对本部门记录，与牵头部门所述一致。',
});

const EVENTS_OF_THE_DESK = 'redress';

/** Whether nothing will happen to these tickets unless the triage desk does something. */
async function onlyTheDeskIsAwaited({ log }: Desk, tickets: readonly string[]): Promise<boolean> {
  const open = await Promise.all(tickets.map((ticket) => log.find(ticket)));
  return open.every(({ tasks }) => {
    const owed = Object.values(tasks).filter(({ closed }) => !closed);
    return owed.length > 0 && owed.every(({ work }) => work === 'route' || work === 'parked');
  });
}
