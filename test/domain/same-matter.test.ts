import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Likeness } from '../../functions/domain/likeness.ts';
import { aloneBy, isOlder, join, type Neighbour, sameMatter, take } from '../../functions/domain/same-matter.ts';
import { SAME_MATTER } from '../../functions/rules/same-matter.ts';
import { after, at, digestOf, given, received, triaged } from './a-ticket.ts';

const ticket = (likeness: Likeness, over: Partial<Neighbour> = {}): Neighbour => ({
  ticket: 'A',
  receivedAt: at,
  kind: 'complaint',
  standing: 'self',
  category: 'refund',
  likeness: { holder: 'h1', text: 't1', ...likeness },
  ...over,
});
const same = (one: Neighbour, other: Neighbour) => sameMatter(SAME_MATTER, one, other);

test.for<readonly [string, Neighbour, Neighbour, string | undefined]>([
  ['the same words', ticket({}), ticket({}, { category: 'points' }), 'SM1'],
  ['one merchant', ticket({ merchant: 'm' }), ticket({ merchant: 'm', text: 't2' }), 'SM2'],
  ['one amount', ticket({ amount: 'a', merchant: 'm' }), ticket({ amount: 'a', text: 't2' }), 'SM3'],
  ['one day', ticket({ day: 'd' }), ticket({ day: 'd', text: 't2' }), 'SM4'],
  ['a product alone', ticket({ product: 'p' }), ticket({ product: 'p', text: 't2' }), undefined],
  ['nothing in common', ticket({ merchant: 'm' }), ticket({ day: 'd', text: 't2' }), undefined],
  [
    'one merchant, two amounts',
    ticket({ merchant: 'm', amount: 'a' }),
    ticket({ merchant: 'm', amount: 'b' }),
    undefined,
  ],
  ['the same words about two days', ticket({ day: 'd' }), ticket({ day: 'e' }), undefined],
  [
    'one merchant, two categories',
    ticket({ merchant: 'm' }),
    ticket({ merchant: 'm', text: 't2' }, { category: 'points' }),
    undefined,
  ],
  ['a letter of two cardholders', ticket({}), ticket({ holder: 'h2' }), undefined],
  ['a letter of nobody known', ticket({ holder: undefined }), ticket({ holder: undefined }), undefined],
  ['two phone numbers of one account', ticket({ phone: 'x' }), ticket({ phone: 'y' }), undefined],
  ['a holder and a representative', ticket({}), ticket({}, { standing: 'representative' }), undefined],
  ['a complaint and a suggestion', ticket({}), ticket({}, { kind: 'suggestion' }), undefined],
])('%s', ([, one, other, rule]) => {
  expect(same(one, other)).toBe(rule);
  expect(same(other, one)).toBe(rule);
});

const word = fc.option(fc.constantFrom('1', '2'), { nil: undefined });
const neighbour = fc.record({
  ticket: fc.constantFrom('A', 'B', 'C'),
  receivedAt: fc.constantFrom(at, '2026-11-22T02:00:00.001Z'),
  kind: fc.constantFrom('complaint', 'inquiry'),
  standing: fc.constantFrom('self', 'heir'),
  category: fc.constantFrom('refund', 'points'),
  likeness: fc.record({
    holder: word,
    phone: word,
    merchant: word,
    product: word,
    amount: word,
    day: word,
    text: word,
  }),
}) as fc.Arbitrary<Neighbour>;

test('never two cardholders, and the same answer whoever asks', () => {
  fc.assert(
    fc.property(neighbour, neighbour, (one, other) => {
      const rule = same(one, other);
      expect(same(other, one)).toBe(rule);
      if (rule) expect(one.likeness.holder).toBe(other.likeness.holder);
      if (rule) expect(one.likeness.holder).toBeDefined();
    }),
  );
});

test('of two tickets one is the older, however alike their times', () => {
  fc.assert(
    fc.property(neighbour, neighbour, (one, other) => {
      fc.pre(one.ticket !== other.ticket);
      expect(isOlder(one, other)).toBe(!isOlder(other, one));
    }),
  );
});

test('a card in danger, a regulator’s letter, and what nobody understood stay alone', () => {
  const plain = { urgent: false, 'passed-on': false, 'no-standing': false, 'no-complaint': false, unclear: false };
  expect(aloneBy(SAME_MATTER, plain)).toBeUndefined();
  expect(aloneBy(SAME_MATTER, { ...plain, urgent: true })).toBe('SN1');
  expect(aloneBy(SAME_MATTER, { ...plain, 'passed-on': true })).toBe('SN2');
});

const B = { other: 'B', rule: 'SM1' };
const open = given(received(), triaged());

test('a ticket takes another on once, and joins it once', () => {
  const events = take(open, B, SAME_MATTER) ?? [];
  expect(events).toEqual([{ type: 'MergedFrom', ...B }]);
  expect(take(after(open, ...events), B, SAME_MATTER)).toEqual([]);

  const joined = join(open, B);
  expect(joined).toEqual([{ type: 'MergedInto', ...B }]);
  expect(join(after(open, ...joined), B)).toEqual([]);
});

test.for([
  ['declined', { type: 'Declined', reason: 'no-standing' }],
  ['answered', { type: 'Replied', message: 'm', way: 'sms', inTime: true }],
  ['closed', { type: 'Closed', outcome: 'not-rated' }],
  ['withdrawn', { type: 'Withdrawn', followUp: 'f1' }],
  ['merged itself', { type: 'MergedInto', other: 'C', rule: 'SM1' }],
  ['in its second round', { type: 'RoundOpened', round: 2, because: 'appeal' }],
  ['taken apart from it', { type: 'MergeUndone', other: 'B', reason: digestOf('e') }],
] as const)('a ticket that is %s takes no other on', ([, event]) => {
  expect(take(after(open, event), B, SAME_MATTER)).toBeUndefined();
});

test('a ticket that was taken apart joins the other no more', () => {
  expect(join(after(open, { type: 'MergeUndone', other: 'B', reason: digestOf('e') }), B)).toEqual([]);
});

test('one ticket takes on only so many', () => {
  const full = Array.from({ length: SAME_MATTER.mergedAtMost }, (_, i) => ({
    ...({ type: 'MergedFrom', rule: 'SM1' } as const),
    other: `T${i}`,
  }));
  expect(take(after(open, ...full), B, SAME_MATTER)).toBeUndefined();
});

test('whoever took another on and was answered before it could join takes it no more: it would wait for ever', () => {
  const rule = 'SM1';
  const older = after(given(received()), { type: 'MergedFrom', other: 'B', rule });
  expect(take(older, { other: 'B', rule }, SAME_MATTER)).toEqual([]);
  const replied = after(older, { type: 'Replied', message: 'r1-reply', way: 'sms', inTime: true });
  expect(take(replied, { other: 'B', rule }, SAME_MATTER)).toBeUndefined();
});
