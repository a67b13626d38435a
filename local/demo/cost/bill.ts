import type { MeterRecord } from '../../meter.ts';
import { attribution } from './attribution.ts';
import { chargesOf, usdOf } from './charges.ts';

/** What one ticket, or nobody in particular, used and cost. */
export type Usage = {
  transitions: number;
  invocations: number;
  writeUnits: number;
  readUnits: number;
  historyEvents: number;
  usd: number;
  usdByService: Record<string, number>;
};

export type Bill = Readonly<{ byTicket: ReadonlyMap<string, Usage>; fixed: Usage; total: Usage }>;

const nothing = (): Usage => ({
  transitions: 0,
  invocations: 0,
  writeUnits: 0,
  readUnits: 0,
  historyEvents: 0,
  usd: 0,
  usdByService: {},
});

/** The bill of a run. What the demo itself looks up in the tables is no part of it. */
export function billOf(records: readonly MeterRecord[], accessLog: readonly string[]): Bill {
  const sharesOf = attribution(records);
  const accessLogBytes =
    accessLog.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0) / (accessLog.length || 1);
  const byTicket = new Map<string, Usage>();
  const [fixed, total] = [nothing(), nothing()];

  for (const record of records) {
    const isOurs = record.invocation !== undefined || record.service !== 'dynamodb';
    if (!isOurs) continue;
    let left = 1;
    for (const [ticket, share] of sharesOf(record)) {
      const usage = byTicket.get(ticket) ?? nothing();
      byTicket.set(ticket, usage);
      add(usage, record, share, accessLogBytes);
      left -= share;
    }
    if (left > 1e-9) add(fixed, record, left, accessLogBytes);
    add(total, record, 1, accessLogBytes);
  }
  return { byTicket, fixed, total };
}

function add(usage: Usage, record: MeterRecord, share: number, accessLogBytes: number): void {
  const { service, what, quantity = 1, writeUnits = 0, readUnits = 0 } = record;
  if (what === 'StateTransition') usage.transitions += quantity * share;
  if (what === 'HistoryEvent') usage.historyEvents += quantity * share;
  if (service === 'lambda') usage.invocations += share;
  usage.writeUnits += writeUnits * share;
  usage.readUnits += readUnits * share;
  for (const charge of chargesOf(record, accessLogBytes)) {
    const usd = usdOf(charge) * share;
    usage.usd += usd;
    usage.usdByService[charge.service] = (usage.usdByService[charge.service] ?? 0) + usd;
  }
}
