import type { Findings, Letter, Proposal } from '../../functions/domain/case-file.ts';
import { ComplaintPosted } from '../../functions/domain/complaint-posted.ts';
import { evolve } from '../../functions/domain/evolve.ts';
import { nothingYet, type Ticket } from '../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import type { History } from '../../functions/pages/views/history.ts';

const hash = (digit: string) => digit.repeat(64);
export const at = '2026-11-22T02:00:00.000Z';

/** A ticket after events, each decided a minute after the one before. */
export function after(...events: readonly (TicketEvent & { by?: string })[]): Ticket {
  return events.reduce((ticket, { by = 'desk', ...event }, i) => {
    const when = new Date(Date.parse(at) + i * 60_000).toISOString();
    return { ...evolve(ticket, event as TicketEvent, { at: when, by }), length: i + 1 };
  }, nothingYet);
}

export const post = ComplaintPosted.parse({
  version: 1,
  channel: 'app',
  channelReference: 'A-1',
  narrative: '11月3日在商户“海边书店”刷卡一次，账单上却出现两笔 420.50 元。\n客服两次答应退款，至今未到账。',
  complainant: { name: '样例客户', phone: '+8613100000001' },
  demands: ['退还重复扣款 420.50 元', '书面说明原因'],
  amount: { minor: 42_050, currency: 'CNY' },
  happenedAt: '2026-11-03',
  merchant: '海边书店',
  card: { lastFour: '4242', tier: 'platinum' },
});

export const received: TicketEvent = {
  type: 'ComplaintReceived',
  kind: 'complaint',
  channel: 'app',
  referenceDigest: hash('a'),
  bodyDigest: hash('b'),
  pack: 'cn@1',
  locale: 'zh-Hans',
  zone: 'Asia/Shanghai',
  preferredWay: 'sms',
  standing: 'self',
  identity: 'basic',
  tier: 'platinum',
  publicPost: false,
  missing: [],
};
export const clock: TicketEvent = {
  type: 'ClockStarted',
  clock: 'decide',
  startsAt: '2026-11-21T16:00:00.000Z',
  dueAt: '2026-12-07T16:00:00.000Z',
  rule: 'cn-decide-15',
};
export const triaged: TicketEvent = {
  type: 'Triaged',
  category: 'failed-or-duplicate-transaction',
  severity: 'complex',
  urgent: false,
  lane: 'standard',
  lead: 'accounting',
  supporting: ['technology'],
  because: [
    { question: 'category', table: 'triage-words', version: '1', rule: 'W07', passedOver: ['W01', 'W02'] },
    { question: 'severity', table: 'severity', version: '1', rule: 'S4', passedOver: [] },
  ],
};
export const investigating: TicketEvent = {
  type: 'TaskOpened',
  task: 'r1-v1-s0-0',
  work: 'investigate',
  department: 'accounting',
  person: 'accounting-1',
  dueAt: '2026-11-25T10:00:00.000Z',
};
export const filed: TicketEvent & { by: string } = {
  type: 'FindingsFiled',
  task: 'r1-v1-s0-0',
  findings: hash('c'),
  totalMinor: 42_050,
  by: 'accounting-1',
};
export const proposed: TicketEvent = {
  type: 'ProposalMade',
  version: 1,
  proposal: hash('d'),
  totalMinor: 42_050,
  levels: ['team-lead', 'department-head'],
  because: { question: 'approval', table: 'approval-matrix', version: '1', rule: 'A3', passedOver: ['A1', 'A2'] },
  remedies: [{ remedy: 'r1-v1-m1', kind: 'account-adjustment', amountMinor: 42_050 }],
};
export const approving = (step: number, level: string, person: string): TicketEvent => ({
  type: 'TaskOpened',
  task: `r1-v1-a${step}`,
  work: 'approve',
  department: 'accounting',
  level,
  person,
  proposal: hash('d'),
  dueAt: '2026-11-26T10:00:00.000Z',
});

export const findings: Findings = {
  facts: '11月3日 18:02 与 18:03 有两笔同额、同终端、同授权号的清算，第二笔为商户重传。',
  evidence: [
    { kind: 'transaction-record', reference: 'CLR-20261103-88121' },
    { kind: 'system-log', reference: 'POS-77/2026-11-03' },
  ],
  liability: 'third-party',
  basis: [{ kind: 'contract', citation: '信用卡领用合约 第12条' }],
  answers: [
    { verdict: 'accept', reason: '重复扣款属实，已全额退还。' },
    { verdict: 'part', reason: '原因见本函，不另行出具。' },
  ],
  remedies: [
    { kind: 'account-adjustment', amountMinor: 42_050 },
    { kind: 'apology', amountMinor: 0 },
  ],
  rootCause: 'third-party',
};
export const proposal: Proposal = {
  version: 1,
  currency: 'CNY',
  totalMinor: 42_050,
  findings: [{ task: 'r1-v1-s0-0', department: 'accounting', by: 'accounting-1', findings }],
};
export const letter: Letter = {
  locale: 'zh-Hans',
  writtenAt: '2026-11-26T03:00:00.000Z',
  facts: [findings.facts],
  basis: ['信用卡领用合约 第12条'],
  answers: findings.answers.map((answer, i) => ({ demand: post.demands[i] ?? '', ...answer })),
  remedies: [
    { kind: 'account-adjustment', amountMinor: 42_050, state: 'done' },
    { kind: 'apology', amountMinor: 0, state: 'under-way' },
  ],
  furtherWays: ['verification', 'mediation', 'arbitration', 'litigation'],
};

/** Nothing came before the first round, and nothing beside it. */
export const noHistory: History = { said: [], rounds: [], openedBecause: undefined, mayOpenRound: false };
