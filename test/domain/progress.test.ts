import { expect, test } from 'vitest';
import { marks } from '../../functions/domain/marks.ts';
import type { Ticket } from '../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { DESK } from './a-desk.ts';
import { after, at, clock, digestOf, given, minutes, opened, received } from './a-ticket.ts';

const DAY = 24 * 60;
const running = given(received(), clock({ startsAt: at, dueAt: minutes(14 * DAY) }));
const told = (ticket: Ticket, purpose: string) =>
  marks(ticket, DESK).flatMap((mark) =>
    mark.act.do === 'tell' && mark.act.tell.purpose === purpose ? [{ at: mark.at, ...mark.act.tell }] : [],
  );
const prepared: TicketEvent = { type: 'ReplyPrepared', letter: digestOf('9'), sendAt: at };
const intended = (message: string, purpose: 'still-working' | 'card-protected'): TicketEvent => ({
  ...({ type: 'MessageIntended', message, purpose, template: 't', way: 'sms', to: 'complainant' } as const),
  locale: 'en',
});
const sent = (message: string): TicketEvent => ({ type: 'MessageSent', message, way: 'sms', providerId: 'p' });

test('at half of the time to decide the complainant hears that an answer is still to come, and by when', () => {
  expect(told(running, 'still-working')).toEqual([
    {
      ...{ at: minutes(7 * DAY), message: 'r1-still-working', purpose: 'still-working', to: 'complainant' },
      dueAt: minutes(14 * DAY),
    },
  ]);
});

test.for<[string, Ticket]>([
  ['once it was told', after(running, intended('r1-still-working', 'still-working'), sent('r1-still-working'))],
  ['when the answer is written', after(running, prepared)],
  ['when the case was withdrawn', after(running, { type: 'Withdrawn', followUp: 'f-1' })],
  [
    'while the time stands still',
    after(running, { type: 'ClockStopped', clock: 'decide', reason: 'mediation', rule: 'r' }),
  ],
  ['where no law sets a time', given(received({ kind: 'inquiry' }))],
])('nobody is told so %s', ([, ticket]) => expect(told(ticket, 'still-working')).toEqual([]));

test('what waits for the complainant’s hours is due when they begin', () => {
  const until = minutes(7 * DAY + 300);
  const held = after(running, { type: 'MessageHeld', message: 'r1-still-working', until, heldFor: 'contact-hours' });
  expect(told(held, 'still-working')).toMatchObject([{ at: until }]);
});

const protecting = after(given(received()), opened('r1-protect-1', 'core-banking', { work: 'protect' }), {
  type: 'CommandOrdered',
  command: 'r1-protect-1',
  action: 'protect-card',
  task: 'r1-protect-1',
});
const carriedOut: TicketEvent = { type: 'CommandCarriedOut', command: 'r1-protect-1' };

test('that the card is safe is told as soon as it is, and once', () => {
  expect(told(protecting, 'card-protected')).toEqual([]);
  const done = after(protecting, carriedOut);
  const message = 'r1-protect-1-protected';
  expect(told(done, 'card-protected')).toMatchObject([{ at: done.tasks['r1-protect-1']?.closed?.at, message }]);
  expect(told(after(done, intended(message, 'card-protected'), sent(message)), 'card-protected')).toEqual([]);
});

test('a card that could not be protected is not told to be', () => {
  const refused = after(protecting, { type: 'CommandFailed', command: 'r1-protect-1', reason: 'no-such-card' });
  expect(told(refused, 'card-protected')).toEqual([]);
});
