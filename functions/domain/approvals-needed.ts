import type { ApprovalMatrix, ApprovalRow, Level } from '../rules/approval-matrix.ts';
import type { Because, Severity } from './event-words.ts';
import { firstMatch } from './first-match.ts';

export type Proposal = Readonly<{
  severity: Severity;
  /** What the remedies would cost the bank, in minor units of the matrix' currency. */
  totalMinor: number;
  publicPost: boolean;
  passedOnBy?: string | undefined;
  category: string;
  /** Others decided before: a later round. */
  isAppeal?: boolean;
}>;
export type ApprovalsNeeded = Readonly<{ rule: string; levels: readonly Level[]; because: Because }>;

/** The levels a proposal must pass, lowest first, and the rule that says so. */
export function approvalsNeeded(matrix: ApprovalMatrix, proposal: Proposal): ApprovalsNeeded {
  const { row, because } = firstMatch(matrix, 'levels', ([, severity, totalFrom, reach, category]) => {
    return (
      reaches(reach, proposal) &&
      (severity === '*' || severity === proposal.severity) &&
      (category === '*' || category === proposal.category) &&
      proposal.totalMinor >= totalFrom
    );
  });
  return { rule: row[0], levels: row[5], because };
}

function reaches(reach: ApprovalRow[3], { publicPost, passedOnBy, isAppeal = false }: Proposal): boolean {
  if (reach === 'appeal') return isAppeal;
  return reach === '*' || (reach === 'public' ? publicPost : passedOnBy !== undefined);
}
