/** What a run of the watch is made of. `remaining`: how many milliseconds it has left. */
export type Run = Readonly<{
  due: readonly string[];
  /** Whether somebody is to hear now of a date that has passed. */
  owesBreach: (ticket: string) => Promise<boolean>;
  look: (ticket: string) => Promise<void>;
  onFault: (ticket: string, error: Error) => void;
  remaining: () => number;
}>;

/** Tickets have nothing to do with one another: so many are looked at side by side. */
const AT_ONCE = 8;

/** As many as a run is through with in any case. Of more, those whose date has passed are sought out, and come first. */
const BURST = 400;

/** What is begun has so long to end. */
const SPARE_MS = 10_000;

/**
 * Looks at due tickets until the time is nearly over: what is left stays due, and the next run is there within a minute.
 * Every date and every day's mark falls on midnight: of thousands, no reminder goes before a breach.
 */
export async function watchRun({ due, owesBreach, look, onFault, remaining }: Run) {
  const all = remaining();
  const isInTime = (spare: number) => () => remaining() > spare;
  const breached = new Set<string>();
  if (due.length > BURST) {
    const sought = async (ticket: string) => {
      // A ticket that cannot be read is a fault of its look.
      if (await owesBreach(ticket).catch(() => false)) breached.add(ticket);
    };
    await sideBySide(due, sought, isInTime(all / 2));
  }
  let failed = 0;
  const looked = async (ticket: string) => {
    try {
      await look(ticket);
    } catch (error) {
      failed += 1;
      onFault(ticket, error as Error);
    }
  };
  const inOrder = [...due.filter((ticket) => breached.has(ticket)), ...due.filter((ticket) => !breached.has(ticket))];
  const done = await sideBySide(inOrder, looked, isInTime(SPARE_MS));
  return { looked: done, failed, left: due.length - done };
}

/** How many were begun, and ended, while there was time. */
async function sideBySide(
  tickets: readonly string[],
  work: (ticket: string) => Promise<void>,
  isInTime: () => boolean,
): Promise<number> {
  let next = 0;
  const one = async () => {
    for (let ticket = tickets[next]; ticket !== undefined && isInTime(); ticket = tickets[next]) {
      next += 1;
      await work(ticket);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return next;
}
