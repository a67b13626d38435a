import { expect, test } from 'vitest';
import { hoursAfter } from '../../functions/domain/later.ts';
import { type RefusedCodes, refuseCodes } from '../../functions/domain/refuse-codes.ts';
import { after, at, digestOf, given, minutes, received } from './a-ticket.ts';

const guessed: RefusedCodes = { person: 'lead-1', task: 't', link: digestOf('1'), why: 'wrong-codes', at: minutes(10) };
const before = given(received());
const { at: _, ...told } = guessed;
const once = after(before, { type: 'CodesRefused', ...told });
const hours = (count: number) => hoursAfter(new Date(Date.parse(at)), count);

test('that somebody guessed is on record: whose link it was, and why', () => {
  expect(refuseCodes(before, guessed)).toEqual([{ type: 'CodesRefused', ...told }]);
});

test('a link without a task is on record without one', () => {
  const { task: _, ...rest } = guessed;
  expect(refuseCodes(before, rest)).toEqual([expect.not.objectContaining({ task: expect.anything() })]);
});

test('guessing all day is on record once', () => {
  for (const later of [minutes(11), hours(23)]) expect(refuseCodes(once, { ...guessed, at: later })).toEqual([]);
});

test.for([
  ['the next day', { at: hours(25) }],
  ['by another link', { link: digestOf('2') }],
  ['for another reason', { why: 'codes-of-link' }],
] as const)('%s it is on record again', ([, over]) => {
  expect(refuseCodes(once, { ...guessed, ...over })).toHaveLength(1);
});
