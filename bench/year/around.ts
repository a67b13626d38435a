import type { Cloud } from '../../local/cloud.ts';
import type { Chance } from '../../local/demo/chance.ts';
import type { Desk } from '../../local/demo/desk.ts';
import { within } from '../../local/demo/hours.ts';
import { people } from '../../local/demo/people.ts';
import type { PlannedPost } from '../../local/demo/planned-post.ts';
import { ticketOfPost } from '../../local/demo/play.ts';
import { clockMoves } from './clock-moves.ts';
import { actsAt, STAFF } from './delays.ts';
import type { Trying } from './trying.ts';

const TICKET = /[0-9A-HJKMNP-TV-Z]{12}/;

type Around = Readonly<{
  deskOf: () => Desk;
  posts: readonly PlannedPost[];
  /** Telephone numbers of the bank's people. */
  staff: ReadonlySet<string>;
  drawn: Chance;
  trying: Trying;
}>;

/** Whoever hears of the desk: people who open links, and core banking that carries out commands. */
export function around({ deskOf, posts, staff, drawn, trying }: Around) {
  const plans = new Map(posts.map((post) => [ticketOfPost(post), post]));
  const outbox = () => deskOf().cloud.sms;
  const [act, moves] = [people(outbox), clockMoves(outbox, drawn)];
  const [begun, archived] = [new Set<string>(), new Set<string>()];
  const seen = { sms: 0, mail: 0, events: 0 };

  function hear(cloud: Cloud, address: string, text: string): void {
    const [link] = /https?:\S+/.exec(text) ?? [];
    const plan = plans.get(TICKET.exec(text)?.[0] ?? '');
    const page = link && new URL(link).pathname[1];
    if (!page || !plan || page === 'p') return;
    const what = `${address} ${ticketOfPost(plan)} ${page} ${cloud.now().getTime()}`;
    const time = actsAt(staff.has(address), ticketOfPost(plan), what, drawn, cloud.now());
    if (time) visit(cloud, time, link, plan);
  }

  /** A handler may find that the clock stands, or asks for more time, and comes back to the work later. */
  function visit(cloud: Cloud, time: Date, link: string, plan: PlannedPost): void {
    const ticket = ticketOfPost(plan);
    trying.at(cloud, time, async () => {
      const waits = new URL(link).pathname[1] === 'w' ? await moves(link, ticket) : undefined;
      if (waits === undefined) return act(link, ticket, plan.behaviour ?? {});
      visit(cloud, within(STAFF, new Date(cloud.now().getTime() + waits)), link, plan);
    });
  }

  const answer = (cloud: Cloud, { ticket, command }: Readonly<{ ticket: string; command: string }>) => {
    const takes = drawn.between(`${command} ${ticket} takes`, 2, 3600) * 1000;
    const at = new Date(cloud.now().getTime() + takes);
    trying.at(cloud, at, () => deskOf().putEvent('core-banking', 'CommandCarriedOut', { ticket, command }));
  };

  const onSettled = (cloud: Cloud) => {
    for (const { phone, text } of cloud.sms.slice(seen.sms)) hear(cloud, phone, text);
    for (const { to, text } of cloud.mail.slice(seen.mail)) hear(cloud, to[0] ?? '', text ?? '');
    for (const { event } of cloud.busEvents.slice(seen.events)) {
      const { 'detail-type': type, detail } = event as {
        'detail-type': string;
        detail: { ticket: string; command: string };
      };
      if (type === 'ComplaintReceived') begun.add(detail.ticket);
      if (type === 'Archived') archived.add(detail.ticket);
      if (type === 'CommandOrdered') answer(cloud, detail);
    }
    Object.assign(seen, { sms: cloud.sms.length, mail: cloud.mail.length, events: cloud.busEvents.length });
  };

  return { onSettled, begun, archived };
}
