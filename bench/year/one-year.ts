import { join } from 'node:path';
import { START } from '../../local/demo/complaints/sample-post.ts';
import type { Year } from './desks.ts';
import { type Figures, figures } from './figures.ts';
import { keep } from './keep.ts';
import { live } from './town.ts';
import { yearPosts } from './year-posts.ts';

const DAY = 86_400_000;
/** What a ticket of the last day has to come to its end. */
const AFTERWARDS = 150;

/** A year at one desk. `say` hears each day how far it is. */
export async function oneYear(
  { tickets, days, seed, kill, keepIn }: Year,
  say?: (line: string) => void,
): Promise<Figures> {
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 1000);
  const posts = yearPosts(tickets, days, seed);
  const until = new Date(START.getTime() + (days + AFTERWARDS) * DAY);
  const onDay = (now: Date, begun: number, archived: number) =>
    say?.(`${now.toISOString().slice(0, 10)}  ${begun} of ${tickets} begun, ${archived} archived, ${seconds()} s`);
  const lived = await live({ posts, seed, kill, until, onDay });
  try {
    const found = await figures(lived, seconds());
    if (keepIn) await keep(lived.desk, found, join(keepIn, `desk-${seed}`));
    return found;
  } finally {
    await lived.desk.cloud.close();
  }
}
