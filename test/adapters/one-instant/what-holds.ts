import { expect } from 'vitest';
import { genesis, holds } from '../../../functions/adapters/chain.ts';
import { toldAs } from '../../../functions/adapters/page-refusals.ts';
import type { Logged } from '../../../functions/adapters/ticket-log.ts';
import { answerWorkflow } from '../../../functions/domain/answer-workflow.ts';
import { fold } from '../../../functions/domain/evolve.ts';
import { openTasks, proposalVersion } from '../../../functions/domain/tasks.ts';
import type { Decision, TicketEvent } from '../../../functions/domain/ticket-event.ts';
import { SEEN, TASK } from './a-waiting-ticket.ts';
import { ROLES, type Role } from './actors.ts';
import { mightDecide } from './might-decide.ts';
import { type Came, heardNothing, type Ran } from './race.ts';

type Entry = Readonly<{ at: string; by: string; event: TicketEvent }>;
const entriesOf = ({ decisions }: Logged): Entry[] =>
  decisions.flatMap(({ at, by, events }) => events.map((event) => ({ at, by, event })));
const isOfTask = ({ event }: Entry) => 'task' in event && event.task === TASK;
const DECIDING: readonly TicketEvent['type'][] = ['Approved', 'Returned'];
const roleOf = ({ role }: Came): Role => ROLES[role];

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

/** One decision at most ends the task; who made it was not refused, though they pressed twice, and nobody else was not. */
function oneWins({ after, came }: Ran): void {
  const decided = entriesOf(after).filter((entry) => isOfTask(entry) && DECIDING.includes(entry.event.type));
  expect(decided.length).toBeLessThanOrEqual(1);
  const { closed } = after.tasks[TASK] ?? {};
  expect(closed !== undefined).toBe(decided.length === 1 || after.withdrawn !== undefined);
  const [winner] = decided;
  const deciders = came.filter((one) => roleOf(one).decides && !one.isWorkflow);
  for (const one of deciders) {
    const { person, decides, seen } = roleOf(one);
    const isTheirs = winner?.by === person && winner?.event.type === decides && seen === SEEN;
    if (!heardNothing(one)) expect([one.role, isTheirs]).toEqual([one.role, one.refused === undefined]);
  }
  if (winner) expect(deciders.filter(({ at }) => at === winner.at)).toHaveLength(1);
}

/** Whoever decided might at that moment: by what the log told before it, and not by what the domain made of that. */
function whoeverDecidedMight({ after: { decisions } }: Ran): void {
  decisions.forEach(({ by, events }, nth) => {
    const decided = events.some((event) => 'task' in event && event.task === TASK && DECIDING.includes(event.type));
    if (decided) expect([by, mightDecide(decisions.slice(0, nth), by)]).toEqual([by, true]);
  });
}

/**
 * Where it is open still, nobody was turned away who might have decided all the time. But a log that moves on under somebody
 * five times says so and lets them try again, and so does a code that lost answers have used up.
 */
function nobodyTurnedAway({ before, after: { decisions, tasks }, came }: Ran): void {
  if (tasks[TASK]?.closed) return;
  for (const one of came.filter(({ refused, isWorkflow }) => refused && !isWorkflow)) {
    const { person, decides, seen } = roleOf(one);
    if (!person || !decides || seen !== SEEN || isToTryAgain(one)) continue;
    const moments = decisions.map((_, nth) => nth + 1).slice(before.length - 1);
    const always = moments.every((length) => mightDecide(decisions.slice(0, length), person));
    expect([one.role, one.refused?.name, always]).toEqual([one.role, one.refused?.name, false]);
  }
}
const isToTryAgain = (one: Came) => heardNothing(one) || ['LogMovedOn', 'CodeUsedUp'].includes(one.refused?.name ?? '');

/** Whoever decided had before them what the managers were asked about at that moment. */
function decidedWhatWasSeen({ after, came }: Ran): void {
  const older = came.filter((one) => roleOf(one).decides && roleOf(one).seen !== SEEN && !one.isWorkflow);
  for (const { role, at, refused } of older) {
    expect([role, refused !== undefined]).toEqual([role, true]);
    expect(after.decisions.filter((one) => one.at === at && !isOfCodes(one))).toEqual([]);
  }
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

/** That a code's tries are used up is on record, and decides nothing. */
const isOfCodes = ({ events }: Decision) => events.every(({ type }) => type === 'CodesRefused');

/** A person is told by a page why nothing was done; the machine is refused by the names that it knows. */
function refusedByName({ came, isFaultless }: Ran): void {
  for (const one of came.filter(({ refused }) => refused && !heardNothing({ refused }))) {
    if (one.refused?.name === 'CodeUsedUp') expect(isFaultless).toBe(false);
    else if (roleOf(one).person && !one.isWorkflow)
      expect([403, 404, 409, 410]).toContain(toldAs(one.refused).statusCode);
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

/** Whoever was turned away has the try of their code back; whoever decided has used one, and no more, though they pressed twice. */
function triesGivenBack({ came, tries, isFaultless }: Ran): void {
  if (!isFaultless) return;
  for (const [person, used] of tries) {
    const did = came.filter((one) => roleOf(one).person === person && !one.refused && !one.isWorkflow);
    const acts = new Set(did.map((one) => roleOf(one).decides ?? one.role));
    expect([person, used]).toEqual([person, acts.size]);
  }
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
  whoeverDecidedMight,
  nobodyTurnedAway,
  decidedWhatWasSeen,
  refusedByName,
  oneAnswer,
  triesGivenBack,
  nobodyIsAskedInVain,
];
