import type { Activity } from './activity.ts';

/** Milliseconds since 1970. `at` runs its work once that instant has come, never inside the call itself. */
export type Clock = Readonly<{ now(): number; at(time: number, run: () => void): () => void }>;

export type CloudClock = Clock &
  Readonly<{
    /** The next instant anything waits for. */
    next(): number | undefined;
    /** Moves to the next timer and runs it; timers of one instant run in the order they were set. */
    runNext(): void;
    moveTo(time: number): void;
    close(): void;
  }>;

type Timer = Readonly<{ time: number; number: number; run: () => void }>;

const LONGEST_TIMEOUT = 2 ** 31 - 1;

/** A clock that only moves when it is told to (`virtual`), or wall time that can also be moved ahead (`real`). */
export function createClock(kind: 'virtual' | 'real', startAt: number, activity: Activity): CloudClock {
  const timers: Timer[] = [];
  let numbers = 0;
  let ahead = kind === 'real' ? startAt - Date.now() : startAt;
  let alarm: NodeJS.Timeout | undefined;

  const now = () => (kind === 'real' ? Date.now() + ahead : ahead);

  const moveTo = (time: number) => {
    if (time > now()) ahead = kind === 'real' ? time - Date.now() : time;
    setAlarm();
  };

  const placeOf = (time: number, number: number) => {
    let low = 0;
    for (let high = timers.length; low < high; ) {
      const middle = (low + high) >> 1;
      const timer = timers[middle] as Timer;
      if (timer.time < time || (timer.time === time && timer.number < number)) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const runNext = () => {
    const timer = timers.shift();
    if (!timer) return;
    moveTo(timer.time);
    timer.run();
  };

  const setAlarm = () => {
    if (kind === 'virtual') return;
    clearTimeout(alarm);
    const first = timers[0];
    if (!first) return;
    alarm = setTimeout(ring, Math.min(Math.max(first.time - now(), 0), LONGEST_TIMEOUT));
    alarm.unref();
  };

  const ring = () => {
    while (timers[0] && timers[0].time <= now()) runNext();
    setAlarm();
  };

  return {
    now,
    at(time, run) {
      if (time <= now()) {
        let cancelled = false;
        activity.soon(() => cancelled || run());
        return () => {
          cancelled = true;
        };
      }
      const timer: Timer = { time, number: numbers++, run };
      timers.splice(placeOf(time, timer.number), 0, timer);
      if (timers[0] === timer) setAlarm();
      return () => {
        const place = placeOf(timer.time, timer.number);
        if (timers[place] === timer) timers.splice(place, 1);
      };
    },
    next: () => timers[0]?.time,
    runNext,
    moveTo,
    close() {
      clearTimeout(alarm);
      timers.length = 0;
    },
  };
}

/** The `Date` a function sees: it reads the cloud's clock, and its instances are ordinary dates. */
export function dateOf(clock: Clock): DateConstructor {
  function CloudDate(...given: number[]): Date | string {
    if (!new.target) return new Date(clock.now()).toString();
    const ofCall = (given.length > 0 ? given : [clock.now()]) as [number];
    return new.target === (CloudDate as unknown) ? new Date(...ofCall) : Reflect.construct(Date, ofCall, new.target);
  }
  return Object.defineProperties(CloudDate, {
    ...Object.getOwnPropertyDescriptors(Date),
    now: { value: () => clock.now() },
  }) as unknown as DateConstructor;
}
