import { START } from '../../local/demo/complaints/sample-post.ts';
import { type Bill, billOf } from '../../local/demo/cost/bill.ts';
import { idleWatchUsdAMonth } from '../../local/demo/cost/idle-watch.ts';
import { type PerTicket, perTicket, tookTwoLevels, usagesOf } from '../../local/demo/cost/two-level-path.ts';
import { ticketsOf } from '../../local/demo/counts.ts';
import { play } from '../../local/demo/play.ts';
import { billTable } from '../../local/demo/story/bill-table.ts';
import { type Part, partsOf } from './parts.ts';
import { twoLevelComplaints } from './two-level-complaints.ts';

export type Cost = Readonly<{
  tickets: number;
  /** Medians. */
  perTicket: PerTicket;
  /** In dollars for 1,000 tickets, without what Lambda's milliseconds of this machine cost. */
  usdPer1000WithoutDuration: number;
  parts: readonly Part[];
  byService: readonly string[];
}>;

/** Plays so many complaints to the archive, and reads the meter. */
export async function measuredCost(count: number): Promise<Cost> {
  const played = await play(twoLevelComplaints(count), { startAt: START, seed: 1, deskWorks: true });
  const { cloud } = played.desk;
  try {
    if (played.faults.length > 0) throw played.faults[0];
    cloud.meter.pause();
    const ids = (await ticketsOf(played)).filter(tookTwoLevels).map(({ id }) => id);
    if (ids.length < count)
      throw new Error(`${count - ids.length} of ${count} tickets did not take the two-level path`);
    const bill = billOf(cloud.meter.records, cloud.accessLog);
    const usages = usagesOf(bill, ids);
    const median = perTicket(usages);
    if (!median) throw new Error('no ticket was metered');
    return {
      tickets: ids.length,
      perTicket: median,
      usdPer1000WithoutDuration: withoutDuration(bill, ids),
      parts: partsOf(cloud),
      byService: billTable(bill, usages, idleWatchUsdAMonth(cloud.meter.records)),
    };
  } finally {
    await cloud.close();
  }
}

function withoutDuration(bill: Bill, ids: readonly string[]): number {
  const usages = usagesOf(bill, ids).map((usage) => ({
    ...usage,
    usd: usage.usd - (usage.usdByService['Lambda duration'] ?? 0),
  }));
  return perTicket(usages)?.usdPer1000 ?? 0;
}
