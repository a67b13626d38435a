import type { Systems } from '../core-banking.ts';
import type { Behaviour } from '../people.ts';
import type { PlannedPost } from '../planned-post.ts';

/** The Monday on which every run begins, 09:00 in the bank's zone. */
export const START = new Date('2026-03-02T01:00:00Z');

type Written = Readonly<{
  /** Day and time in the bank's zone, from the Monday on which the run begins: `0 10:30`. */
  at: string;
  via?: 'http' | 'bus';
  times?: number;
  post: Readonly<Record<string, unknown>>;
  behaviour?: Behaviour;
  systems?: Systems;
}>;

/** A post with what every sample post has; people are plainly samples, their numbers from sample ranges. */
export function samplePost({ at, via = 'http', post, ...others }: Written): PlannedPost {
  const [day = '0', time = '09:00'] = at.split(' ');
  const [hours = 9, minutes = 0] = time.split(':').map(Number);
  const instant = new Date(START.getTime() + Number(day) * 86_400_000 + ((hours - 9) * 60 + minutes) * 60_000);
  const verified = { method: 'app-login', level: 'strong', checkedAt: instant.toISOString() };
  return { at: instant, via, body: { version: 1, identity: verified, ...post }, ...others };
}
