import type { ApprovalMatrix } from '../rules/approval-matrix.ts';
import { type ApprovalsNeeded, approvalsNeeded } from './approvals-needed.ts';
import type { Proposal } from './case-file.ts';
import { categoryOf, newestFindings, severityOf } from './departments.ts';
import { Returned } from './refusals.ts';
import { tasksOfRound } from './rounds.ts';
import { proposalVersion, taskNames } from './tasks.ts';
import type { Facts, Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/** Returned more often than the policy allows, a proposal goes to the desk, and once more each time the desk lets it go on. */
export function isReturnedTooOften(ticket: Ticket, returnsAtMost: number): boolean {
  const letOn = tasksOfRound(ticket).filter(({ error, closed }) => error === 'ReturnedTooOften' && closed);
  return ticket.returns > returnsAtMost + letOn.length;
}

/**
 * The proposal that managers are asked about now. An execution that begins anew may come by as one of them sends it back:
 * then the department is asked first.
 */
export function proposalAsked(ticket: Ticket): Facts<'ProposalMade'> | undefined {
  const newest = ticket.proposals.at(-1);
  if (newest && newest.version !== proposalVersion(ticket)) throw new Returned(`version ${newest.version}`);
  return newest;
}

/** What was sent back is proposed anew only with what its department has found since. */
export function refuseOldFindings(ticket: Ticket): void {
  const [lead] = newestFindings(ticket);
  if (ticket.returns > 0 && !lead?.id.startsWith(`${taskNames.slot(ticket, 0)}-`)) throw new Returned(lead?.id);
}

/** The proposal before the managers, by its digest, with its remedies and the levels that must agree; once a version. */
export function propose(ticket: Ticket, content: Proposal, proposal: string, matrix: ApprovalMatrix): TicketEvent[] {
  const version = proposalVersion(ticket);
  if (ticket.proposals.at(-1)?.version === version) return [];
  const { levels, because } = levelsNeeded(ticket, content.totalMinor, matrix);
  const remedies = content.findings
    .flatMap(({ findings }) => findings.remedies)
    .map(({ kind, amountMinor }, index) => ({
      remedy: `r${ticket.round}-v${version}-m${index + 1}`,
      kind,
      amountMinor,
    }));
  return [
    { type: 'ProposalMade', version, proposal, totalMinor: content.totalMinor, levels: [...levels], because, remedies },
  ];
}

/** Who must agree to remedies that cost so much: the more they cost, the more. */
export const levelsNeeded = (ticket: Ticket, totalMinor: number, matrix: ApprovalMatrix): ApprovalsNeeded =>
  approvalsNeeded(matrix, {
    severity: severityOf(ticket),
    totalMinor,
    publicPost: ticket.received?.publicPost ?? false,
    passedOnBy: ticket.received?.passedOnBy,
    category: categoryOf(ticket),
    isAppeal: ticket.round > 1,
  });
