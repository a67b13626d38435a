import { START } from '../../local/demo/complaints/sample-post.ts';
import { openDesk } from '../../local/demo/desk.ts';
import type { MeterRecord } from '../../local/meter.ts';
import { twoLevelComplaints } from '../cost/two-level-complaints.ts';

export type Burst = Readonly<{
  posts: number;
  /** Answered with 202, and how many tickets that made. */
  accepted: number;
  tickets: number;
  executions: number;
  records: readonly MeterRecord[];
  wallSeconds: number;
}>;

/** Requests in flight on this machine: more would only wait for each other. The clock stands still meanwhile. */
const AT_ONCE = 25;

/** So many posts within one second of the clock, all for one department, and all that follows at once. */
export async function burst(posts: number): Promise<Burst> {
  const { cloud, channel } = await openDesk({ startAt: START });
  try {
    cloud.meter.reset();
    const began = performance.now();
    const bodies = twoLevelComplaints(posts).map(({ body }) => body);
    const answers: { status: number; answer: Record<string, unknown> }[] = [];
    while (bodies.length > 0) {
      const next = bodies.splice(0, AT_ONCE);
      answers.push(
        ...(await Promise.all(next.map((body) => channel.post(String(body.channel), JSON.stringify(body))))),
      );
    }
    await cloud.settle();
    const accepted = answers.filter(({ status }) => status === 202);
    return {
      posts,
      accepted: accepted.length,
      tickets: new Set(accepted.map(({ answer }) => answer.ticket)).size,
      executions: cloud.executions.length,
      records: [...cloud.meter.records],
      wallSeconds: Math.round((performance.now() - began) / 100) / 10,
    };
  } finally {
    await cloud.close();
  }
}
