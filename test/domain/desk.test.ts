import { expect, test } from 'vitest';
import { resume, route } from '../../functions/domain/desk.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { after, digestOf, given, opened, received } from './a-ticket.ts';

const begun = given(received({ recused: 'triage-9' }));
const unrouted = after(begun, opened('r1-route', 'triage-desk', { work: 'route' }));
const parked = after(begun, { type: 'Parked', task: 'parked-1', state: 'Propose', error: 'States.Timeout' });
const way = {
  task: 'r1-route',
  by: 'triage-1',
  lead: 'accounting',
  supporting: ['technology'],
  category: 'refund',
  severity: 'simple',
} as const;
const routed: TicketEvent = {
  type: 'Routed',
  task: 'r1-route',
  lead: 'accounting',
  supporting: ['technology'],
  category: 'refund',
  severity: 'simple',
};
const going = { task: 'parked-1', by: 'triage-1', reason: digestOf('e') };
const resumed: TicketEvent = { type: 'Resumed', task: 'parked-1', reason: digestOf('e') };

test('anybody at the triage desk says where a ticket goes', () => {
  expect(route(unrouted, way)).toEqual([routed]);
  expect(route(unrouted, { ...way, by: 'triage-2' })).toEqual([routed]);
});

test('a department supports once, and the lead does not support itself', () => {
  const supporting = ['technology', 'accounting', 'technology', 'marketing'];
  expect(route(unrouted, { ...way, supporting })).toMatchObject([{ supporting: ['technology', 'marketing'] }]);
});

test('anybody at the triage desk lets a parked ticket go on, with a note', () => {
  expect(resume(parked, going)).toEqual([resumed]);
});

test.for([
  ['what was never asked', begun, 'triage-1', 'UnknownTask'],
  ['what is routed already', after(unrouted, ['triage-2', routed]), 'triage-1', 'TaskClosed'],
  ['what is about themselves', unrouted, 'triage-9', 'Recused'],
] as const)('nobody routes %s', ([, ticket, by, refusal]) => {
  expect(() => route(ticket, { ...way, by })).toThrow(expect.objectContaining({ name: refusal }));
});

test.for([
  ['what was never parked', begun, 'triage-1', 'UnknownTask'],
  ['what goes on already', after(parked, ['triage-2', resumed]), 'triage-1', 'TaskClosed'],
  ['what is about themselves', parked, 'triage-9', 'Recused'],
] as const)('nobody lets go on %s', ([, ticket, by, refusal]) => {
  expect(() => resume(ticket, { ...going, by })).toThrow(expect.objectContaining({ name: refusal }));
});
