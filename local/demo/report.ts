import { readFileSync } from 'node:fs';
import type { Logged } from '../../functions/adapters/ticket-log.ts';
import { Roster } from '../../functions/domain/roster.ts';
import { type Bill, billOf } from './cost/bill.ts';
import { idleWatchUsdAMonth } from './cost/idle-watch.ts';
import { type PerTicket, perTicket, tookTwoLevels, usagesOf } from './cost/two-level-path.ts';
import { type Counts, countsOf, ticketsOf } from './counts.ts';
import { SAMPLE_ROSTER } from './desk.ts';
import { BANK_ZONE, type Played } from './play.ts';
import { billTable } from './story/bill-table.ts';
import type { Paint } from './story/paint.ts';
import { refusals } from './story/refusals.ts';
import { story } from './story/story.ts';

export type Summary = Counts & Readonly<{ perTicket: PerTicket | null; wallSeconds: number }>;
export type Report = Readonly<{
  summary: Summary;
  stories: (paint: Paint) => Promise<string[]>;
  refusals: string[];
  table: string[];
}>;

/** What there is to say of a run. */
export async function reportOf(played: Played): Promise<Report> {
  const { meter, accessLog } = played.desk.cloud;
  // Looking at the tickets afterwards is no part of the run.
  meter.pause();
  const tickets = await ticketsOf(played);
  const bill = billOf(meter.records, accessLog);
  const twoLevels = usagesOf(
    bill,
    tickets.filter(tookTwoLevels).map(({ id }) => id),
  );
  const wallSeconds = Math.round(played.wallSeconds * 10) / 10;
  return {
    summary: { ...countsOf(played, tickets), perTicket: perTicket(twoLevels), wallSeconds },
    stories: (paint) => storiesOf(played, tickets, bill, paint),
    refusals: refusals(played),
    table: billTable(bill, twoLevels, idleWatchUsdAMonth(meter.records)),
  };
}

async function storiesOf({ desk }: Played, tickets: readonly Logged[], bill: Bill, paint: Paint): Promise<string[]> {
  const names = new Map(
    Roster.parse(JSON.parse(readFileSync(SAMPLE_ROSTER, 'utf8'))).map(({ id, name }) => [id, name]),
  );
  const sms = new Map(desk.cloud.sms.map((message) => [message.messageId, message]));
  const begun = tickets.filter(({ length }) => length > 0);
  const told = await Promise.all(
    begun.map(async (ticket) => {
      const texts = await desk.files.all(ticket.id);
      return story({ ticket, texts, names, sms, usage: bill.byTicket.get(ticket.id), zone: BANK_ZONE }, paint);
    }),
  );
  return told.flat();
}
