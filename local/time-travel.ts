import type { Activity } from './activity.ts';
import type { CloudClock } from './clock.ts';

export type TimeTravel = Readonly<{
  /** Until nothing runs and nothing waits for the present instant. */
  settle(): Promise<void>;
  /** Runs every timer up to that instant in order, settling after each. */
  advanceTo(time: number): Promise<void>;
}>;

/** `idle`: executions have nothing to compute. `beforeJump`: the last chance to act at this instant, or to set timers that depend on what just ran. */
export function timeTravel(
  clock: CloudClock,
  activity: Activity,
  idle: () => boolean,
  beforeJump: () => Promise<void>,
): TimeTravel {
  const settle = async () => {
    do await activity.quiet();
    while (!idle());
  };

  return {
    settle,
    async advanceTo(time) {
      for (;;) {
        await settle();
        const begun = activity.begun();
        await beforeJump();
        if (activity.begun() !== begun) continue;
        const next = clock.next();
        if (next === undefined || next > time) break;
        clock.runNext();
      }
      clock.moveTo(time);
      await settle();
    },
  };
}
