import { readFileSync } from 'node:fs';
import { Roster } from '../../functions/domain/roster.ts';
import type { Cloud } from '../../local/cloud.ts';
import { chance } from '../../local/demo/chance.ts';
import { type Desk, openDesk, SAMPLE_ROSTER } from '../../local/demo/desk.ts';
import { people } from '../../local/demo/people.ts';
import type { PlannedPost } from '../../local/demo/planned-post.ts';
import { ticketOfPost } from '../../local/demo/play.ts';
import { actsAt } from './delays.ts';

const DAY = 86_400_000;
const TICKET = /[0-9A-HJKMNP-TV-Z]{12}/;

export type Town = Readonly<{
  posts: readonly PlannedPost[];
  seed: number;
  /** The share of tickets one of whose executions is killed, some time in the days after receipt. */
  kill: number;
  /** Ends here at the latest, whatever is still open. */
  until: Date;
  onDay?: (now: Date, begun: number, archived: number) => void;
}>;

export type Lived = Readonly<{
  desk: Desk;
  tickets: readonly string[];
  killed: number;
  /** What somebody could not do, such as a form on a task that another had closed: counted by what the page said. */
  turnedAway: Readonly<Record<string, number>>;
}>;

/** Everybody around the desk for so long, each as slow as they are, and executions that die. */
export async function live({ posts, seed, kill, until, onDay }: Town): Promise<Lived> {
  const drawn = chance(seed);
  const act = people(() => desk.cloud.sms);
  const plans = new Map(posts.map((post) => [ticketOfPost(post), post]));
  const staff = new Set(Roster.parse(JSON.parse(readFileSync(SAMPLE_ROSTER, 'utf8'))).map(({ phone }) => phone));
  const turnedAway: Record<string, number> = {};
  const [begun, archived] = [new Set<string>(), new Set<string>()];
  const seen = { sms: 0, mail: 0, events: 0 };
  let killed = 0;
  let desk: Desk;

  const tried = (work: () => Promise<unknown>) => async () => {
    try {
      await work();
    } catch (error) {
      const what =
        /answered \d+|taken: \d+/.exec((error as Error).message)?.[0] ?? (error as Error).message.slice(0, 60);
      turnedAway[what] = (turnedAway[what] ?? 0) + 1;
    }
  };

  function hear(cloud: Cloud, address: string, text: string): void {
    const [link] = /https?:\S+/.exec(text) ?? [];
    const plan = plans.get(TICKET.exec(text)?.[0] ?? '');
    if (!link || !plan) return;
    const page = new URL(link).pathname[1] ?? '';
    const what = `${address} ${ticketOfPost(plan)} ${page} ${cloud.now().getTime()}`;
    const time = actsAt(staff.has(address), ticketOfPost(plan), what, drawn, cloud.now());
    if (time && page !== 'p')
      cloud.at(
        time,
        tried(() => act(link, ticketOfPost(plan), plan.behaviour ?? {})),
      );
  }

  const answer = (cloud: Cloud, { ticket, command }: Readonly<{ ticket: string; command: string }>) => {
    const takes = drawn.between(`${command} ${ticket} takes`, 2, 3600) * 1000;
    const at = new Date(cloud.now().getTime() + takes);
    cloud.at(
      at,
      tried(() => desk.putEvent('core-banking', 'CommandCarriedOut', { ticket, command })),
    );
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

  const killOne = (ticket: string) => {
    for (const { arn, name, status } of desk.cloud.executions) {
      if (status !== 'RUNNING' || !name?.startsWith(ticket)) continue;
      desk.cloud.fail.execution(arn, 'Killed');
      killed += 1;
    }
  };

  desk = await openDesk({ startAt: new Date((posts[0]?.at ?? until).getTime() - 1000), onSettled });
  for (const post of posts) {
    const ticket = ticketOfPost(post);
    desk.cloud.at(
      post.at,
      tried(() => desk.channel.post(String(post.body.channel), JSON.stringify(post.body))),
    );
    if (!drawn.happens(`${ticket} killed`, kill)) continue;
    const at = new Date(post.at.getTime() + Math.floor(drawn.draw(`${ticket} dies`) * 5 * DAY));
    desk.cloud.at(at, async () => killOne(ticket));
  }
  const isOver = () => begun.size === posts.length && begun.size === archived.size;
  while (desk.cloud.now() < until && !isOver()) {
    await desk.cloud.advanceBy(DAY);
    // Nobody asks what a year cost, and its millions of calls would fill the memory.
    desk.cloud.meter.reset();
    onDay?.(desk.cloud.now(), begun.size, archived.size);
  }
  return { desk, tickets: [...begun], killed, turnedAway };
}
