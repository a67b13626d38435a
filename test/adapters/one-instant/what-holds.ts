import { expect } from 'vitest';
import { genesis, holds } from '../../../functions/adapters/chain.ts';
import { toldAs } from '../../../functions/adapters/page-refusals.ts';
import type { Logged } from '../../../functions/adapters/ticket-log.ts';
import { answerWorkflow } from '../../../functions/domain/answer-workflow.ts';
import { fold } from '../../../functions/domain/evolve.ts';
import { openTasks, proposalVersion } from '../../../functions/domain/tasks.ts';
import type { TicketEvent } from '../../../functions/domain/ticket-event.ts';
import { SEEN, TASK } from './a-waiting-ticket.ts';
import { ROLES } from './actors.ts';
import { type Came, heardNothing, type Ran } from './race.ts';

type Entry = Readonly<{ at: string; by: string; event: TicketEvent }>;
const entriesOf = ({ decisions }: Logged): Entry[] =>
  decisions.flatMap(({ at, by, events }) => events.map((event) => ({ at, by, event })));
const isOfTask = ({ event }: Entry) => 'task' in event && event.task === TASK;
const DECIDING: readonly TicketEvent['type'][] = ['Approved', 'Returned'];
const roleOf = ({ role }: Came) => ROLES[role] as { person?: string; decides?: TicketEvent['type'] };

/** Only the log has moved on, or the ticket goes on in another execution: what the machine is told, and tries again. */
const OF_MACHINES = ['LogMovedOn', 'Superseded', 'Returned', 'TaskClosed'];

/** Each decision follows from the one before, and none is missing. */
function chainHolds({ after: { id, decisions } }: Ran): void {
  let prev = genesis(id);
  for (const decision of decisions) {
    expect(holds(decision, prev)).toBe(true);
    prev = decision.hash;
  }
}

/** Nothing is on record twice, and what was there before is there still. */
function nothingTwice({ before, after, sms }: Ran): void {
  expect(after.decisions.slice(0, before.length)).toEqual(before.decisions);
  const texts = entriesOf(after).map(({ event }) => JSON.stringify(event));
  expect(texts.filter((text, nth) => texts.indexOf(text) !== nth)).toEqual([]);
  expect(new Set(sms.map(({ message }) => message)).size).toBe(sms.length);
}

/** One decision at most ends the task; who made it was not refused, and whoever was not refused made it. */
function oneWins({ after, came }: Ran): void {
  const decided = entriesOf(after).filter((entry) => isOfTask(entry) && DECIDING.includes(entry.event.type));
  expect(decided.length).toBeLessThanOrEqual(1);
  const { closed } = after.tasks[TASK] ?? {};
  expect(closed !== undefined).toBe(decided.length === 1 || after.withdrawn !== undefined);
  const [winner] = decided;
  const deciders = came.filter((one) => roleOf(one).decides && !one.isWorkflow);
  for (const one of deciders) {
    const { person, decides } = roleOf(one);
    const isTheirs = winner?.by === person && winner?.at === one.at && winner?.event.type === decides;
    if (!heardNothing(one)) expect([one.role, isTheirs]).toEqual([one.role, one.refused === undefined]);
  }
  if (winner) expect(deciders.filter(({ at }) => at === winner.at)).toHaveLength(1);
  // Open still: nobody was told that it is over, and nobody who might have decided was turned away for another's sake.
  if (!closed) {
    const told = deciders.filter((one) => !heardNothing(one)).map(({ refused }) => refused?.name);
    expect(told.filter((name) => name !== 'NotYours')).toEqual([]);
  }
}

/** Whoever decided had before them what the managers were asked about at that moment. */
function decidedWhatWasSeen({ after }: Ran): void {
  after.decisions.forEach(({ events }, nth) => {
    for (const event of events) {
      if (event.type !== 'Approved' && event.type !== 'Returned') continue;
      const then = fold(after.decisions.slice(0, nth));
      expect([then.tasks[event.task]?.proposal, then.proposals.at(-1)?.proposal]).toEqual([SEEN, SEEN]);
      expect(then.tasks[event.task]?.closed).toBeUndefined();
      if (event.type === 'Approved') expect(event.proposal).toBe(SEEN);
    }
  });
}

/** A person is told by a page why nothing was done; the machine is refused by the names that it knows. */
function refusedByName({ came }: Ran): void {
  for (const one of came.filter(({ refused }) => refused && !heardNothing({ refused }))) {
    if (roleOf(one).person && !one.isWorkflow) expect([403, 404, 409, 410]).toContain(toldAs(one.refused).statusCode);
    else expect(OF_MACHINES).toContain(one.refused?.name);
  }
}

/** Whenever the relay looks, it tells the workflow nothing or the same of a task; the newest token is told, too. */
function oneAnswer({ after, before, came }: Ran): void {
  const told = new Map<string, Set<string>>();
  for (let length = before.length; length <= after.length; length++) {
    const ticket = fold(after.decisions.slice(0, length));
    for (const task of Object.values(ticket.tasks)) {
      const answer = answerWorkflow(ticket, task);
      if (answer) told.set(task.id, (told.get(task.id) ?? new Set()).add(JSON.stringify(answer)));
    }
  }
  for (const answers of told.values()) expect(answers.size).toBe(1);
  const askedAgain = came.find(({ role }) => role === 'the step asks again');
  if (askedAgain && !askedAgain.refused) expect(after.tokens[TASK]).toBe('token-2');
}

/** Whoever is asked can decide: on the proposal that is the newest, and that nobody has sent back. */
function nobodyIsAskedInVain({ after }: Ran): void {
  const { proposal, version } = after.proposals.at(-1) ?? {};
  const asked = openTasks(after).filter(({ work }) => work === 'approve');
  for (const task of asked) expect([task.proposal, version]).toEqual([proposal, proposalVersion(after)]);
}

export const WHAT_HOLDS: readonly ((ran: Ran) => void)[] = [
  chainHolds,
  nothingTwice,
  oneWins,
  decidedWhatWasSeen,
  refusedByName,
  oneAnswer,
  nobodyIsAskedInVain,
];
