import { expect, test } from 'vitest';
import { erase, liftHold, setHold } from '../../functions/domain/erase.ts';
import { given, received } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';

const OVER = '2030-01-01T00:00:00.000Z';
const sealed = { ...EVERY_EVENT.Archived, retainUntil: OVER };
const held = (reason: 'audit' | 'litigation') => ({ type: 'LegalHoldSet', reason }) as const;
const lifted = (reason: 'audit' | 'litigation') => ({ type: 'LegalHoldLifted', reason }) as const;

test('a ticket is erased when its retention is over, once', () => {
  const ticket = given(received(), sealed);
  expect(erase(ticket, OVER)).toEqual([{ type: 'Erased', retainUntil: OVER }]);
  expect(erase(given(received(), sealed, { type: 'Erased', retainUntil: OVER }), OVER)).toEqual([]);
});

test.for([
  ['before its retention is over', [received(), sealed], '2029-12-31T23:59:59.999Z', 'StillRetained'],
  ['that is not sealed', [received()], OVER, 'StillRetained'],
  ['on hold', [received(), sealed, held('audit')], OVER, 'OnLegalHold'],
  [
    'held for two reasons, of which one is over',
    [received(), held('audit'), sealed, held('litigation'), lifted('audit')],
    OVER,
    'OnLegalHold',
  ],
] as const)('a ticket %s is not erased', ([, events, at, refusal]) => {
  expect(() => erase(given(...events), at)).toThrow(expect.objectContaining({ name: refusal }));
});

test('a hold that is lifted stops nothing any more', () => {
  const ticket = given(received(), sealed, held('audit'), lifted('audit'));
  expect(ticket.holds).toEqual([]);
  expect(erase(ticket, OVER)).toHaveLength(1);
});

test('held is held: set again, or lifted where none is, says nothing; nothing is left to hold of an erased one', () => {
  const ticket = given(received(), held('audit'));
  expect(setHold(ticket, 'audit')).toEqual([]);
  expect(setHold(ticket, 'litigation')).toEqual([held('litigation')]);
  expect(liftHold(ticket, 'litigation')).toEqual([]);
  expect(() => setHold(given(received(), EVERY_EVENT.Erased), 'audit')).toThrow(
    expect.objectContaining({ name: 'Erased' }),
  );
});
