import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { deskTables } from '../../functions/adapters/desk-tables.ts';
import { dueShards } from '../../functions/adapters/next-look.ts';
import { nextMark } from '../../functions/domain/marks.ts';
import { START } from '../../local/demo/complaints/sample-post.ts';
import { type Desk, openDesk } from '../../local/demo/desk.ts';
import { BANK_ZONE } from '../../local/demo/play.ts';
import { twoLevelComplaints } from '../cost/two-level-complaints.ts';

const [HOUR, DAY] = [3_600_000, 86_400_000];
const AT_ONCE = 25;

/** What the watch asked for while tickets became due: of the index, and of the tickets themselves. */
export type WatchRun = Readonly<{
  open: number;
  due: number;
  reminded: number;
  indexRequests: number;
  indexReadUnits: number;
  ticketRequests: number;
  ticketReadUnits: number;
}>;

/** `due` real tickets become due at one time among `open`; the others only stand in the index, due weeks later. */
export async function watchRun(due: number, open: number): Promise<WatchRun> {
  const desk = await openDesk({ startAt: START });
  const { cloud, channel } = desk;
  try {
    const bodies = twoLevelComplaints(due).map(({ body }) => body);
    const ids: string[] = [];
    while (bodies.length > 0) {
      const next = bodies.splice(0, AT_ONCE);
      const posted = await Promise.all(next.map((body) => channel.post(String(body.channel), JSON.stringify(body))));
      ids.push(...posted.map(({ answer }) => String(answer.ticket)));
    }
    await cloud.advanceBy(HOUR);
    await cloud.advanceTo(new Date((await remindedAt(desk, ids[0] ?? '')) - HOUR));
    await fillIndex(desk, open - due);

    const messages = cloud.sms.length;
    cloud.meter.reset();
    await cloud.advanceBy(2 * HOUR);
    return { open, due, reminded: cloud.sms.length - messages, ...askedByWatch(desk) };
  } finally {
    await cloud.close();
  }
}

/** No department answers: when half of its working time is over it is reminded. */
async function remindedAt({ log }: Desk, id: string): Promise<number> {
  const ticket = await log.find(id);
  return Date.parse(nextMark(ticket, deskTables(BANK_ZONE)(ticket)) ?? '');
}

/** Under keys that no stream filter lets through: the index cannot tell them from tickets, and nothing else sees them. */
async function fillIndex({ db, tables: { tickets }, cloud }: Desk, count: number): Promise<void> {
  const items = Array.from({ length: count }, (_, nth) => ({
    pk: `STANDING#${nth}`,
    sk: 'EVENT#000001',
    dueShard: dueShards[nth % dueShards.length],
    dueAt: new Date(cloud.now().getTime() + 10 * DAY + nth * 1000).toISOString(),
  }));
  while (items.length > 0) {
    const requests = items.splice(0, AT_ONCE).map((Item) => ({ PutRequest: { Item } }));
    await db.send(new BatchWriteCommand({ RequestItems: { [tickets]: requests } }));
  }
}

function askedByWatch({ cloud, tables: { tickets } }: Desk) {
  const asked = { indexRequests: 0, indexReadUnits: 0, ticketRequests: 0, ticketReadUnits: 0 };
  for (const { service, what, resource, key, readUnits = 0, functionName = '' } of cloud.meter.records) {
    if (!/-Watch/.test(functionName) || ['lambda', 'logs'].includes(service)) continue;
    // Only the index is read without a key of the table.
    const isIndex = what === 'Query' && resource === tickets && key === undefined;
    if (isIndex) asked.indexRequests += 1;
    else asked.ticketRequests += 1;
    if (isIndex) asked.indexReadUnits += readUnits;
    else asked.ticketReadUnits += readUnits;
  }
  return asked;
}
