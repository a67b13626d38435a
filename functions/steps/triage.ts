import { OfTicket, step } from '../adapters/step.ts';
import { stores } from '../adapters/stores.ts';
import { departmentsOf } from '../domain/departments.ts';
import { isEnded } from '../domain/ended.ts';
import { triage } from '../domain/triage.ts';
import { TRIAGE_TABLES } from '../rules/triage-tables.ts';

const { log, files } = stores();

/** Category, severity, lane and departments by the reviewed tables, with the rules that said so. */
export const handler = step(OfTicket, async ({ ticket: id, execution }, now) => {
  const before = await log.read(id, execution);
  // A definition before this one knows no `ended`.
  if (isEnded(before)) return { lane: execution ? 'ended' : 'declined', departments: [] };
  const { post } = await files.complaint(id);
  const input = {
    ...post,
    tier: post.card?.tier ?? 'standard',
    standing: post.complainant?.standing ?? 'self',
    identity: post.identity?.level ?? 'none',
    passedOnBy: post.passedOnBy?.body,
  };
  const ticket = await log.decide(before, { at: now.toISOString(), by: 'triage' }, ({ triage: known, declined }) => {
    if (known || declined) return [];
    // Whoever may not complain is declined here too: the acknowledgement's fault must not let them in.
    if (input.standing === 'none') return [{ type: 'Declined', reason: 'no-standing' }];
    return [{ type: 'Triaged', ...triage(TRIAGE_TABLES, input) }];
  });
  if (ticket.declined) return { lane: 'declined', departments: [] };
  const isRouted = ticket.routed !== undefined;
  return { lane: isRouted ? 'standard' : ticket.triage?.lane, departments: departmentsOf(ticket) };
});
