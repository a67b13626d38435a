import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Execution } from '../state-language/engine.ts';

export type ExecutionRecord = {
  readonly arn: string;
  readonly name: string;
  readonly stateMachineArn: string;
  readonly input: string;
  readonly startedAt: number;
  status: Execution['status'];
  stoppedAt?: number;
  output?: string;
  error?: string;
  cause?: string;
  /** Gone after a restart: only running processes have one. */
  execution?: Execution;
};

export type ExecutionRegister = Readonly<{
  find(arn: string): ExecutionRecord | undefined;
  ofMachine(stateMachineArn: string): readonly ExecutionRecord[];
  all(): readonly ExecutionRecord[];
  add(record: ExecutionRecord): void;
  end(record: ExecutionRecord): void;
  /** Executions that ran when the process that kept them stopped. */
  lost: readonly ExecutionRecord[];
}>;

/** Every execution there was. With a directory the register outlives the process, as names must stay taken. */
export function executionRegister(now: () => number, dataDir?: string): ExecutionRegister {
  const records = new Map<string, ExecutionRecord>();
  const file = dataDir && join(dataDir, 'executions.jsonl');
  const keep = ({ execution: _, ...record }: ExecutionRecord) => {
    if (file) appendFileSync(file, `${JSON.stringify(record)}\n`);
  };

  if (file && existsSync(file)) {
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const record = JSON.parse(line) as ExecutionRecord;
      records.set(record.arn, record);
    }
  }
  const lost = [...records.values()].filter(({ status }) => status === 'RUNNING');
  for (const record of lost) {
    Object.assign(record, { status: 'ABORTED', stoppedAt: now() });
    keep(record);
  }

  return {
    lost,
    find: (arn) => records.get(arn),
    all: () => [...records.values()],
    ofMachine: (arn) => [...records.values()].filter(({ stateMachineArn }) => stateMachineArn === arn),
    add(record) {
      records.set(record.arn, record);
      keep(record);
    },
    end: keep,
  };
}
