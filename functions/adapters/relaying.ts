import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { answerWorkflow } from '../domain/answer-workflow.ts';
import { headNote } from '../domain/daily-head.ts';
import { fold } from '../domain/evolve.ts';
import { begunBy, extensionExecution } from '../domain/extension/lost.ts';
import { executionName } from '../domain/lost-execution.ts';
import { nextMark } from '../domain/marks.ts';
import { publicForm } from '../domain/public-form.ts';
import type { Task } from '../domain/ticket.ts';
import { usualLook } from '../domain/usual-look.ts';
import { POLICY } from '../rules/policy.ts';
import { bus } from './bus.ts';
import { caseFile } from './case-file.ts';
import { documents } from './clients.ts';
import { deskTables } from './desk-tables.ts';
import { env } from './env.ts';
import { heads } from './heads.ts';
import { queueView } from './queue-view.ts';
import { type Logged, ticketLog } from './ticket-log.ts';
import { workflow } from './workflow.ts';

/** What follows from one item of a ticket's log: the workflow, the bus, the queues, and when it is looked at next. */
export const relaying = () => {
  const { TICKETS_TABLE, CASE_FILES_TABLE, BUS_NAME, STATE_MACHINE_ARN, EXTENSION_MACHINE_ARN, BANK_ZONE } = env(
    'TICKETS_TABLE',
    'CASE_FILES_TABLE',
    'BUS_NAME',
    'STATE_MACHINE_ARN',
    'EXTENSION_MACHINE_ARN',
    'BANK_ZONE',
  );
  const db = documents();
  const log = ticketLog(db, TICKETS_TABLE);
  const files = caseFile(db, CASE_FILES_TABLE);
  const { note } = heads(db, TICKETS_TABLE);
  const queue = queueView(db, TICKETS_TABLE);
  const publish = bus(BUS_NAME);
  const machine = workflow(STATE_MACHINE_ARN);
  const extensions = workflow(EXTENSION_MACHINE_ARN);
  const tables = deskTables(BANK_ZONE);

  /** `isNew`: the item was written; otherwise only a token was kept on it. */
  async function relay(id: string, seq: number, isNew: boolean): Promise<void> {
    const ticket = await log.read(id);
    const touched = Object.values(ticket.tasks).filter((task) => task.seq === seq || task.closed?.seq === seq);
    if (isNew) {
      const before = supersedes(ticket, seq);
      if (before) await machine.stop(before);
      if (before || seq === 1) {
        // Again with each start: the record of the first event may have been given up.
        await files.keep(id);
        await machine.start(executionName(id, ticket), { ticket: id });
      }
      for (const { extension, ...one } of begunBy(ticket, ticket.decisions[seq - 1]?.events ?? [])) {
        await extensions.start(extensionExecution(id, { ...one, extension }), { ticket: id, extension });
      }
      await publish(publicEvents(ticket, seq));
      for (const task of [...touched, ...reassigned(ticket, seq)]) await keepQueue(ticket, task);
      await lookNext(ticket, seq, new Date());
      await noteHead(ticket, seq, new Date());
    }
    for (const task of touched) await answer(ticket, task);
  }

  async function noteHead({ id, decisions }: Logged, seq: number, now: Date): Promise<void> {
    const noted = headNote(decisions, seq, now, BANK_ZONE);
    if (noted) await note(id, noted, now);
  }

  /**
   * What the item owes, or starts, is looked at when it is due. A date that has passed is the watch's at this moment: what
   * it decides itself it knows of, and moves the look when it is done.
   */
  async function lookNext(ticket: Logged, seq: number, now: Date): Promise<void> {
    const isPassed = ticket.dueAt <= now.toISOString();
    const isWatchAtIt = isPassed && ticket.dueAt !== '' && ticket.decisions[seq - 1]?.by === 'watch';
    if (isWatchAtIt) return;
    const mark = nextMark(ticket, tables(ticket));
    if (ticket.archived && !mark) return log.lookAgain(ticket, undefined);
    const usual = usualLook(ticket, POLICY, now);
    if (!isPassed && ticket.dueAt <= (mark ?? usual)) return;
    const soonest = new Date(now.getTime() + 1).toISOString();
    await log.lookBy(ticket, [soonest, mark !== undefined && mark < usual ? mark : usual].sort()[1] ?? soonest);
  }

  async function answer(ticket: Logged, task: Task): Promise<void> {
    const token = ticket.tokens[task.id];
    const told = answerWorkflow(ticket, task);
    if (token && told) await machine.answer(token, told);
  }

  async function keepQueue({ id }: Logged, task: Task): Promise<void> {
    if (task.person === 'complainant' || task.person === 'core-banking') return;
    await (task.closed ? queue.remove(id, task) : queue.put(id, task));
  }

  async function tellRefusal(id: string): Promise<void> {
    const Key = { pk: `REFUSED#${id}`, sk: 'REFUSED' };
    const { Item } = await db.send(new GetCommand({ TableName: TICKETS_TABLE, Key, ConsistentRead: true }));
    const { refusal, at, channel, referenceHash, fields } = Item ?? {};
    await publish([{ type: 'ComplaintRefused', detail: { id, refusal, at, channel, referenceHash, fields } }]);
  }

  return { relay, tellRefusal };
};

/** The execution that carried the ticket until this item, if another does from it on. */
function supersedes({ id, decisions }: Logged, seq: number): string | undefined {
  const before = fold(decisions.slice(0, seq - 1));
  const after = fold(decisions.slice(seq - 1, seq), before);
  const name = executionName(id, before);
  return seq > 1 && name !== executionName(id, after) ? name : undefined;
}

/** Tasks that came to somebody else with this item: their line of the queue names them. */
const reassigned = ({ decisions, tasks }: Logged, seq: number): Task[] =>
  (decisions[seq - 1]?.events ?? []).flatMap((event) =>
    event.type === 'TaskReassigned' ? (tasks[event.task] ?? []) : [],
  );

function publicEvents({ id, decisions }: Logged, seq: number) {
  const decision = decisions[seq - 1];
  return (decision?.events ?? []).flatMap((event, nth) => {
    const form = publicForm(event);
    const detail = { id: `${id}-${seq}-${nth}`, ticket: id, at: decision?.at, ...form?.facts };
    return form ? [{ type: form.type, detail }] : [];
  });
}
