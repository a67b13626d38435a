/** What runs at the present instant: requests, invocations, deliveries. Nothing may move the clock while any of it does. */
export type Activity = Readonly<{
  begin(): () => void;
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Runs it as soon as the present call stack is done, and counts it as running from now on. */
  soon(work: () => unknown): void;
  /** For a running work that waits for the clock: it does not count until the function given back is called. */
  pause(): () => void;
  /** Resolves once nothing has run for two turns of the event loop: whatever was awaited has had its chance to go on. Rejects with a fault of the cloud itself. */
  quiet(): Promise<void>;
  /** How many works began so far; tells whether anything ran between two looks. */
  begun(): number;
}>;

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

export function watchActivity(): Activity {
  let running = 0;
  let begunSoFar = 0;
  let waiting: (() => void)[] = [];
  const faults: unknown[] = [];

  const start = () => {
    running++;
    begunSoFar++;
  };
  const stop = () => {
    running--;
    if (running > 0) return;
    const wakeUp = waiting;
    waiting = [];
    for (const resolve of wakeUp) resolve();
  };

  const fault = (error: unknown) => {
    faults.push(error);
    process.emitWarning(error as Error);
  };

  const begin = () => {
    start();
    let ended = false;
    return () => {
      if (!ended) stop();
      ended = true;
    };
  };

  const run = async <T>(work: () => Promise<T>) => {
    const end = begin();
    try {
      return await work();
    } finally {
      end();
    }
  };

  return {
    begin,
    run,
    soon(work) {
      const end = begin();
      setImmediate(() => Promise.resolve().then(work).catch(fault).finally(end));
    },
    pause() {
      stop();
      return start;
    },
    async quiet() {
      for (let seen = -1; running > 0 || seen !== begunSoFar; ) {
        seen = begunSoFar;
        if (running > 0) await new Promise<void>((resolve) => waiting.push(resolve));
        await turn();
        await turn();
      }
      if (faults.length) throw faults.shift();
    },
    begun: () => begunSoFar,
  };
}
