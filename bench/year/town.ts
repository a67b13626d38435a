import { readFileSync } from 'node:fs';
import { Roster } from '../../functions/domain/roster.ts';
import { chance } from '../../local/demo/chance.ts';
import { type Desk, openDesk, SAMPLE_ROSTER } from '../../local/demo/desk.ts';
import type { PlannedPost } from '../../local/demo/planned-post.ts';
import { ticketOfPost } from '../../local/demo/play.ts';
import { withAbsences } from './absences.ts';
import { around } from './around.ts';
import { laterWords } from './later-words.ts';
import { troubles } from './troubles.ts';
import { taken, trying } from './trying.ts';

const DAY = 86_400_000;

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
  posted: number;
  killed: number;
  turnedAway: Readonly<Record<string, number>>;
  /** What the desk failed at so often that nobody tried again. */
  givenUp: number;
}>;

/** Everybody around the desk for so long, each as slow as they are, and whatever breaks meanwhile. */
export async function live({ posts, seed, kill, until, onDay }: Town): Promise<Lived> {
  const drawn = chance(seed);
  const from = new Date((posts[0]?.at ?? until).getTime() - 1000);
  const days = (until.getTime() - from.getTime()) / DAY;
  const sample = Roster.parse(JSON.parse(readFileSync(SAMPLE_ROSTER, 'utf8')));
  const phones = sample.map(({ phone }) => phone);
  const tries = trying();
  let killed = 0;

  const town = around({ deskOf: () => desk, posts, staff: new Set(phones), drawn, trying: tries });
  const desk: Desk = await openDesk({ startAt: from, onSettled: town.onSettled });
  const { cloud, channel } = desk;
  for (const person of withAbsences(sample, from, days, drawn)) await desk.roster.put(person);

  const killOne = (ticket: string) => {
    for (const { arn, name, status } of cloud.executions) {
      if (status !== 'RUNNING' || !name?.startsWith(ticket)) continue;
      cloud.fail.execution(arn, 'Killed');
      killed += 1;
    }
  };

  for (const post of posts) {
    const ticket = ticketOfPost(post);
    const sender = String(post.body.channel);
    tries.at(cloud, post.at, () => taken(channel.post(sender, JSON.stringify(post.body))));
    for (const { at, about, text } of laterWords(ticket, post.at, drawn)) {
      const word = { version: 1, channel: sender, channelReference: `${ticket}-${about}`, about, text };
      tries.at(cloud, at, () => taken(channel.followUp(sender, ticket, word)));
    }
    if (!drawn.happens(`${ticket} killed`, kill)) continue;
    cloud.at(new Date(post.at.getTime() + Math.floor(drawn.draw(`${ticket} dies`) * 5 * DAY)), async () =>
      killOne(ticket),
    );
  }
  troubles(cloud, phones, drawn, days);

  const { begun, archived } = town;
  const isOver = () => begun.size === posts.length && begun.size === archived.size;
  while (cloud.now() < until && !isOver()) {
    await cloud.advanceBy(DAY);
    // Nobody asks what a year cost, and its millions of calls would fill the memory.
    cloud.meter.reset();
    onDay?.(cloud.now(), begun.size, archived.size);
  }
  const { turnedAway, givenUp } = tries;
  return { desk, tickets: [...begun], posted: posts.length, killed, turnedAway, givenUp: givenUp() };
}
