import type { Findings, Proposal } from '../../functions/domain/case-file.ts';

export const findings = (facts: Partial<Findings> = {}): Findings => ({
  facts: '同一笔消费清算了两次。',
  evidence: [{ kind: 'transaction-record', reference: 'CLR-1' }],
  liability: 'bank',
  basis: [{ kind: 'contract', citation: '领用合约第12条' }],
  answers: [{ verdict: 'accept', reason: '属实。' }],
  remedies: [],
  rootCause: 'system',
  ...facts,
});

/** What the departments found, the lead first, as one proposal. */
export const proposalOf = (version: number, ...parts: readonly Findings[]): Proposal => ({
  version,
  currency: 'CNY',
  totalMinor: parts.flatMap(({ remedies }) => remedies).reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  findings: parts.map((part, slot) => ({
    ...{ task: `r1-v${version}-s${slot}-0`, department: `department-${slot}`, by: `handler-${slot}`, findings: part },
  })),
});
