import { afterAll, beforeAll, expect, test } from 'vitest';
import { links } from '../../functions/adapters/links.ts';
import { ticketLog } from '../../functions/adapters/ticket-log.ts';
import { at, minutes, received, triaged } from '../domain/a-ticket.ts';
import { type EmbeddedTables, embeddedTables, type Sent } from './one-instant/embedded-tables.ts';
import { sentBy, unanswered } from './one-instant/sent-by.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await embeddedTables(at);
});
afterAll(() => tables.close());

function storesBy(send: Parameters<typeof sentBy>[0]) {
  const db = sentBy(send);
  return { log: ticketLog(db, tables.tickets), links: links(db, tables.tickets) };
}

/** Stores of which the answer to the first write gets lost, after it was carried out. */
function unlucky() {
  let isLost = false;
  const send = async (sent: Sent) => {
    const answer = await tables.answer(sent);
    if (isLost || !sent.headers['x-amz-target']?.endsWith('PutItem')) return answer;
    isLost = true;
    throw unanswered();
  };
  return storesBy(send);
}
const lucky = () => storesBy(tables.answer);
const who = { at, by: 'lead-1' };

test('whoever decided, and whose answer was lost on the way, is told that they did, and it is on record once', async () => {
  const { log } = unlucky();
  const first = await log.append(await log.find('A'), { ...who, events: [received()] }, { token: 'token-1' });
  expect(first.length).toBe(1);
  expect((await log.read('A')).head).toBe(first.head);
});

test.for([
  ['another decision', { events: [triaged()] }, {}],
  ['the same by somebody else', { by: 'head-1', events: [received()] }, {}],
  ['the same at another instant', { at: minutes(1), events: [received()] }, {}],
  ['the same with another token', { events: [received()] }, { token: 'token-2' }],
] as const)('%s that was there first is no such answer', async ([name, other, beside]) => {
  const { log } = lucky();
  const nothing = await log.find(name);
  await log.append(nothing, { ...who, ...other }, beside);
  const late = unlucky().log.append(nothing, { ...who, events: [received()] });
  await expect(late).rejects.toMatchObject({ name: 'LogMovedOn' });
});

test('of two who decide the same in one millisecond, one is told that the log moved on', async () => {
  const { log } = lucky();
  const nothing = await log.find('B');
  const both = await Promise.allSettled([1, 2].map(() => log.append(nothing, { ...who, events: [received()] })));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a link whose answer was lost leads where it should', async () => {
  const { links } = unlucky();
  const { token } = await links.mint({
    ...{ page: 'approval', ticket: 'A', person: 'lead-1', sentAt: at, expiresAt: minutes(9) },
  });
  expect(await links.find(token, 'approval', new Date(at))).toMatchObject({ ticket: 'A', person: 'lead-1' });
});
