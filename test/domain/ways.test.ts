import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Way } from '../../functions/domain/complaint-posted.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { nextWay, ways, writtenWays } from '../../functions/domain/ways.ts';
import { given } from './a-ticket.ts';

const phone = '+8613123456789';
const email = 'sample@example.com';
const someone = { person: 'complainant', locale: 'en' } as const;

test.for([
  ['as preferred, then the others', { phone, email, preferred: 'e-mail' }, ['e-mail', 'sms', 'phone']],
  ['a call first, where that is preferred', { phone, email, preferred: 'phone' }, ['phone', 'sms', 'e-mail']],
  ['without an address no e-mail, though it is preferred', { phone, preferred: 'e-mail' }, ['sms', 'phone']],
  ['without a number e-mail alone, though SMS is preferred', { email, preferred: 'sms' }, ['e-mail']],
  ['a person of the bank, by SMS before a call', { phone }, ['sms', 'phone']],
  ['nothing is known', { preferred: 'sms' }, []],
] as const)('%s', ([, to, expected]) => {
  expect(ways(to)).toEqual(expected);
});

test.for(['a@example.com, b@example.com', 'a@b@c', 'A <a@example.com>', 'a@x.example\r\nBcc: b@y.example', '@', ''])(
  'what could be read as more than one address is none: %j',
  (email) => {
    expect(ways({ email, preferred: 'e-mail' })).toEqual([]);
  },
);

const means = fc.record({
  phone: fc.option(fc.constant(phone), { nil: undefined }),
  email: fc.option(fc.constant(email), { nil: undefined }),
  preferred: fc.option(fc.constantFrom(...Way.options), { nil: undefined }),
});

test('whatever there is: each way there are means for, once, the preferred first; and a message never goes by a call', () => {
  fc.assert(
    fc.property(means, (to) => {
      const open = ways(to);
      expect(new Set(open).size).toBe(open.length);
      expect(open.includes('e-mail')).toBe(to.email !== undefined);
      expect(open.includes('sms') && open.includes('phone')).toBe(to.phone !== undefined);
      if (to.preferred && open.includes(to.preferred)) expect(open[0]).toBe(to.preferred);
      expect(writtenWays({ ...someone, ...to })).toEqual(open.filter((way) => way !== 'phone'));
    }),
  );
});

const intended = (way: Way): TicketEvent => ({
  ...({ type: 'MessageIntended', message: 'm', purpose: 'reply', template: 'reply', way } as const),
  ...{ to: 'complainant', locale: 'en' },
});
const failed = (way: Way): TicketEvent => ({ type: 'MessageFailed', message: 'm', way, reason: 'OptedOut' });
const sent = (way: Way): TicketEvent => ({ type: 'MessageSent', message: 'm', way, providerId: 'p' });

test.for<readonly [string, readonly TicketEvent[], Way | undefined]>([
  ['at first the preferred way', [], 'e-mail'],
  ['after it failed the next', [intended('e-mail'), failed('e-mail')], 'sms'],
  ['after the last failed none', [intended('e-mail'), failed('e-mail'), intended('sms'), failed('sms')], undefined],
  ['once it got through none', [intended('e-mail'), sent('e-mail')], undefined],
  ['without a result the same way again', [intended('e-mail')], 'e-mail'],
  ['without a second result the next', [intended('e-mail'), intended('e-mail')], 'sms'],
  ['each way has its own second try', [intended('e-mail'), failed('e-mail'), intended('sms')], 'sms'],
])('%s', ([, events, expected]) => {
  expect(nextWay(given(...events).messages.m, ['e-mail', 'sms'])).toBe(expected);
});
