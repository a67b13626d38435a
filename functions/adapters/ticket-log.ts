import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand, paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { fold } from '../domain/evolve.ts';
import { executionName } from '../domain/lost-execution.ts';
import { LogMovedOn, Superseded, UnknownTicket } from '../domain/refusals.ts';
import type { Task, Ticket } from '../domain/ticket.ts';
import { Decision, type TicketEvent } from '../domain/ticket-event.ts';
import { chained, type Draft, genesis } from './chain.ts';
import { checked } from './checked-decision.ts';
import { dueShardOf, nextLook } from './next-look.ts';
import { IF_FREE, isSentAgain } from './sent-again.ts';

/** A ticket with what lies beside its log: when it is next looked at, and the workflow's newest token of each task. */
export type Logged = Ticket &
  Readonly<{
    id: string;
    dueAt: string;
    tokens: Readonly<Record<string, string>>;
    decisions: readonly Decision[];
    /** The execution on whose behalf it was read: once another carries the ticket, this one decides nothing more. */
    execution?: string | undefined;
  }>;

/** Written in the same Put as a decision, outside its hash. */
export type Beside = Readonly<{ dueAt?: string; token?: string | undefined }>;

type Decide = (ticket: Logged) => readonly TicketEvent[];
type Item = Decision & { pk: string; sk: string; dueAt?: string; token?: string; tokenOf?: number };

const TRIES = 5;
const keyOf = (id: string, seq: number) => ({ pk: `TICKET#${id}`, sk: `EVENT#${String(seq).padStart(6, '0')}` });

/** The one file that knows how a ticket lies in the table. One item is one decision: all its events, or none. */
export const ticketLog = (db: DynamoDBDocumentClient, TableName: string) => {
  /** The ticket as the log has it now; length 0 where there is none. */
  async function find(id: string): Promise<Logged> {
    const items: Item[] = [];
    const query = {
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :event)',
      ExpressionAttributeValues: { ':pk': `TICKET#${id}`, ':event': 'EVENT#' },
    };
    for await (const { Items = [] } of paginateQuery({ client: db }, query)) items.push(...(Items as Item[]));
    return logged(id, items);
  }

  /** `execution`: for a step, whose reading is refused with Superseded once another execution carries the ticket. */
  async function read(id: string, execution?: string): Promise<Logged> {
    const ticket = await find(id);
    if (ticket.length === 0) throw new UnknownTicket(id);
    if (execution === undefined) return ticket;
    if (execution !== executionName(id, ticket)) throw new Superseded(execution);
    return { ...ticket, execution };
  }

  /** Appends one decision as the next item; refused with LogMovedOn when somebody wrote meanwhile. */
  async function append(before: Logged, draft: Draft, { dueAt, token }: Beside = {}): Promise<Logged> {
    // What could not be read back must not be written: it would close the ticket for ever.
    const decision = Decision.parse(chained(draft, before.head || genesis(before.id)));
    const watched = dueAt && { dueShard: dueShardOf(before.id), dueAt };
    const Item = { ...keyOf(before.id, before.length + 1), ...decision, ...watched, ...(token && { token }) };
    try {
      await db.send(new PutCommand({ TableName, Item, ...IF_FREE }));
    } catch (cause) {
      if (!(cause instanceof ConditionalCheckFailedException)) throw cause;
      if (!isSentAgain(cause, Item)) throw new LogMovedOn(before.id, { cause });
    }
    return extend(before, decision, { dueAt, token });
  }

  /**
   * Reads, decides, appends; and again from the start when the log moved on meanwhile. No events: nothing is appended.
   * `from`: the ticket's number, or the ticket as it was read a moment ago, which saves one reading.
   */
  async function decide(
    from: string | Logged,
    who: Omit<Draft, 'events'>,
    decision: Decide,
    beside: Beside = {},
  ): Promise<Logged> {
    const { id, execution = undefined } = typeof from === 'string' ? { id: from } : from;
    let known = typeof from === 'string' ? undefined : from;
    for (let tries = 1; ; tries++) {
      const ticket = known ?? (await read(id, execution));
      known = undefined;
      const events = decision(ticket);
      if (events.length === 0) return ticket;
      try {
        return await append(ticket, { ...who, events }, beside);
      } catch (error) {
        if (!(error instanceof LogMovedOn) || tries === TRIES) throw error;
      }
    }
  }

  /**
   * Keeps the workflow's newest token of a task on the item that opened it. A step of an execution that was superseded
   * meanwhile is refused: its token would take the place of the one that is waited for.
   */
  async function keepToken(ticket: Logged, task: string, token: string): Promise<void> {
    const seq = ticket.tasks[task]?.seq;
    if (!seq || ticket.tokens[task] === token) return;
    const { execution } = ticket;
    const set = {
      UpdateExpression: 'SET #token = :token, tokenOf = :of',
      ConditionExpression: 'attribute_not_exists(tokenOf) OR tokenOf <= :of',
      ExpressionAttributeNames: { '#token': 'token' },
      ExpressionAttributeValues: { ':token': token, ':of': placeOf(execution) },
    };
    try {
      await db.send(new UpdateCommand({ TableName, Key: keyOf(ticket.id, seq), ...set }));
    } catch (cause) {
      throw cause instanceof ConditionalCheckFailedException
        ? new Superseded(execution ?? ticket.id, { cause })
        : cause;
    }
  }

  /** Touches the item that opened a task, so that the stream, and with it the relay, comes by once more. */
  async function callRelay(ticket: Logged, { seq }: Task, now: Date): Promise<void> {
    const set = { UpdateExpression: 'SET calledAt = :now', ExpressionAttributeValues: { ':now': now.toISOString() } };
    await db.send(new UpdateCommand({ TableName, Key: keyOf(ticket.id, seq), ...set }));
  }

  return { find, read, append, decide, keepToken, callRelay, ...nextLook(db, TableName) };
};
export type TicketLog = ReturnType<typeof ticketLog>;

function logged(id: string, items: readonly Item[]): Logged {
  const decisions = items.map(({ pk: _, sk: __, ...item }, index) => {
    if (items[index]?.sk !== keyOf(id, index + 1).sk) throw new Error(`the log of ${id} lacks item ${index + 1}`);
    const { v, at, by, events, prev, hash } = item;
    return checked({ v, at, by, events, prev, hash });
  });
  const ticket = fold(decisions);
  const tokens: Record<string, string> = {};
  for (const task of Object.values(ticket.tasks)) {
    const token = items[task.seq - 1]?.token;
    if (token) tokens[task.id] = token;
  }
  return { ...ticket, id, decisions, tokens, dueAt: items[0]?.dueAt ?? '' };
}

/**
 * The place of an execution among those of its ticket: a later round comes after however many a round before it took, and
 * may wait for a task of that one, as for the protection of the card. What does not say is the first.
 */
function placeOf(execution: string | undefined): number {
  const [, round = '1', attempt = '1'] = /-r(\d+)-a(\d+)$/.exec(execution ?? '') ?? [];
  return Number(round) * ATTEMPTS + Number(attempt);
}

/** More than a round has. */
const ATTEMPTS = 1_000_000;

function extend(before: Logged, decision: Decision, { dueAt, token }: Beside): Logged {
  const after = fold([decision], before);
  const opened = decision.events.find((event) => event.type === 'TaskOpened' || event.type === 'Parked');
  const tokens = opened && token ? { ...before.tokens, [opened.task]: token } : before.tokens;
  return { ...before, ...after, tokens, decisions: [...before.decisions, decision], dueAt: dueAt ?? before.dueAt };
}
