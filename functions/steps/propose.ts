import { env } from '../adapters/env.ts';
import { OfTicket, step } from '../adapters/step.ts';
import { stores } from '../adapters/stores.ts';
import { Findings, type Proposal } from '../domain/case-file.ts';
import { newestFindings } from '../domain/departments.ts';
import { isReturnedTooOften, propose, refuseOldFindings } from '../domain/propose.ts';
import { ReturnedTooOften } from '../domain/refusals.ts';
import { proposalVersion } from '../domain/tasks.ts';
import { APPROVAL_MATRIX } from '../rules/approval-matrix.ts';
import { POLICY } from '../rules/policy.ts';

const { log, files } = stores();
const { BANK_CURRENCY } = env('BANK_CURRENCY');

/** What the departments found becomes one proposal, and the approval matrix says which levels must agree to it. */
export const handler = step(OfTicket, async ({ ticket: id, execution }, now) => {
  const before = await log.read(id, execution);
  const version = proposalVersion(before);
  const made = before.proposals.at(-1);
  if (made?.version === version) return { levels: made.levels };
  refuseOldFindings(before);
  if (isReturnedTooOften(before, POLICY.returnsAtMost)) throw new ReturnedTooOften(`${before.returns} returns`);

  const { salt } = await files.complaint(id);
  const findings: Proposal['findings'] = [];
  for (const { id: task, department = '', closed, findings: name = '' } of newestFindings(before)) {
    const filed = await files.read(id, name, Findings);
    if (filed) findings.push({ task, department, by: closed?.by ?? '', findings: filed });
  }
  const totalMinor = findings
    .flatMap((part) => part.findings.remedies)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const proposal: Proposal = { version, currency: BANK_CURRENCY, totalMinor, findings };
  const name = await files.write(id, salt, proposal);

  const by = { at: now.toISOString(), by: 'propose' };
  const ticket = await log.decide(before, by, (current) => propose(current, proposal, name, APPROVAL_MATRIX));
  return { levels: ticket.proposals.at(-1)?.levels ?? [] };
});
