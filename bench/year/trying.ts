import type { Cloud } from '../../local/cloud.ts';

const MINUTE = 60_000;
const AGAIN_AFTER = 10 * MINUTE;
const TRIES = 5;

/** Does things at their time. What fails is counted by what was said; for a fault of the desk's own it is tried again later. */
export type Trying = Readonly<{
  at: (cloud: Cloud, time: Date, work: () => Promise<unknown>) => void;
  /** What somebody could not do, such as a form on a task that another had closed: counted by what the page said. */
  turnedAway: Readonly<Record<string, number>>;
  /** How many things the desk failed at so often that nobody tried again. */
  givenUp: () => number;
}>;

export function trying(): Trying {
  const turnedAway: Record<string, number> = {};
  let lost = 0;

  function at(cloud: Cloud, time: Date, work: () => Promise<unknown>, tries = 1): void {
    cloud.at(time, async () => {
      try {
        await work();
      } catch (error) {
        const { message } = error as Error;
        const what = /(page \S+ )?answered \d+|taken: \d+/.exec(message)?.[0] ?? message.slice(0, 60);
        turnedAway[what] = (turnedAway[what] ?? 0) + 1;
        const isFault = / 5\d\d$/.test(what);
        if (!isFault) return;
        if (tries < TRIES) at(cloud, new Date(cloud.now().getTime() + AGAIN_AFTER), work, tries + 1);
        else lost += 1;
      }
    });
  }
  return { at, turnedAway, givenUp: () => lost };
}

/** A post that was not taken is an error with its status. */
export async function taken(posted: Promise<Readonly<{ status: number }>>): Promise<void> {
  const { status } = await posted;
  if (status >= 400) throw new Error(`the post was answered ${status}`);
}
