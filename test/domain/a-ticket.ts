import { fold } from '../../functions/domain/evolve.ts';
import type { Ticket } from '../../functions/domain/ticket.ts';
import type { Decision, TicketEvent } from '../../functions/domain/ticket-event.ts';

type Facts<T extends TicketEvent['type']> = Partial<Extract<TicketEvent, { type: T }>>;
/** An event, or an event and who decided it. */
export type Told = TicketEvent | readonly [by: string, event: TicketEvent];

export const at = '2026-11-22T02:00:00.000Z';
export const minutes = (count: number): string => new Date(Date.parse(at) + count * 60_000).toISOString();
export const digestOf = (digit: string): string => digit.repeat(64);

/** Each event a decision of its own, the first at `at`, each a minute after the one before. */
export const decisions = (told: readonly Told[], from = 0): Decision[] =>
  told.map((one, i) => {
    const [by, event] = 'type' in one ? ['desk', one] : one;
    return { v: 1, at: minutes(from + i), by, events: [event], prev: digestOf('0'), hash: digestOf('0') };
  });

/** The ticket after these events. */
export const given = (...told: readonly Told[]): Ticket => fold(decisions(told));
/** The same ticket after more events. */
export const after = (ticket: Ticket, ...told: readonly Told[]): Ticket => fold(decisions(told, ticket.length), ticket);

export const received = (facts: Facts<'ComplaintReceived'> = {}): TicketEvent => ({
  type: 'ComplaintReceived',
  kind: 'complaint',
  channel: 'app',
  referenceDigest: digestOf('a'),
  bodyDigest: digestOf('b'),
  pack: 'cn-1',
  locale: 'zh-Hans',
  zone: 'Asia/Shanghai',
  preferredWay: 'sms',
  standing: 'self',
  identity: 'basic',
  tier: 'gold',
  publicPost: false,
  missing: [],
  ...facts,
});
export const clock = (facts: Facts<'ClockStarted'> = {}): TicketEvent => ({
  type: 'ClockStarted',
  clock: 'decide',
  startsAt: at,
  dueAt: '2026-12-07T16:00:00.000Z',
  rule: 'cn-decide-15',
  ...facts,
});
export const because = { question: 'levels', table: 'approval-matrix', version: '1', rule: 'A3', passedOver: [] };
export const triaged = (facts: Facts<'Triaged'> = {}): TicketEvent => ({
  type: 'Triaged',
  category: 'billing-and-repayment',
  severity: 'complex',
  urgent: false,
  lane: 'standard',
  lead: 'accounting',
  supporting: ['technology'],
  because: [],
  ...facts,
});
export const opened = (task: string, person: string, facts: Facts<'TaskOpened'> = {}): TicketEvent => ({
  type: 'TaskOpened',
  task,
  work: 'investigate',
  department: 'accounting',
  person,
  ...facts,
});
export const filed = (task: string, by: string): Told => [
  by,
  { type: 'FindingsFiled', task, findings: digestOf('f'), totalMinor: 42_050 },
];
export const transferred = (task: string, by: string, to: string): Told => [
  by,
  { type: 'Transferred', task, from: 'accounting', to, reason: digestOf('e') },
];
export const returned = (task: string, by: string): Told => [by, { type: 'Returned', task, reason: digestOf('e') }];
export const proposed = (version: number, facts: Facts<'ProposalMade'> = {}): TicketEvent => ({
  type: 'ProposalMade',
  version,
  proposal: digestOf(String(version)),
  totalMinor: 42_050,
  levels: ['team-lead', 'department-head'],
  because,
  remedies: [],
  ...facts,
});
/** A level is asked about the proposal of this version. */
export const asked = (task: string, person: string, version = 1): TicketEvent =>
  opened(task, person, { work: 'approve', level: 'team-lead', proposal: digestOf(String(version)) });
export const approved = (task: string, by: string, version = 1): Told => [
  by,
  { type: 'Approved', task, proposal: digestOf(String(version)) },
];
