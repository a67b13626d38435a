import * as fc from 'fast-check';
import { answerSurvey } from '../../functions/domain/answer-survey.ts';
import { approve, sendBack } from '../../functions/domain/approve.ts';
import { coverLevel } from '../../functions/domain/cover-level.ts';
import { delegate } from '../../functions/domain/delegate.ts';
import { slotTask } from '../../functions/domain/departments.ts';
import { fold } from '../../functions/domain/evolve.ts';
import { fileFindings } from '../../functions/domain/file-findings.ts';
import type { Person } from '../../functions/domain/roster.ts';
import { proposalVersion, taskNames } from '../../functions/domain/tasks.ts';
import type { Task, Ticket } from '../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { transfer } from '../../functions/domain/transfer.ts';
import { LEVELS } from '../../functions/rules/approval-matrix.ts';
import { asked, at, decisions, digestOf, opened, proposed, received, triaged } from './a-ticket.ts';
import { cnRules } from './round-rules.ts';

const PEOPLE = ['ann', 'bob', 'cid', 'dan', 'eve', 'fay', 'gus'];
export const COMPLAINED_ABOUT = 'eve';
const REFUSALS = [
  'UnknownTask',
  'TaskClosed',
  'NotYours',
  'Recused',
  'ProposalChanged',
  'SamePersonTwice',
  'MayNotTakeIt',
];
/** Anybody may take anything, so that the decisions alone keep the rules. */
const ROSTER = PEOPLE.map(
  (id): Person => ({
    ...{ id, name: id, phone: '+8613100000001', department: 'accounting', locale: 'en' },
    roles: ['handler', 'team-lead', 'department-head'],
  }),
);
const reason = digestOf('e');

/** What a step, a person or two people at once may try. `usual`: by the task's own person, about its own proposal. */
type Try = Readonly<{ what: keyof typeof TRIES; by: string; nth: number; version: number; usual: boolean }>;
type Act = (ticket: Ticket, one: Readonly<{ task: string; by: string; seen: string; to: string }>) => TicketEvent[];

/** Steps ask whom they like, even the same person again, so that the decisions alone keep the rules. */
const STEPS = {
  investigate: (ticket: Ticket, { by, nth }: Try) => opened(slotTask(ticket, nth).task, by),
  ask: (ticket: Ticket, { by, nth, version, usual }: Try) =>
    asked(taskNames.approve(ticket, nth), by, usual ? proposalVersion(ticket) : version),
  standIn: (ticket: Ticket, { by, nth, version }: Try) => ({
    ...asked(taskNames.approve(ticket, nth), by, proposalVersion(ticket)),
    actingFor: PEOPLE[version] ?? by,
  }),
  escalate: (ticket: Ticket, { by, nth }: Try): TicketEvent | undefined => {
    const task = Object.values(ticket.tasks).at(-1 - nth);
    return task && !task.closed && task.person !== 'complainant'
      ? { type: 'Escalated', task: task.id, to: by, level: 'department-head', rule: 'E1' }
      : undefined;
  },
  survey: () => opened('r1-survey', 'complainant', { work: 'survey' }),
};
const ACTS: Record<'file' | 'pass' | 'give' | 'approve' | 'approveAbove' | 'sendBack' | 'rate', Act> = {
  file: (ticket, { task, by }) => fileFindings(ticket, { task, by, findings: digestOf('f'), totalMinor: 0 }),
  pass: (ticket, { task, by }) => transfer(ticket, { task, by, to: 'technology', reason }),
  give: (ticket, one) => delegate(ticket, one, { people: ROSTER, day: '2026-11-22', levels: LEVELS }),
  approve,
  approveAbove: approve,
  sendBack: (ticket, one) => sendBack(ticket, { ...one, reason }),
  rate: (ticket, { task }) => answerSurvey(ticket, cnRules, { task, score: 3, appeal: true, at }),
};
const TRIES = { ...STEPS, ...ACTS, propose: undefined, cover: undefined };

/** Who usually does it: its own person, or somebody above to whom it was escalated. */
function doer({ tasks }: Ticket, { what, nth, by }: Try): string {
  const task = Object.values(tasks).at(-1 - nth);
  return (what === 'approveAbove' ? task?.escalated?.at(-1)?.to : task?.person) ?? by;
}

function eventsOf(ticket: Ticket, one: Try): TicketEvent[] {
  const version = proposalVersion(ticket);
  if (one.what === 'propose') return ticket.proposals.at(-1)?.version === version ? [] : [proposed(version)];
  if (one.what === 'cover') return coverLevel(ticket, 1, 'accounting', LEVELS);
  if (one.what in STEPS) {
    const event = STEPS[one.what as keyof typeof STEPS](ticket, one);
    if (!event) return [];
    return event.type === 'TaskOpened' && ticket.tasks[event.task] ? [] : [event];
  }
  const task: Task | undefined = Object.values(ticket.tasks).at(-1 - one.nth);
  const usual = { by: doer(ticket, one), seen: task?.proposal ?? '' };
  const unusual = { by: one.by, seen: digestOf(`${one.version}`) };
  return ACTS[one.what as keyof typeof ACTS](ticket, {
    task: task?.id ?? '',
    to: one.by,
    ...(one.usual ? usual : unusual),
  });
}

const trial: fc.Arbitrary<Try> = fc.record({
  what: fc.constantFrom(...(Object.keys(TRIES) as (keyof typeof TRIES)[]), 'ask', 'approve', 'ask', 'approve', 'give'),
  by: fc.constantFrom(...PEOPLE),
  nth: fc.nat({ max: 2 }),
  version: fc.integer({ min: 1, max: 3 }),
  usual: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
});

/** What is rarely tried in this order: a level that is late, and decided above. */
const late: fc.Arbitrary<Try[]> = fc
  .tuple(
    ...(['propose', 'ask', 'escalate', 'approveAbove', 'cover'] as const).map((what) =>
      trial.map((one) => ({ ...one, what })),
    ),
  )
  .map((tries) => tries.map((one) => ({ ...one, nth: 0, usual: true })));
const story = fc.oneof({ weight: 19, arbitrary: trial.map((one) => [one]) }, { weight: 1, arbitrary: late });

export type Entry = readonly [by: string, event: TicketEvent];

/** The log after all tries, each appended or refused by name. */
function logOf(tries: readonly Try[]): Entry[] {
  const log: Entry[] = [received({ recused: COMPLAINED_ABOUT }), triaged()].map((event) => ['desk', event] as const);
  for (const one of tries) {
    const ticket = fold(decisions(log));
    const by = one.usual ? doer(ticket, one) : one.by;
    try {
      for (const event of eventsOf(ticket, one)) log.push([by, event]);
    } catch (error) {
      if (!(error instanceof Error) || !REFUSALS.includes(error.name)) throw error;
    }
  }
  return log;
}

/** Checks every log of a few hundred; gives how many events of a type they held, so that none proves itself on nothing. */
export function inEveryLog(check: (log: Entry[]) => void, type: TicketEvent['type']): number {
  let found = 0;
  const property = fc.property(fc.array(story, { minLength: 20, maxLength: 80 }), (stories) => {
    const log = logOf(stories.flat());
    found += log.filter(([, event]) => event.type === type).length;
    check(log);
  });
  fc.assert(property, { numRuns: 200 });
  return found;
}
