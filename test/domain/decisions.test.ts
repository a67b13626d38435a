import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerSurvey } from '../../functions/domain/answer-survey.ts';
import { approve, sendBack } from '../../functions/domain/approve.ts';
import { slotTask } from '../../functions/domain/departments.ts';
import { fold } from '../../functions/domain/evolve.ts';
import { fileFindings } from '../../functions/domain/file-findings.ts';
import { proposalVersion, taskNames } from '../../functions/domain/tasks.ts';
import type { Task, Ticket } from '../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { transfer } from '../../functions/domain/transfer.ts';
import { after, asked, at, decisions, digestOf, opened, proposed, received, type Told, triaged } from './a-ticket.ts';
import { cnRules } from './round-rules.ts';

const PEOPLE = ['ann', 'bob', 'cid', 'dan', 'eve', 'fay', 'gus'];
const COMPLAINED_ABOUT = 'eve';
const REFUSALS = ['UnknownTask', 'TaskClosed', 'NotYours', 'Recused', 'ProposalChanged', 'SamePersonTwice'];
const reason = digestOf('e');

/** What a step, a person or two people at once may try. `usual`: by the task's own person, about its own proposal. */
type Try = Readonly<{ what: keyof typeof TRIES; by: string; nth: number; version: number; usual: boolean }>;
type Act = (ticket: Ticket, one: Readonly<{ task: string; by: string; seen: string }>) => TicketEvent[];

/** Steps ask whom they like, even the same person again, so that the decisions alone keep the rules. */
const STEPS = {
  investigate: (ticket: Ticket, { by, nth }: Try) => opened(slotTask(ticket, nth).task, by),
  ask: (ticket: Ticket, { by, nth, version, usual }: Try) =>
    asked(taskNames.approve(ticket, nth), by, usual ? proposalVersion(ticket) : version),
  survey: () => opened('r1-survey', 'complainant', { work: 'survey' }),
};
const ACTS: Record<'file' | 'pass' | 'approve' | 'sendBack' | 'rate', Act> = {
  file: (ticket, { task, by }) => fileFindings(ticket, { task, by, findings: digestOf('f'), totalMinor: 0 }),
  pass: (ticket, { task, by }) => transfer(ticket, { task, by, to: 'technology', reason }),
  approve,
  sendBack: (ticket, one) => sendBack(ticket, { ...one, reason }),
  rate: (ticket, { task }) => answerSurvey(ticket, cnRules, { task, score: 3, appeal: true, at }),
};
const TRIES = { ...STEPS, ...ACTS, propose: undefined };

function eventsOf(ticket: Ticket, one: Try): TicketEvent[] {
  const version = proposalVersion(ticket);
  if (one.what === 'propose') return ticket.proposals.at(-1)?.version === version ? [] : [proposed(version)];
  if (one.what in STEPS) {
    const event = STEPS[one.what as keyof typeof STEPS](ticket, one);
    return event.type === 'TaskOpened' && ticket.tasks[event.task] ? [] : [event];
  }
  const task: Task | undefined = Object.values(ticket.tasks).at(-1 - one.nth);
  const usual = { by: task?.person ?? '', seen: task?.proposal ?? '' };
  const unusual = { by: one.by, seen: digestOf(`${one.version}`) };
  return ACTS[one.what as keyof typeof ACTS](ticket, { task: task?.id ?? '', ...(one.usual ? usual : unusual) });
}

const trial: fc.Arbitrary<Try> = fc.record({
  what: fc.constantFrom(...(Object.keys(TRIES) as (keyof typeof TRIES)[]), 'ask', 'approve', 'ask', 'approve'),
  by: fc.constantFrom(...PEOPLE),
  nth: fc.nat({ max: 2 }),
  version: fc.integer({ min: 1, max: 3 }),
  usual: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
});

type Entry = readonly [by: string, event: TicketEvent];

/** The log after all tries, each appended or refused by name. */
function logOf(tries: readonly Try[]): Entry[] {
  const log: Entry[] = [received({ recused: COMPLAINED_ABOUT }), triaged()].map((event) => ['desk', event] as const);
  for (const one of tries) {
    const ticket = fold(decisions(log));
    const by = one.usual ? (Object.values(ticket.tasks).at(-1 - one.nth)?.person ?? one.by) : one.by;
    try {
      for (const event of eventsOf(ticket, one)) log.push([by, event]);
    } catch (error) {
      if (!(error instanceof Error) || !REFUSALS.includes(error.name)) throw error;
    }
  }
  return log;
}

/** Checks every log of a few hundred; gives how many events of a type they held, so that none proves itself on nothing. */
function inEveryLog(check: (log: Entry[]) => void, type: TicketEvent['type']): number {
  let found = 0;
  const property = fc.property(fc.array(trial, { minLength: 20, maxLength: 80 }), (tries) => {
    const log = logOf(tries);
    found += log.filter(([, event]) => event.type === type).length;
    check(log);
  });
  fc.assert(property, { numRuns: 200 });
  return found;
}

test('whoever decides on a proposal did nothing else in this ticket before, and is not complained about', () => {
  const approvals = inEveryLog((log) => {
    const acted = new Set([COMPLAINED_ABOUT]);
    for (const [by, { type }] of log) {
      if (type === 'Approved' || type === 'Returned') expect(acted).not.toContain(by);
      if (['FindingsFiled', 'Transferred', 'Approved', 'Returned'].includes(type)) acted.add(by);
    }
  }, 'Approved');
  expect(approvals).toBeGreaterThan(10);
});

test('only the newest proposal is approved or sent back, and none after a return until the next is made', () => {
  const returns = inEveryLog((log) => {
    let before: string | undefined;
    for (const [i, [, event]] of log.entries()) {
      const { tasks } = fold(decisions(log.slice(0, i)));
      if (event.type === 'Approved' || event.type === 'Returned') expect(tasks[event.task]?.proposal).toBe(before);
      if (event.type === 'ProposalMade') before = event.proposal;
      if (event.type === 'Returned') before = 'none';
    }
  }, 'Returned');
  expect(returns).toBeGreaterThan(10);
});

test('a round is rated at most once', () => {
  const rated = (log: Entry[]) => log.filter(([, { type }]) => type === 'SurveyAnswered').length;
  expect(inEveryLog((log) => expect(rated(log)).toBeLessThanOrEqual(1), 'SurveyAnswered')).toBeGreaterThan(10);
});

test('deciding adds to the log and never rewrites it', () => {
  inEveryLog((log: readonly Told[]) => {
    const cut = Math.floor(log.length / 2);
    expect(after(fold(decisions(log.slice(0, cut))), ...log.slice(cut))).toEqual(fold(decisions(log)));
  }, 'Approved');
});
