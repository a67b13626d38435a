import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticketId } from '../../functions/adapters/ticket-id.ts';
import { ticketOf } from '../../functions/domain/lost-execution.ts';

const KEY = 'a key that is never rotated';
const many = Array.from({ length: 5_000 }, (_, i) => ticketId(KEY, 'app', `A-${i}`));

test('a ticket number is 12 characters that nobody mistakes for others: no I, L, O, U', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(), (channel, reference, counter) => {
      expect(ticketId(KEY, channel, reference, counter)).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
    }),
  );
});

test('the same post finds the same ticket', () => {
  expect(ticketId(KEY, 'app', 'A-1')).toBe(ticketId(KEY, 'app', 'A-1', 0));
  // Written down, because tickets are found by it for years: another number here would lose them.
  expect(ticketId(KEY, 'app', 'A-1')).toBe('BCN2J3NZRVMP');
});

test('another channel, reference, counter or key is another ticket', () => {
  const others = [
    ticketId(KEY, 'app', 'A-1'),
    ticketId(KEY, 'web', 'A-1'),
    ticketId(KEY, 'app', 'A-2'),
    ticketId(KEY, 'app', 'A-1', 1),
    ticketId('another key', 'app', 'A-1'),
    ticketId(KEY, 'appA', '-1'),
    ticketId(KEY, 'app","A', '-1'),
  ];
  expect(new Set(others).size).toBe(others.length);
});

test('thousands in a row share no number, and every character stands in every place', () => {
  expect(new Set(many).size).toBe(many.length);
  for (let place = 0; place < 12; place += 1) expect(new Set(many.map((id) => id[place])).size).toBe(32);
});

test('an execution named by a ticket number is known as its ticket’s', () => {
  for (const id of many.slice(0, 100)) expect(ticketOf(`${id}-r1-a1`)).toBe(id);
});
