import { expect, test } from 'vitest';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { bounces, transfer } from '../../functions/domain/transfer.ts';
import { after, digestOf, filed, given, opened, received, transferred } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';

const reason = digestOf('e');
const investigating = given(received({ recused: 'handler-9' }), opened('r1-v1-s0-0', 'handler-1'));
const pass = { task: 'r1-v1-s0-0', by: 'handler-1', to: 'technology', reason };

test('a handler passes the work to the department it belongs to, with a reason', () => {
  expect(transfer(investigating, pass)).toEqual([
    { type: 'Transferred', task: 'r1-v1-s0-0', from: 'accounting', to: 'technology', reason },
  ]);
});

test.for([
  ['work that was never opened', given(received()), 'handler-1', 'UnknownTask'],
  ['work that was filed', after(investigating, filed('r1-v1-s0-0', 'handler-1')), 'handler-1', 'TaskClosed'],
  [
    'work passed on already',
    after(investigating, transferred('r1-v1-s0-0', 'handler-1', 'marketing')),
    'handler-1',
    'TaskClosed',
  ],
  ["another handler's work", investigating, 'handler-2', 'NotYours'],
  [
    'the person complained about',
    given(received({ recused: 'handler-9' }), opened('r1-v1-s0-0', 'handler-9')),
    'handler-9',
    'Recused',
  ],
] as const)('%s is not passed on', ([, ticket, by, refusal]) => {
  expect(() => transfer(ticket, { ...pass, by })).toThrow(expect.objectContaining({ name: refusal }));
});

test('every passing on of one slot is counted, through returns, and no other slot and no other round', () => {
  const once = after(investigating, transferred('r1-v1-s0-0', 'handler-1', 'technology'));
  const twice = after(once, opened('r1-v2-s0-0', 'handler-2'), transferred('r1-v2-s0-0', 'handler-2', 'marketing'));
  const other = after(twice, opened('r1-v1-s1-0', 'handler-3'), opened('r1-v1-s00-0', 'handler-4'));
  expect([investigating, once, twice, other].map((ticket) => bounces(ticket, 0))).toEqual([0, 1, 2, 2]);
  expect(bounces(other, 1)).toBe(0);
  expect(bounces(after(twice, ['complainant', EVERY_EVENT.RoundOpened]), 0)).toBe(0);
});

test('work that goes to a colleague stays in its department: it is not passed on', () => {
  const given: TicketEvent = { type: 'TaskReassigned', task: 'r1-v1-s0-0', from: 'handler-1', to: 'handler-2' };
  const delegated = after(investigating, { ...given, because: 'delegated', actingFor: 'handler-1' });
  expect(bounces(delegated, 0)).toBe(0);
  expect(transfer(delegated, { ...pass, by: 'handler-2' })).toHaveLength(1);
  expect(() => transfer(delegated, pass)).toThrow(expect.objectContaining({ name: 'NotYours' }));
});
