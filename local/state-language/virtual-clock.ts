import type { Clock } from './engine.ts';

export interface VirtualClock extends Clock {
  /** Moves to the next timer and runs it; false if none is left. */
  jump(): boolean;
}

/** A clock that moves only when told to. Timers of one instant run in the order they were set. */
export function virtualClock(startAt: number): VirtualClock {
  type Timer = Readonly<{ time: number; run: () => void }>;
  let now = startAt;
  const timers = new Set<Timer>();
  return {
    now: () => now,
    at(time, run) {
      const timer = { time: Math.max(time, now), run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    jump() {
      let next: Timer | undefined;
      for (const timer of timers) if (!next || timer.time < next.time) next = timer;
      if (!next) return false;
      timers.delete(next);
      now = next.time;
      next.run();
      return true;
    },
  };
}
