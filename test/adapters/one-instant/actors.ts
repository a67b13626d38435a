import { acceptFollowUp } from '../../../functions/adapters/accept-follow-up.ts';
import { askPerson } from '../../../functions/adapters/ask-person.ts';
import { intakeCaps } from '../../../functions/adapters/intake-caps.ts';
import { looking } from '../../../functions/adapters/looking.ts';
import type { Outgoing, Sender } from '../../../functions/adapters/outgoing.ts';
import { refusedPosts } from '../../../functions/adapters/refused-posts.ts';
import { fileFindings } from '../../../functions/domain/file-findings.ts';
import { loseExecution } from '../../../functions/domain/lost-execution.ts';
import { proposalAsked, propose } from '../../../functions/domain/propose.ts';
import { taskNames } from '../../../functions/domain/tasks.ts';
import type { Ticket } from '../../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../../functions/domain/ticket-event.ts';
import { APPROVAL_MATRIX } from '../../../functions/rules/approval-matrix.ts';
import { POLICY } from '../../../functions/rules/policy.ts';
import { digestOf, opened } from '../../domain/a-ticket.ts';
import { findings, proposalOf } from '../../domain/findings-sample.ts';
import { COLLEAGUE, HANDLER, HEAD, LEAD, SEEN } from './a-waiting-ticket.ts';
import { byPage } from './by-page.ts';
import type { EmbeddedTables } from './embedded-tables.ts';
import type { OwnStores } from './stores-over.ts';

/** What somebody has before them at that instant. `status`: how the execution is said to be. */
export type Place = Readonly<{
  id: string;
  now: Date;
  stores: OwnStores;
  tables: EmbeddedTables;
  status: string;
  /** Something outside of the tables, which takes its time as well. */
  outside: <T>(what: string, answer: () => Promise<T>) => Promise<T>;
  sms: Outgoing[];
  usualTexts: Sender;
}>;
/**
 * `person`: whoever acts by a page, and is answered by one. `decides`: what they would put on record about the task; `seen`:
 * about which proposal.
 */
export type Role = Readonly<{
  person?: string;
  seen?: string;
  decides?: TicketEvent['type'];
  act: (place: Place) => Promise<unknown>;
  /** What the workflow does because of it. */
  onward?: (place: Place) => Promise<unknown>;
}>;

const ZONE = 'Asia/Shanghai';
const [WORK_ON, SEEN_BEFORE, SEEN_NEXT, ASKED_NEXT] = ['r1-v2-s0-0', digestOf('0'), digestOf('2'), 'r1-v2-a0'];
const execution = (id: string) => `${id}-r1-a1`;

const approves = (person: string, seen = SEEN): Role => ({
  ...{ person, decides: 'Approved', seen },
  act: (place) => byPage(place, person, { act: 'approve', seen }),
});

const returns = (person: string, seen = SEEN): Role => ({
  ...{ person, decides: 'Returned', seen, onward: goOnAfterReturn },
  act: (place) => byPage(place, person, { act: 'return', seen, reason: `Why ${person} returned it.` }),
});

/** Back to the department, and with what it found a changed proposal before the managers. */
async function goOnAfterReturn({ id, now, stores: { log } }: Place): Promise<void> {
  const at = now.toISOString();
  type Decide = (ticket: Ticket) => TicketEvent[];
  const step = async (by: string, events: Decide) => log.decide(await log.read(id, execution(id)), { at, by }, events);
  const open =
    (task: string, person: string, facts = {}) =>
    (ticket: Ticket) =>
      ticket.tasks[task] ? [] : [opened(task, person, facts)];
  await step('investigate', open(WORK_ON, HANDLER));
  const filing = { task: WORK_ON, by: HANDLER, findings: digestOf('f'), totalMinor: 0 };
  await log.decide(id, { at, by: HANDLER }, (ticket) => fileFindings(ticket, filing));
  await step('propose', (ticket) => propose(ticket, proposalOf(2, findings()), SEEN_NEXT, APPROVAL_MATRIX));
  const facts = { work: 'approve', level: 'team-lead', proposal: SEEN_NEXT } as const;
  await step('approve', open(ASKED_NEXT, COLLEAGUE, facts));
}

const gives: Role = { person: LEAD, act: (place) => byPage(place, LEAD, { act: 'give', colleague: COLLEAGUE }) };

const withdraws: Role = {
  async act({ id, now, stores, tables: { tickets, caseFiles } }) {
    const { db } = stores;
    const refused = refusedPosts(db, { tickets, caseFiles });
    const take = acceptFollowUp({ ...stores, refused, caps: intakeCaps(db, caseFiles) }, ZONE);
    const raw = { version: 1, channel: 'app', channelReference: 'W-1', ticket: id, about: 'withdrawal' };
    const answer = await take({ raw, faults: [] }, { sending: 's' }, now);
    if (answer.kind !== 'accepted') throw new Error(`the withdrawal was ${answer.kind}`);
  },
};

const watches: Role = {
  async act({ id, now, stores, status, outside, sms, usualTexts }) {
    const sender: Sender = {
      ...usualTexts,
      send: (one) =>
        outside(`SMS ${one.message}`, async () => {
          const providerId = `sms-${sms.push(one)}`;
          return { result: { type: 'MessageSent', message: one.message, way: one.way, providerId }, at: now };
        }),
    };
    const machine = {
      status: (name: string) => outside('status', async () => (name === execution(id) ? status : 'RUNNING')),
    };
    await looking(stores, sender, machine).look(id, now);
  },
};

/** Word comes that the execution ended before its time. */
const isLost: Role = {
  async act({ id, now, stores: { log } }) {
    const lost = { execution: execution(id), status: 'TIMED_OUT', attemptsAtMost: POLICY.attemptsAtMost };
    await log.decide(id, { at: now.toISOString(), by: 'hear-lost-execution' }, (ticket) => loseExecution(ticket, lost));
  },
};

/** An execution that begins anew comes by the step that asks, with a newer token: the workflow waits for that one now. */
const asksAgain: Role = {
  async act({ id, now, stores }) {
    const ticket = await stores.log.read(id, execution(id));
    const proposal = proposalAsked(ticket)?.proposal;
    const task = taskNames.approve(ticket, 0);
    const { department = '', level, dueAt = '' } = ticket.tasks[task] ?? {};
    const asking = { task, token: 'token-2', work: 'approve', role: 'team-lead', dueAt } as const;
    const told = { purpose: 'approval-link', page: 'approval', by: 'approve' } as const;
    await askPerson(stores)(ticket, { ...asking, ...told, department, level, proposal }, now);
  },
};

/** Everybody who may act on one approval at one instant. */
export const ROLES = {
  'the lead approves': approves(LEAD),
  'the lead approves in another window': approves(LEAD),
  'the lead returns it': returns(LEAD),
  'the lead approves what stood on an older page': approves(LEAD, SEEN_BEFORE),
  'the lead returns what stood on an older page': returns(LEAD, SEEN_BEFORE),
  'the lead gives it to a colleague': gives,
  'the colleague approves': approves(COLLEAGUE),
  'the colleague returns it': returns(COLLEAGUE),
  'the head approves': approves(HEAD),
  'the head returns it': returns(HEAD),
  'the cardholder withdraws': withdraws,
  'the watch looks': watches,
  'the watch looks in another run': watches,
  'the execution is lost': isLost,
  'the step asks again': asksAgain,
} as const satisfies Readonly<Record<string, Role>>;
export type RoleName = keyof typeof ROLES;
