import type { MeterRecord } from '../../meter.ts';
import { chargesOf, usdOf } from './charges.ts';
import { median } from './two-level-path.ts';

const MINUTES_A_MONTH = 30 * 24 * 60;

/** What the watch costs a month while nothing is due; runs of that kind are skipped here, so it is put together from those that found something. */
export function idleWatchUsdAMonth(records: readonly MeterRecord[]): number {
  const runs = new Map<string, { idle: number; ms: MeterRecord }>();
  for (const record of records) {
    const { service, invocation = '', functionName = '' } = record;
    if (service === 'lambda' && /-Watch/.test(functionName)) runs.set(invocation, { idle: 0, ms: record });
  }
  for (const record of records) {
    const run = runs.get(record.invocation ?? '');
    // The due index is read whether or not anything is due; the meter knows no ticket's key for it.
    if (run && record.service === 'dynamodb' && record.key === undefined) run.idle += usd(record);
  }
  return MINUTES_A_MONTH * median([...runs.values()].map(({ idle, ms }) => idle + usd({ ...ms, billedMs: IDLE_MS })));
}

const usd = (record: MeterRecord) => chargesOf(record, 0).reduce((sum, charge) => sum + usdOf(charge), 0);

/** Eight queries at once, without anything to do after them. */
const IDLE_MS = 20;
