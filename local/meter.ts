/** One thing a real account would be charged for, with the invocation it was done by. */
export type MeterRecord = Readonly<{
  at: number;
  /** `lambda`, `dynamodb`, `states`, … */
  service: string;
  /** The operation, or what is counted: `Invoke`, `PutItem`, `StateTransition`, … */
  what: string;
  /** The function, table, topic, execution, … it was done to. */
  resource: string;
  invocation?: string;
  functionName?: string;
  /** DynamoDB: the partition key touched. */
  key?: string;
  readUnits?: number;
  writeUnits?: number;
  billedMs?: number;
  memoryMb?: number;
  /** How many: state transitions, history events, entries, SMS parts, bytes of log. 1 if not given. */
  quantity?: number;
}>;

export type Meter = Readonly<{
  records: readonly MeterRecord[];
  record(entry: Omit<MeterRecord, 'at' | 'functionName'>): void;
  /** Forgets what was counted so far. */
  reset(): void;
  pause(): void;
  resume(): void;
}>;

export function createMeter(now: () => number, functionOf: (invocation: string) => string | undefined): Meter {
  const records: MeterRecord[] = [];
  let counting = true;
  return {
    records,
    record(entry) {
      if (!counting) return;
      const functionName = entry.invocation ? functionOf(entry.invocation) : undefined;
      records.push({ at: now(), functionName, ...entry });
    },
    reset() {
      records.length = 0;
    },
    pause() {
      counting = false;
    },
    resume() {
      counting = true;
    },
  };
}
