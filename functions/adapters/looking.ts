import { hoursAfter } from '../domain/later.ts';
import { executionName, loseExecution } from '../domain/lost-execution.ts';
import { isOfBreach, type Mark } from '../domain/mark.ts';
import { marks } from '../domain/marks.ts';
import { unanswered } from '../domain/unanswered.ts';
import { usualLook } from '../domain/usual-look.ts';
import { POLICY } from '../rules/policy.ts';
import { deskTables } from './desk-tables.ts';
import { env } from './env.ts';
import { findingExtensions } from './finding-extensions.ts';
import { stores } from './stores.ts';
import { telling } from './telling.ts';
import type { Logged } from './ticket-log.ts';
import { toComplainants } from './to-complainants.ts';
import { type Workflow, workflow } from './workflow.ts';

/** What the watch does with one due ticket. Late or doubled looks change nothing twice: a mark is gone once it is in the log. */
export const looking = (store = stores(), send = toComplainants(), machine = complaintWorkflow()) => {
  const { BANK_ZONE } = env('BANK_ZONE');
  const { log } = store;
  const tell = telling(store, send);
  const findExtensions = findingExtensions(log);
  const tables = deskTables(BANK_ZONE);
  /** A look asks several times for those of a ticket, which most looks leave as it was. */
  const known = new WeakMap<Logged, readonly Mark[]>();

  function marksOf(ticket: Logged): readonly Mark[] {
    const found = known.get(ticket) ?? marks(ticket, tables(ticket));
    known.set(ticket, found);
    return found;
  }

  async function look(id: string, now: Date): Promise<void> {
    const at = now.toISOString();
    const passing = await passAll(await log.read(id), now);
    const found = await findExecution(passing.ticket, notBefore(passing.ticket, now));
    const ticket = await findExtensions(found, notBefore(found, now));
    const waiting = unanswered(ticket, ticket.decisions.at(-1)?.at ?? at, now);
    for (const task of waiting) await log.callRelay(ticket, task, now);
    const [fault] = passing.faults;
    const soon = fault ? hoursAfter(now, RETRY_HOURS) : at;
    // Only what failed waits for the next try: whatever is still to come is looked at when it comes.
    const next = marksOf(ticket).map((mark) => (mark.at <= at ? soon : mark.at));
    const [first] = [...next, ...(ticket.archived ? [] : [usualLook(ticket, POLICY, now)])].sort();
    await log.lookAgain(ticket, first);
    if (fault) throw fault;
  }

  /** Whatever is due, in its order, each once; what one of them brings about comes after it. */
  async function passAll(read: Logged, now: Date) {
    let ticket = read;
    const tried = new Set<string>();
    const faults: unknown[] = [];
    for (;;) {
      const mark = marksOf(ticket).find((due) => isDue(due, now.toISOString()) && !tried.has(nameOf(due)));
      if (!mark) return { ticket, faults };
      tried.add(nameOf(mark));
      try {
        ticket = await pass(ticket, mark, notBefore(ticket, now));
      } catch (fault) {
        // A reminder that finds nobody must not hide the date behind it.
        faults.push(fault);
        ticket = await log.read(ticket.id);
      }
    }
  }

  async function pass(ticket: Logged, mark: Mark, now: Date): Promise<Logged> {
    const { act } = mark;
    const isOwed = (current: Logged) => marksOf(current).some((other) => nameOf(other) === nameOf(mark));
    if (act.do === 'tell') return tell(ticket, act.tell, now, isOwed);
    return log.decide(ticket, { at: now.toISOString(), by: 'watch' }, (current) => (isOwed(current) ? act.events : []));
  }

  /** An open ticket without a running execution begins another, a bounded number of times. */
  async function findExecution(ticket: Logged, now: Date): Promise<Logged> {
    const execution = executionName(ticket.id, ticket);
    const status = ticket.archived ? 'RUNNING' : await machine.status(execution);
    if (status === 'RUNNING') return ticket;
    const lost = { execution, status, attemptsAtMost: POLICY.attemptsAtMost };
    return log.decide(ticket, { at: now.toISOString(), by: 'watch' }, (current) => loseExecution(current, lost));
  }

  /** Whether a date of it has passed of which nobody has heard yet. */
  async function owesBreach(id: string, now: Date): Promise<boolean> {
    return marksOf(await log.read(id)).some((mark) => isOfBreach(mark) && isDue(mark, now.toISOString()));
  }

  return { look, owesBreach };
};

const complaintWorkflow = (): Pick<Workflow, 'status'> => workflow(env('STATE_MACHINE_ARN').STATE_MACHINE_ARN);

/** A look that failed in part is tried again after so long, and does not crowd out the others. */
const RETRY_HOURS = 1;

/** What comes after a message that took its time is not written down as if it came before. */
const notBefore = ({ decisions }: Logged, now: Date): Date =>
  new Date(Math.max(now.getTime(), Date.parse(decisions.at(-1)?.at ?? now.toISOString())));

const isDue = ({ at, until }: Mark, now: string): boolean => at <= now && (until === undefined || now < until);

/** The same telling of the same person is the same mark, though what is decided with it may be in the log by now. */
const nameOf = ({ act }: Mark): string =>
  act.do === 'tell'
    ? `tell ${act.tell.message} ${act.tell.time ?? 1} ${JSON.stringify(act.tell.to)}`
    : `record ${JSON.stringify(act.events)}`;
