import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chained, type Draft, genesis, holds } from '../../functions/adapters/chain.ts';
import { canonical } from '../../functions/adapters/digest.ts';
import { Decision } from '../../functions/domain/ticket-event.ts';
import { at, minutes } from '../domain/a-ticket.ts';
import { EVERY_EVENT } from '../domain/every-event.ts';

const EVENTS = Object.values(EVERY_EVENT);
const first = genesis('0123456789AB');
const drafts = fc.array(
  fc.record<Draft>({
    at: fc.nat({ max: 100_000 }).map(minutes),
    by: fc.constantFrom('intake', 'watch', 'handler-1'),
    events: fc.array(fc.constantFrom(...EVENTS), { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 8 },
);
const chain = (all: readonly Draft[]): Decision[] => {
  const log: Decision[] = [];
  for (const draft of all) log.push(chained(draft, log.at(-1)?.hash ?? first));
  return log;
};
/** The number of the first decision that is not what was hashed, or does not follow the one before. */
const broken = (log: readonly Decision[]) =>
  log.findIndex((decision, i) => !holds(decision, log[i - 1]?.hash ?? first));

test('a log that nobody touched holds, also after a trip through a table or a file', () => {
  fc.assert(
    fc.property(drafts, (all) => {
      expect(broken(chain(all))).toBe(-1);
      expect(broken(chain(all).map((decision) => Decision.parse(JSON.parse(canonical(decision)))))).toBe(-1);
    }),
  );
});

test('any changed character breaks it, and it says at which decision', () => {
  fc.assert(
    fc.property(drafts, fc.nat(), fc.nat(), fc.constantFrom(...'0aZ9é '), (all, nth, where, other) => {
      const log = chain(all);
      const i = nth % log.length;
      const written = JSON.stringify(log[i]);
      const place = where % written.length;
      const changed = written.slice(0, place) + other + written.slice(place + 1);
      fc.pre(isJson(changed) && canonical(JSON.parse(changed)) !== canonical(log[i]));
      expect(broken(log.with(i, JSON.parse(changed)))).toBe(i);
    }),
    { numRuns: 500 },
  );
});

test('a decision left out, doubled, put in or put elsewhere breaks it', () => {
  const log = chain(EVENTS.slice(0, 4).map((event, i) => ({ at: minutes(i), by: 'desk', events: [event] })));
  const [a, b, c, d] = log as [Decision, Decision, Decision, Decision];
  const forged = chained({ at, by: 'desk', events: [EVERY_EVENT.Closed] }, b.hash);
  expect(
    [
      [b, c, d],
      [a, c, d],
      [a, b, b, c],
      [a, c, b, d],
      [a, b, forged, c, d],
    ].map(broken),
  ).toEqual([0, 1, 2, 1, 3]);
});

test('whoever changes a decision and hashes all that follows anew ends in another head than the one that was sealed', () => {
  fc.assert(
    fc.property(drafts, fc.nat(), (all, nth) => {
      const i = nth % all.length;
      const rewritten = chain(all.map((draft, k) => (k === i ? { ...draft, by: 'somebody-else' } : draft)));
      expect(broken(rewritten)).toBe(-1);
      expect(rewritten.at(-1)?.hash).not.toBe(chain(all).at(-1)?.hash);
    }),
  );
});

test('the first decision of one ticket is not the first of another', () => {
  const [decision] = chain([{ at, by: 'intake', events: [EVERY_EVENT.ComplaintReceived] }]);
  expect(decision && holds(decision, first)).toBe(true);
  expect(decision && holds(decision, genesis('0123456789AC'))).toBe(false);
});

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
