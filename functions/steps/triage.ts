import { caseFile } from '../adapters/case-file.ts';
import { documents } from '../adapters/clients.ts';
import { env } from '../adapters/env.ts';
import { lookAround } from '../adapters/look-around.ts';
import { OfTicket, step } from '../adapters/step.ts';
import { type Logged, ticketLog } from '../adapters/ticket-log.ts';
import type { ComplaintPosted } from '../domain/complaint-posted.ts';
import { departmentsOf } from '../domain/departments.ts';
import { isEnded } from '../domain/ended.ts';
import type { Ticket } from '../domain/ticket.ts';
import { triage } from '../domain/triage.ts';
import { TRIAGE_TABLES } from '../rules/triage-tables.ts';

const { TICKETS_TABLE, CASE_FILES_TABLE } = env('TICKETS_TABLE', 'CASE_FILES_TABLE');
const db = documents();
const log = ticketLog(db, TICKETS_TABLE);
const files = caseFile(db, CASE_FILES_TABLE);
const around = lookAround(db, TICKETS_TABLE, log);

/** Category, severity, lane and departments by the reviewed tables, with the rules that said so. */
export const handler = step(OfTicket, async ({ ticket: id, execution }, now) => {
  const who = { at: now.toISOString(), by: 'triage' };
  const before = await log.read(id, execution);
  const ended = { lane: execution ? 'ended' : 'declined', departments: [] };
  // A definition before this one knows no `ended`.
  if (isEnded(before)) return ended;
  const ticket = before.triage || before.declined ? before : await decide(before, who);
  await around.finish(ticket, who);
  if (isEnded(ticket)) return ended;
  if (ticket.declined) return { lane: 'declined', departments: [] };
  return { lane: laneOf(ticket), departments: departmentsOf(ticket) };
});

async function decide(before: Logged, who: { at: string; by: string }): Promise<Logged> {
  const file = await files.complaint(before.id);
  const input = inputOf(file.post);
  // Whoever may not complain is declined here too: the acknowledgement's fault must not let them in.
  if (input.standing === 'none') {
    return log.decide(before, who, ({ declined }) => (declined ? [] : [{ type: 'Declined', reason: 'no-standing' }]));
  }
  const way = triage(TRIAGE_TABLES, input);
  const found = await around.find(before, file, way, who);
  return log.decide(before, who, (ticket) => {
    if (ticket.declined) return [];
    return [...(ticket.triage ? [] : [{ type: 'Triaged' as const, ...way }]), ...found(ticket)];
  });
}

const inputOf = (post: ComplaintPosted) => ({
  ...post,
  tier: post.card?.tier ?? 'standard',
  standing: post.complainant?.standing ?? 'self',
  identity: post.identity?.level ?? 'none',
  passedOnBy: post.passedOnBy?.body,
});

/** Whoever does not agree with an answer given on the spot has people look at it. */
function laneOf({ routed, triage: known, round }: Ticket) {
  const isAgain = round > 1 && known?.lane === 'on-the-spot';
  return routed || isAgain ? 'standard' : known?.lane;
}
